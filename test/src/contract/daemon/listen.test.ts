import { expect } from 'chai';
import { it } from 'mocha';
import { mkdirSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { makeCertificates, type Certificates } from '../../harness/certificate.js';
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
    const certificates = await makeCertificates(directory, [HOST_ADDRESS]);
    const port = await freePort(HOST_ADDRESS);
    const { authority, certificate, key, client } = certificates;
    const engine = newEngine(suite.kind, [
      ...['--host', `tcp://${HOST_ADDRESS}:${port}`, '--tlsverify'],
      ...['--tlscacert', authority, '--tlscert', certificate, '--tlskey', key],
    ]);
    await engine.start();
    try {
      expect(await ping(port, certificates, client)).to.equal('OK');
      const refused = await ping(port, certificates).catch((error: NodeJS.ErrnoException) => error);
      expect(refused).to.be.instanceOf(Error);
      const env = {
        ...process.env,
        DOCKER_HOST: `tcp://${HOST_ADDRESS}:${port}`,
        DOCKER_TLS_VERIFY: '1',
        DOCKER_CERT_PATH: directory,
      };
      const docker = await run('docker', ['version', '-f', '{{.Server.Os}}'], { env });
      expect(docker.stdout, docker.stderr).to.equal('linux\n');
    } finally {
      await engine.stop();
    }
  });
});

function ping(
  port: number,
  { authority }: Certificates,
  client?: { certificate: string; key: string },
): Promise<string> {
  const own = client && { cert: readFileSync(client.certificate), key: readFileSync(client.key) };
  return new Promise((resolve, reject) => {
    request(
      { host: HOST_ADDRESS, port, path: '/_ping', ca: readFileSync(authority), agent: false, ...own },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve(text));
        response.on('error', reject);
      },
    )
      .on('error', reject)
      .end();
  });
}
