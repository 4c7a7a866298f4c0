import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../../harness/api.js';
import { BUSYBOX } from '../../harness/busybox.js';
import { run } from '../../harness/command.js';
import type { DockerCli } from '../../harness/docker-cli.js';
import type { Engine } from '../../harness/engine.js';
import { Registry } from '../../harness/registry.js';
import { HOST_ADDRESS } from '../../harness/sandbox.js';
import { writeTar } from '../../harness/tar.js';
import { BuildKitEngine, withBuildKit } from './buildkit-engine.js';

const DOCKERFILE = `FROM ${BUSYBOX}
RUN --mount=type=cache,target=/cache echo built > /built
COPY --chmod=640 given /given
CMD ["cat", "/built", "/given"]
`;

withBuildKit('BuildKit', (programs) => {
  let built: BuildKitEngine;
  let engine: Engine;
  let api: Api;
  let docker: DockerCli;
  let context: string;
  before('start a daemon with BuildKit', async () => {
    built = await BuildKitEngine.start(programs);
    ({ engine, api, docker } = built);
    context = built.context(DOCKERFILE);
    writeFileSync(join(context, 'given'), 'given\n');
  });
  after('stop it; nothing is left', () => built.stop());
  const images = () => built.images();
  const names = () => built.names();
  const file = (text: string) => built.context(text);

  it('is offered, and builds what runs, is tagged and told of', async () => {
    expect((await api.get('/_ping')).headers['builder-version']).to.equal('2');
    const since = String(Math.floor(Date.now() / 1000) - 1);
    const idFile = join(context, '..', 'buildkit.iid');
    await docker.out('build', '-q', '-t', 'bk/one', '-t', 'bk/two:v2', '--iidfile', idFile, context);
    expect(await docker.out('run', '--rm', '--network', 'none', 'bk/one')).to.equal('built\ngiven');
    const [image] = (await images()).filter(({ RepoTags }) => RepoTags.includes('bk/one:latest'));
    expect(image!.RepoTags).to.have.members(['bk/one:latest', 'bk/two:v2']);
    expect(await docker.out('build', '-q', context), 'once more, without a name').to.equal(image!.Id);
    const told = (await api.get('/events', { since, until: String(Math.ceil(Date.now() / 1000)) })).text;
    expect(told).to.include('"name":"bk/two:v2"');
  }).timeout(60_000);

  it('takes names from older images, which stay without one, and the store keeps what is built', async () => {
    writeFileSync(join(context, 'given'), 'changed\n');
    await docker.out('build', '-q', '-t', 'bk/one', context);
    expect(await docker.out('run', '--rm', '--network', 'none', 'bk/one')).to.equal('built\nchanged');
    expect(await docker.out('run', '--rm', '--network', 'none', 'bk/two:v2')).to.equal('built\ngiven');
    expect(await docker.out('system', 'df', '--format', '{{.Type}} {{.Size}}')).to.match(/Build Cache [1-9]/);
    await docker.out('builder', 'prune', '-af');
    expect(await docker.out('system', 'df', '--format', '{{.Type}} {{.Size}}')).to.include('Build Cache 0B');
    await engine.stop();
    await engine.start();
    expect(await docker.out('run', '--rm', '--network', 'none', 'bk/one')).to.equal('built\nchanged');
    await docker.out(
      'build',
      '-q',
      '-t',
      'bk/on-built',
      '--build-arg',
      'X=1',
      file('FROM bk/one\nRUN rm /given\n'),
    );
    expect((await docker.run(['run', '--rm', '--network', 'none', 'bk/on-built'])).code).to.equal(1);
  }).timeout(60_000);

  it('tells a failed step, and leaves no image', async () => {
    const before = await names();
    const failed = await docker.run(['build', '-t', 'bk/failed', file(`FROM ${BUSYBOX}\nRUN exit 7\n`)]);
    expect(failed.code).to.equal(1);
    expect(failed.stderr).to.include('did not complete successfully: exit code: 7');
    const bad = await docker.run(['build', '-t', 'bk/Bad', context]);
    expect(bad.stderr).to.match(/invalid (reference format|tag)/);
    expect(await names()).to.deep.equal(before);
  }).timeout(60_000);

  it('builds for several platforms, into a registry, and to a folder', async () => {
    const registry = await Registry.start();
    try {
      const copy = file(
        `FROM scratch\nCOPY --from=${BUSYBOX} /bin/busybox /bin/busybox\nCMD ["/bin/busybox", "echo", "multi"]\n`,
      );
      await docker.out('build', '-q', '--platform', 'linux/amd64,linux/arm64', '-t', 'bk/multi', copy);
      expect(await docker.out('run', '--rm', '--network', 'none', 'bk/multi')).to.equal('multi');
      const name = `${registry.host}/bk/pushed:v1`;
      await docker.out('buildx', 'build', '-q', '--push', '-t', name, context);
      await docker.out('rmi', '-f', name);
      expect(await docker.out('run', '--rm', '--network', 'none', name)).to.equal('built\nchanged');
      await docker.out('tag', 'bk/one', `${registry.host}/bk/tagged`);
      expect(await docker.out('push', `${registry.host}/bk/tagged`)).to.include('digest: sha256:');
      const folder = join(context, '..', 'buildkit-output');
      await docker.out('buildx', 'build', '-q', '-o', `type=local,dest=${folder}`, copy);
      expect(readdirSync(join(folder, 'bin'))).to.deep.equal(['busybox']);
    } finally {
      await registry.stop();
    }
  }).timeout(90_000);

  it("builds for platforms that are not the host's", async () => {
    const copy = file(`FROM scratch\nCOPY Dockerfile /\n`);
    const build = (platform: string) =>
      docker.out('build', '-q', '--platform', platform, '-t', 'bk/foreign', copy);
    const id = await build('linux/arm64');
    expect(await docker.out('image', 'inspect', '-f', '{{.Architecture}}', 'bk/foreign')).to.equal('arm64');
    expect(await docker.out('images', '-q', '--no-trunc', 'bk/foreign')).to.equal(id);
    await build('linux/s390x,linux/arm64');
    const [image] = (await images()).filter(({ RepoTags }) => RepoTags.includes('bk/foreign:latest'));
    const { Manifests } = (await api.get('/images/bk/foreign/json', { manifests: true })).json<{
      Manifests: { ImageData: { Platform: { architecture: string } } }[];
    }>();
    expect(Manifests.map(({ ImageData }) => ImageData.Platform.architecture)).to.deep.equal([
      's390x',
      'arm64',
    ]);
    expect(image).not.to.equal(undefined);
    await docker.out('rmi', 'bk/foreign');
  }).timeout(60_000);

  it("connects each step to a network with names and a way out, or to none, or to the host's", async () => {
    const names = createSocket('udp4', (query, { port, address }) => {
      const answer = Buffer.concat([query, Buffer.from('c00c00010001000000000004c0000207', 'hex')]);
      answer.writeUInt16BE(0x8180, 2);
      answer.writeUInt16BE(1, 6);
      names.send(answer, port, address);
    });
    names.bind(53, HOST_ADDRESS);
    const web = createServer((_request, response) => response.end('from the host')).listen(0, '0.0.0.0');
    try {
      await once(web, 'listening');
      const { port } = web.address() as AddressInfo;
      const steps = file(`FROM ${BUSYBOX}
RUN ip -4 -o addr show dev eth0 > /own && nslookup -type=a found.example > /name
RUN wget -qO /gateway http://gateway:${port}/ && wget -qO /host http://${HOST_ADDRESS}:${port}/
RUN --network=none ls /sys/class/net > /none
RUN --network=host ip -4 -o addr show dev eth0 > /hosts
RUN ! wget -qO- http://127.0.0.1:${port}/
`);
      const given = ['--add-host', 'gateway:host-gateway', '--allow', 'network.host'];
      await docker.out('buildx', 'build', '-q', ...given, '-t', 'bk/connected', steps);
      const seen = await docker.out(
        ...['run', '--rm', '--network', 'none', 'bk/connected', 'sh', '-c'],
        'cat /own /name /gateway /host /none /hosts',
      );
      expect(seen).to.match(/eth0 +inet 192\.168\.\d+\.\d+\/24/);
      expect(seen).to.match(/found\.example\s+Address[^\n]*: 192\.0\.2\.7/);
      expect(seen).to.match(/from the hostfrom the hostlo\n/);
      expect(seen).to.include(HOST_ADDRESS);
    } finally {
      names.close();
      web.close();
      web.closeAllConnections();
    }
  }).timeout(60_000);

  it('builds for clients without buildx, with a session and without one', async () => {
    if ((await run('/usr/bin/docker', ['--version'])).stdout.includes('version 20.10')) {
      const env = { ...docker.environment, DOCKER_BUILDKIT: '1' };
      const built = await run('/usr/bin/docker', ['build', '-t', 'bk/old', context], {
        env,
        timeout: 50_000,
      });
      expect(built.stderr).to.include('exporting to image');
      expect(await docker.out('run', '--rm', '--network', 'none', 'bk/old')).to.equal('built\nchanged');
    }
    const body = await writeTar([
      { name: 'Dockerfile', mode: 0o644, content: `FROM ${BUSYBOX}\nRUN true\n` },
    ]);
    const sent = await api.call('POST', '/build?version=2&t=bk/sent', {
      body,
      headers: { 'Content-Type': 'application/x-tar' },
    });
    expect(sent.text).to.match(/"id":"moby.buildkit.trace"[^]*"id":"moby.image.id","aux":\{"ID":"sha256:/);
  }).timeout(60_000);

  if (programs.compose)
    it('builds the services of a project, and brings it up', async () => {
      const project = join(context, 'compose.yaml');
      const service =
        '{build: ., image: bk/composed, command: [httpd, -f, -h, /], healthcheck: {test: wget -qO- one/given}}';
      writeFileSync(project, `services: {one: ${service}}\n`);
      const compose = (...args: string[]) => docker.out('compose', '-f', project, '-p', 'bk', ...args);
      await compose('build', '-q');
      expect(await docker.out('run', '--rm', '--network', 'none', 'bk/composed', 'cat', '/given')).to.equal(
        'changed',
      );
      writeFileSync(join(context, 'given'), 'composed\n');
      await compose('up', '--build', '--detach', '--quiet-pull');
      expect(await compose('exec', '-T', 'one', 'wget', '-qO-', 'one/given')).to.equal('composed');
      await compose('down');
      writeFileSync(join(context, 'given'), 'changed\n');
      rmSync(project);
    }).timeout(60_000);
});
