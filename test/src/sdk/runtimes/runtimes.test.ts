import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { promisify } from 'node:util';
import { BUSYBOX } from '../../harness/busybox.js';
import { makeCertificates, type Certificates } from '../../harness/certificate.js';
import { Registry } from '../../harness/registry.js';
import { runDirectory } from '../../harness/run.js';
import { onEachEngine } from '../../harness/suite.js';
import { others } from './runtimes.js';

const TOUR = join(import.meta.dirname, 'tour.js');
/** What the tour says of each of its steps. */
const STEPS = [...readFileSync(TOUR, 'utf8').matchAll(/\bawait step\('([^']+)'/g)].map(([, name]) => name!);

onEachEngine('the SDK', (suite) => {
  let registry: Registry;
  let proxy: Server;
  const outcomes = new Map<string, { stdout: string; stderr: string }>();
  before(async function () {
    this.timeout(120_000);
    const directory = join(runDirectory(), `runtimes-${suite.kind}`);
    mkdirSync(directory, { recursive: true });
    proxy = tlsTo(suite.engine.socketPath, await makeCertificates(directory, ['127.0.0.1']));
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    registry = await Registry.start({ basic: 'me:secret' });
    // The other host is this one, and ssh does the command that it is given for it.
    const ssh = '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift 2\nexec "$@"\n';
    writeFileSync(join(directory, 'ssh'), ssh, { mode: 0o755 });
    const env = {
      ...{ ...process.env, DOCKER_HOST: suite.engine.host, DOCKER_CONFIG: directory },
      PATH: `${directory}:${process.env['PATH']}`,
      ...{ TOUR_IMAGE: BUSYBOX, TOUR_REGISTRY: registry.host, TOUR_CERTIFICATES: directory },
      TOUR_TLS_HOST: `tcp://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    };
    // All at once: they wait for the engine most of the time.
    const tours = others.map(async ({ name, command: [program = '', ...args] }) => {
      const own = { ...env, TOUR_NAME: `tour-${name.toLowerCase().replaceAll(' ', '')}` };
      const running = promisify(execFile)(program, [...args, TOUR], { env: own, timeout: 90_000 });
      // What it had printed says how far it came.
      const outcome = await running.catch((error: unknown) => error as Awaited<typeof running>);
      outcomes.set(name, outcome);
    });
    await Promise.all(tours);
    suite.api.expect(await suite.api.post('/build/prune', undefined, { all: true }), 200);
  });
  after(async () => {
    proxy?.close();
    await registry?.stop();
  });

  for (const { name } of others) {
    it(`does all that depends on the runtime on ${name}, and lets it end`, () => {
      const { stdout, stderr } = outcomes.get(name)!;
      expect(stderr).to.equal('');
      expect(stdout.trim().split('\n')).to.deep.equal(STEPS);
    });
  }
});

/** Takes connections with TLS, of clients with a certificate, to a socket. */
function tlsTo(socketPath: string, { authority, certificate, key }: Certificates): Server {
  const read = (path: string): Buffer => readFileSync(path);
  const settings = { ca: read(authority), cert: read(certificate), key: read(key) };
  return createServer({ ...settings, requestCert: true, allowHalfOpen: true }, (client) => {
    const engine = connect({ path: socketPath, allowHalfOpen: true });
    for (const socket of [client, engine])
      socket.on('error', () => [client, engine].forEach((one) => one.destroy()));
    client.pipe(engine).pipe(client);
  });
}
