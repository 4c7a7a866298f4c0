import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BUSYBOX, makeImage } from '../../harness/busybox.js';
import { makeCertificates } from '../../harness/certificate.js';
import { Registry } from '../../harness/registry.js';
import { runDirectory } from '../../harness/run.js';
import { HOST_ADDRESS } from '../../harness/sandbox.js';
import { BuildKitEngine, withBuildKit } from './buildkit-engine.js';

withBuildKit("BuildKit with the daemon's registries and name servers", (programs) => {
  let plain: Registry;
  let locked: Registry;
  let built: BuildKitEngine;
  let certificates: string;
  before('start registries, and a daemon that knows them', async () => {
    plain = await Registry.start({ address: HOST_ADDRESS });
    const directory = join(runDirectory(), 'buildkit-certificates');
    mkdirSync(directory, { recursive: true });
    const tls = await makeCertificates(directory, [HOST_ADDRESS]);
    locked = await Registry.start({ address: HOST_ADDRESS, tls, basic: 'tester:word' });
    certificates = join('/etc/docker/certs.d', locked.host);
    mkdirSync(certificates, { recursive: true });
    copyFileSync(tls.authority, join(certificates, 'ca.crt'));
    built = await BuildKitEngine.start(programs, [
      ...['--insecure-registry', plain.host, '--registry-mirror', `http://${plain.host}`],
      ...['--dns', '192.0.2.53', '--dns-search', 'search.example', '--dns-opt', 'ndots:3'],
    ]);
  });
  after(async () => {
    await built.stop();
    await plain.stop();
    await locked.stop();
    rmSync(certificates, { recursive: true });
  });

  it('pulls from a mirror and from a registry without TLS', async () => {
    const image = await makeImage([], { Labels: { from: 'mirror' } });
    await plain.push(image, 'library/mirrored', 'latest');
    for (const name of ['mirrored', `${plain.host}/library/mirrored`]) {
      const context = built.context(`FROM ${name}\nRUN true\n`);
      await built.docker.out('build', '-q', '-t', 'bk/mirrored', context);
      const label = '{{index .Config.Labels "from"}}';
      expect(await built.docker.out('inspect', '-f', label, 'bk/mirrored')).to.equal('mirror');
    }
  }).timeout(60_000);

  it('takes the credentials of the client, and trusts the authorities of certs.d', async () => {
    const { docker } = built;
    await locked.push(await makeImage([], { Labels: { from: 'locked' } }), 'own/base', 'v1');
    const context = built.context(`FROM ${locked.host}/own/base:v1\nRUN true\n`);
    const name = `${locked.host}/own/built`;
    const refused = await docker.run(['build', '-t', name, context]);
    expect(refused.code).to.equal(1);
    expect(refused.stderr).to.match(/401 Unauthorized|no basic auth credentials|authorization failed/);
    docker.login(locked.host, 'tester:word');
    await docker.out('buildx', 'build', '-q', '--push', '-t', name, context);
    await docker.out('pull', '-q', name);
    expect(await docker.out('inspect', '-f', '{{index .Config.Labels "from"}}', name)).to.equal('locked');
  }).timeout(60_000);

  it('gives steps the name servers of the daemon', async () => {
    const context = built.context(`FROM ${BUSYBOX}\nRUN cp /etc/resolv.conf /names\n`);
    await built.docker.out('build', '-q', '-t', 'bk/names', context);
    const names = await built.docker.out('run', '--rm', '--network', 'none', 'bk/names', 'cat', '/names');
    expect(names)
      .to.match(/nameserver 192\.0\.2\.53/)
      .and.match(/search search\.example/);
    expect(names).to.match(/options ndots:3/);
  }).timeout(60_000);
});
