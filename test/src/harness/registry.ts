import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, closeSync, readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Certificates } from './certificate.js';
import { must } from './command.js';
import { eventually } from './eventually.js';
import { runDirectory } from './run.js';
import { TOKEN_ISSUER, TOKEN_SERVICE } from './token-server.js';
import { sha256, readTar } from './tar.js';
import type { TestImage } from './busybox.js';

export interface RegistryOptions {
  /** Address to listen on; loopback unless told otherwise. */
  address?: string;
  /** `user:password` for basic authentication. */
  basic?: string;
  /** Token authentication: where clients get tokens, and whose signatures count. */
  token?: { realm: string; certificates: Certificates };
  tls?: Certificates;
}

let serial = 0;

/** A docker-registry of its own on a free port. */
export class Registry {
  private constructor(
    readonly host: string,
    private readonly child: ChildProcess,
    private readonly directory: string,
    private readonly options: RegistryOptions,
  ) {}

  static start(options: RegistryOptions = {}): Promise<Registry> {
    serial += 1;
    const directory = join(runDirectory(), `registry${serial}`);
    mkdirSync(directory, { recursive: true });
    return Registry.startIn(directory, options);
  }

  /** Stops this registry and starts another on its data, with other options. */
  async reopen(options: RegistryOptions): Promise<Registry> {
    await this.stop();
    return Registry.startIn(this.directory, options);
  }

  private static async startIn(directory: string, options: RegistryOptions): Promise<Registry> {
    const address = options.address ?? '127.0.0.1';
    const host = `${address}:${await freePort(address)}`;
    const configuration = join(directory, 'config.yml');
    // JSON is YAML, too.
    writeFileSync(configuration, JSON.stringify(await configure(host, directory, options)));
    const log = openSync(join(directory, 'log'), 'a');
    const child = spawn('docker-registry', ['serve', configuration], { stdio: ['ignore', log, log] });
    closeSync(log);
    const registry = new Registry(host, child, directory, options);
    await eventually(() => registry.call('GET', '/v2/').then(() => true), 'the registry answers').catch(
      (error) => {
        throw new Error(`docker-registry: ${readFileSync(join(directory, 'log'), 'utf8')}`, { cause: error });
      },
    );
    return registry;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }

  /** Speaks to the registry itself. Only where neither tokens nor a foreign password are in the way. */
  call(method: string, path: string, body?: Buffer, type = 'application/octet-stream') {
    const { tls, basic } = this.options;
    const send = tls === undefined ? httpRequest : httpsRequest;
    const [hostname, port] = this.host.split(':');
    const [, target = path] = /^https?:\/\/[^/]+(\/.*)$/.exec(path) ?? [];
    return new Promise<{ status: number; location: string; digest: string }>((resolve, reject) => {
      const request = send(
        {
          ...{ hostname, port, method, path: target, auth: basic, agent: false },
          ca: tls && readFileSync(tls.authority),
          headers: { 'Content-Type': type, 'Content-Length': body?.length ?? 0 },
        },
        (response) => {
          response.resume().on('end', () => {
            const { location = '', 'docker-content-digest': digest = '' } = response.headers;
            resolve({ status: response.statusCode!, location, digest: String(digest) });
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  private async putBlob(repository: string, blob: Buffer): Promise<void> {
    const { location } = await this.call('POST', `/v2/${repository}/blobs/uploads/`);
    const target = `${location}&digest=sha256:${sha256(blob)}`;
    const { status } = await this.call('PUT', target, blob);
    if (status !== 201) throw new Error(`blob upload: ${status}`);
  }

  /**
   * Puts a test image under `repository:tag`, as a schema 2 manifest of plain or packed layers; returns the manifest's
   * digest.
   */
  async push(image: TestImage, repository: string, tag: string, packed = false): Promise<string> {
    return this.putManifest(repository, tag, await this.putParts(image, repository, packed));
  }

  /** Puts a test image without a tag; returns its entry for an index. */
  async pushEntry(image: TestImage, repository: string): Promise<object> {
    const manifest = await this.putParts(image, repository, true);
    const bytes = Buffer.from(JSON.stringify(manifest));
    const digest = `sha256:${sha256(bytes)}`;
    await this.putManifest(repository, digest, manifest);
    return { mediaType: manifest.mediaType, digest, size: bytes.length };
  }

  private async putParts(image: TestImage, repository: string, packed: boolean) {
    const config = (await readTar(image.tar)).get(`${image.id.slice('sha256:'.length)}.json`)!.content;
    const blobs = packed ? image.layers.map((layer) => gzipSync(layer, { level: 4 })) : image.layers;
    for (const blob of [config, ...blobs]) await this.putBlob(repository, blob);
    const describe = (mediaType: string, blob: Buffer): object => ({
      ...{ mediaType, size: blob.length, digest: `sha256:${sha256(blob)}` },
    });
    const layerType = `application/vnd.docker.image.rootfs.diff.tar${packed ? '.gzip' : ''}`;
    return {
      ...{ schemaVersion: 2, mediaType: 'application/vnd.docker.distribution.manifest.v2+json' },
      config: describe('application/vnd.docker.container.image.v1+json', config),
      layers: blobs.map((blob) => describe(layerType, blob)),
    };
  }

  /** Puts a manifest or an index, whose parts are there; returns its digest. */
  async putManifest(
    repository: string,
    tag: string,
    document: { mediaType: string; [key: string]: unknown },
  ): Promise<string> {
    const body = Buffer.from(JSON.stringify(document));
    const path = `/v2/${repository}/manifests/${tag}`;
    const { status, digest } = await this.call('PUT', path, body, document.mediaType);
    if (status !== 201) throw new Error(`manifest upload: ${status}`);
    return digest;
  }
}

async function configure(host: string, directory: string, options: RegistryOptions): Promise<object> {
  const auth: Record<string, object> = {};
  if (options.basic !== undefined) {
    const path = join(directory, 'htpasswd');
    const [user = '', password = ''] = options.basic.split(':');
    writeFileSync(path, await must('htpasswd', ['-Bbn', user, password]));
    auth.htpasswd = { realm: 'test-realm', path };
  }
  if (options.token !== undefined) {
    const { realm, certificates } = options.token;
    const rootcertbundle = certificates.authority;
    auth.token = { realm, service: TOKEN_SERVICE, issuer: TOKEN_ISSUER, rootcertbundle };
  }
  const { tls } = options;
  return {
    version: 0.1,
    log: { level: 'warn' },
    storage: { filesystem: { rootdirectory: join(directory, 'data') } },
    http: { addr: host, secret: 'test', ...(tls && { tls: { certificate: tls.certificate, key: tls.key } }) },
    ...(Object.keys(auth).length > 0 && { auth }),
  };
}

/** A port that is free right now. */
export async function freePort(address = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
