import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { parseTcp } from './listener.js';
import { createHttpServer, type HttpServer } from './server.js';
import { RawClient } from './testing/raw-client.js';
import { requestText } from './testing/test-server.js';

describe('listeners', () => {
  let folder: string;
  let server: HttpServer;
  let logged: string[];
  const others: Server[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'arca-listen-'));
    logged = [];
    server = make();
  });
  afterEach(async () => {
    await server.close();
    for (const other of others.splice(0)) other.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const make = () =>
    createHttpServer({
      dispatcher: {
        find: (id) =>
          ({
            SystemPing: async () => 'OK',
            ContainerAttach: async (
              _: unknown,
              call: { hijack(o: object): Promise<NodeJS.ReadWriteStream> },
            ) => {
              const connection = await call.hijack({ contentType: 'x/y' });
              for await (const chunk of connection) connection.write(chunk);
              connection.end('bye');
            },
          })[id as string] as never,
      },
      version: '1',
      apiVersion: '1.51',
      minApiVersion: '1.24',
      log: (level, message) => logged.push(`${level} ${message}`),
    });
  const refusal = (host: string, tls?: Parameters<HttpServer['listen']>[1]) =>
    server.listen(host, tls).then(
      () => 'listens',
      (error: Error) => error.message,
    );

  it('on a socket let root and the group docker in, nobody else', async () => {
    const path = join(folder, 's.sock');
    expect(await server.listen(`unix://${path}`)).to.equal(`unix://${path}`);
    const { mode, gid } = lstatSync(path);
    expect((mode & 0o777).toString(8)).to.equal('660');
    const group = /^docker:[^:]*:(\d+):/m.exec(readFileSync('/etc/group', 'utf8'))?.[1];
    expect(gid).to.equal(
      group === undefined || process.getuid?.() !== 0 ? process.getgid?.() : Number(group),
    );
    const client = await RawClient.open(path);
    expect((await client.write(requestText('GET /_ping')).answer()).rest).to.equal('OK');
    client.close();
    await server.close();
    expect(existsSync(path)).to.equal(false);
  });

  it('take the place of a socket that was left behind', async () => {
    const path = join(folder, 's.sock');
    // A process that is killed leaves its socket.
    const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
    expect(() => execFileSync(process.execPath, ['-e', script])).to.throw();
    expect(lstatSync(path).isSocket()).to.equal(true);
    expect(await refusal(`unix://${path}`)).to.equal('listens');
  });

  it('leave what is not theirs alone', async () => {
    const busy = join(folder, 'busy.sock');
    const other = createServer();
    others.push(other);
    await new Promise<void>((resolve) => other.listen(busy, resolve));
    expect(await refusal(`unix://${busy}`)).to.equal(`${busy} is in use by another daemon`);
    const file = join(folder, 'file');
    writeFileSync(file, 'mine');
    expect(await refusal(`unix://${file}`)).to.equal(`${file} is there and is no socket`);
    expect(readFileSync(file, 'utf8')).to.equal('mine');
  });

  it('refuse addresses that make no sense', async () => {
    expect(await refusal('unix://relative')).to.match(/must be absolute/);
    expect(await refusal(`unix:///${'x'.repeat(120)}`)).to.match(/at most 107 bytes/);
    expect(await refusal('http://x')).to.match(/^http:\/\/x is no address to listen on/);
    expect(await refusal('tcp://127.0.0.1:99999')).to.match(/is no address to listen on/);
    expect(await refusal(`unix://${folder}/s`, { verify: false })).to.match(
      /TLS is for tcp addresses|TLS needs/,
    );
    expect(await refusal('tcp://127.0.0.1:0', { verify: true, certificate: '/c', key: '/k' })).to.match(
      /--tlscacert/,
    );
    expect(
      await refusal('tcp://127.0.0.1:0', { verify: false, certificate: '/nowhere', key: '/k' }),
    ).to.equal('cannot read /nowhere: ENOENT');
  });

  it('on tcp have dockerd’s ports and stay on the host unless told otherwise', () => {
    expect(parseTcp('tcp://', false)).to.deep.equal({ address: '127.0.0.1', port: 2375 });
    expect(parseTcp('tcp://:1234', true)).to.deep.equal({ address: '127.0.0.1', port: 1234 });
    expect(parseTcp('tcp://0.0.0.0', true)).to.deep.equal({ address: '0.0.0.0', port: 2376 });
    expect(parseTcp('tcp://[::1]:1', false)).to.deep.equal({ address: '::1', port: 1 });
  });

  it('on tcp answer, and name a port that is taken', async () => {
    const host = await server.listen('tcp://127.0.0.1:0');
    expect(host).to.match(/^tcp:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(host.replace('tcp:', 'http:') + '/_ping')).text()).to.equal('OK');
    expect(await refusal(host)).to.equal(`cannot listen on ${host.slice(6)}: EADDRINUSE`);
    expect(logged).to.deep.equal([]);
  });

  it('on tcp warn of being open to everyone', async () => {
    await server.listen('tcp://0.0.0.0:0');
    expect(logged.join()).to.match(/warn .*whoever reaches this address is root/);
  });

  describe('with TLS', () => {
    const pem = (name: string) => join(folder, name);
    const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
    const issue = (name: string) => {
      openssl(
        'req',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-subj',
        `/CN=${name}`,
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.csr`,
      );
      writeFileSync(pem('ext'), 'subjectAltName=IP:127.0.0.1\n');
      openssl(
        'x509',
        '-req',
        '-in',
        `${name}.csr`,
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-days',
        '2',
        '-extfile',
        'ext',
        '-out',
        `${name}.pem`,
      );
    };
    const authority = () =>
      openssl(
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-subj',
        '/CN=ca',
        '-days',
        '2',
        '-keyout',
        'ca.key',
        '-out',
        'ca.pem',
      );
    const open = (host: string, client?: string) =>
      new Promise<RawClient>((resolve, reject) => {
        const socket = connectTls({
          host: '127.0.0.1',
          port: Number(host.split(':').at(-1)),
          ca: readFileSync(pem('ca.pem')),
          ...(client && {
            cert: readFileSync(pem(`${client}.pem`)),
            key: readFileSync(pem(`${client}.key`)),
          }),
        });
        socket.allowHalfOpen = true;
        socket.once('secureConnect', () => resolve(new RawClient(socket))).once('error', reject);
      });

    it('let only clients with a certificate in when they verify, and carry half-closed connections', async () => {
      authority();
      issue('server');
      issue('client');
      const tls = { verify: true, ca: pem('ca.pem'), certificate: pem('server.pem'), key: pem('server.key') };
      const host = await server.listen('tcp://127.0.0.1:0', tls);
      const client = await open(host, 'client');
      client.write(requestText('POST /containers/a/attach', { Connection: 'Upgrade', Upgrade: 'tcp' }));
      client.write('in').end();
      expect(await client.all()).to.match(/^HTTP\/1\.1 101 .*\r\n\r\ninbye$/s);
      const stranger = await open(host);
      // A client that never begins its handshake must not keep the server from stopping.
      connect(Number(host.split(':').at(-1)), '127.0.0.1').on('error', () => undefined);
      expect(await stranger.write(requestText('GET /_ping')).all()).to.equal('');
    });

    it('let everyone in when they do not', async () => {
      authority();
      issue('server');
      const host = await server.listen('tcp://127.0.0.1:0', {
        verify: false,
        certificate: pem('server.pem'),
        key: pem('server.key'),
      });
      const client = await open(host);
      expect((await client.write(requestText('GET /_ping')).answer()).rest).to.equal('OK');
      client.close();
    });
  });
});
