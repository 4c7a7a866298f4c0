import { Docker, fromEnvironment } from '@arca/sdk';
import { expect } from 'chai';
import { it } from 'mocha';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificates } from '../../harness/certificate.js';
import { run } from '../../harness/command.js';
import { newEngine } from '../../harness/fleet.js';
import { freePort } from '../../harness/registry.js';
import { runDirectory } from '../../harness/run.js';
import { HOST_ADDRESS } from '../../harness/sandbox.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('a daemon that listens on TCP', (suite) => {
  it('with TLS serves those whose certificate it can verify, and nobody else', async function () {
    this.timeout(60_000);
    const directory = join(runDirectory(), `tls-${suite.kind}`);
    mkdirSync(directory);
    const port = await freePort(HOST_ADDRESS);
    const { authority, certificate, key } = await makeCertificates(directory, [HOST_ADDRESS]);
    const engine = newEngine(suite.kind, [
      ...['--host', `tcp://${HOST_ADDRESS}:${port}`, '--tlsverify'],
      ...['--tlscacert', authority, '--tlscert', certificate, '--tlskey', key],
    ]);
    await engine.start();
    try {
      const address = `tcp://${HOST_ADDRESS}:${port}`;
      const env = { DOCKER_HOST: address, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: directory };
      {
        await using known = new Docker(fromEnvironment(env));
        await known.ping();
        expect(await known.containers.list({ all: true })).to.deep.equal([]);
      }
      await using stranger = new Docker({ host: address, tls: { ca: readFileSync(authority) }, retries: 0 });
      const refused = await stranger.ping().catch((error: unknown) => error);
      expect(refused).to.include({ kind: 'connection', operation: 'SystemPing' });
      const docker = await run('docker', ['version', '-f', '{{.Server.Os}}'], {
        env: { ...process.env, ...env },
      });
      expect(docker.stdout, docker.stderr).to.equal('linux\n');
    } finally {
      await engine.stop();
    }
  });
});
