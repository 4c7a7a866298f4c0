import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { sha256, type MadeImage } from './archives.js';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';

/** docker-registry on a free port of loopback. */
export class Registry {
  private constructor(
    readonly host: string,
    private readonly child: ChildProcess,
    private readonly directory: string,
    private readonly credentials: string | undefined,
  ) {}

  /** With credentials (`user:password`) it asks for basic authentication. */
  static async start(credentials?: string): Promise<Registry> {
    const directory = mkdtempSync(join(tmpdir(), `arca-registry-${process.pid}-`));
    const host = `127.0.0.1:${await freePort()}`;
    const configuration = join(directory, 'config.yml');
    writeFileSync(configuration, JSON.stringify(configure(host, directory, credentials)));
    const log = openSync(join(directory, 'log'), 'a');
    const child = spawn('docker-registry', ['serve', configuration], { stdio: ['ignore', log, log] });
    closeSync(log);
    const registry = new Registry(host, child, directory, credentials);
    for (let attempt = 0; attempt < 500; attempt++) {
      if (await registry.answers()) return registry;
      await delay(10);
    }
    const said = readFileSync(join(directory, 'log'), 'utf8').slice(-500);
    await registry.stop();
    throw new Error(`docker-registry does not answer: ${said}`);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await exited;
    }
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Stores an image with gzip layers; gives the manifest's digest and the layers'. */
  async push(
    image: MadeImage,
    repository: string,
    tag?: string,
  ): Promise<{ digest: string; layers: string[]; size: number }> {
    const config = await this.blob(repository, 'application/vnd.oci.image.config.v1+json', image.config);
    const layers = [];
    for (const layer of image.layers) {
      layers.push(
        await this.blob(repository, 'application/vnd.oci.image.layer.v1.tar+gzip', gzipSync(layer)),
      );
    }
    const manifest = { schemaVersion: 2, mediaType: MANIFEST, config, layers };
    const text = JSON.stringify(manifest);
    const digest = await this.manifest(repository, tag ?? sha256(text), manifest);
    return { digest, layers: layers.map((layer) => layer.digest), size: text.length };
  }

  /** Stores an image without a tag; gives its entry for an index. */
  async pushEntry(image: MadeImage, repository: string): Promise<object> {
    const { digest, size } = await this.push(image, repository);
    const { os, architecture } = JSON.parse(image.config.toString()) as Record<string, string>;
    return { mediaType: MANIFEST, digest, size, platform: { os, architecture } };
  }

  /** Stores an index; gives its digest. */
  pushIndex(repository: string, tag: string, manifests: object[]): Promise<string> {
    return this.manifest(repository, tag, { schemaVersion: 2, mediaType: INDEX, manifests });
  }

  async manifest(
    repository: string,
    reference: string,
    document: { mediaType: string } & Record<string, unknown>,
  ): Promise<string> {
    const body = JSON.stringify(document);
    const response = await this.send(
      'PUT',
      `/v2/${repository}/manifests/${reference}`,
      body,
      document.mediaType,
    );
    if (response.status !== 201) throw new Error(`manifest: ${response.status} ${await response.text()}`);
    return sha256(body);
  }

  async blob(repository: string, mediaType: string, bytes: Buffer) {
    const digest = sha256(bytes);
    const started = await this.send('POST', `/v2/${repository}/blobs/uploads/`);
    const location = new URL(started.headers.get('location') ?? '', `http://${this.host}`);
    location.searchParams.set('digest', digest);
    const response = await this.send(
      'PUT',
      location.pathname + location.search,
      bytes,
      'application/octet-stream',
    );
    if (response.status !== 201) throw new Error(`blob: ${response.status} ${await response.text()}`);
    return { mediaType, digest, size: bytes.length };
  }

  private send(method: string, path: string, body?: string | Buffer, type = ''): Promise<Response> {
    const authorization = `Basic ${Buffer.from(this.credentials ?? '').toString('base64')}`;
    return fetch(`http://${this.host}${path}`, {
      method,
      headers: { ...(this.credentials && { authorization }), ...(type && { 'content-type': type }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
  }

  private answers(): Promise<boolean> {
    return this.send('GET', '/v2/').then(
      (response) => response.ok,
      () => false,
    );
  }
}

function configure(host: string, directory: string, credentials?: string): object {
  const path = join(directory, 'htpasswd');
  const [, user = '', password = ''] = /^([^:]*):(.*)$/.exec(credentials ?? '') ?? [];
  if (credentials !== undefined)
    writeFileSync(path, execFileSync('htpasswd', ['-Bbn', '-C', '4', user, password]));
  return {
    version: 0.1,
    log: { level: 'error' },
    storage: { filesystem: { rootdirectory: join(directory, 'data') } },
    http: { addr: host, secret: 'test' },
    ...(credentials !== undefined && { auth: { htpasswd: { realm: 'test', path } } }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
