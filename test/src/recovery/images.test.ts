import { expect } from 'chai';
import { after, afterEach, before, it } from 'mocha';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { makeImage, type TestImage } from '../harness/busybox.js';
import { eventually } from '../harness/eventually.js';
import { Registry } from '../harness/registry.js';
import { RegistryGate } from '../harness/registry-gate.js';
import { storedContent } from '../harness/remains.js';
import { onArca } from '../harness/suite.js';
import { writeTar } from '../harness/tar.js';

const MIDDLE = 2_500_000; // bytes of a blob after which it gets stuck

/** A way to a registry on which a blob gets stuck in the middle, as long as it is told so. */
class StickyGate {
  stuck = false;
  reached = 0;
  /** Parts of blobs that were asked for. */
  readonly ranges: string[] = [];

  private constructor(readonly server: Server) {}

  static async open(host: string): Promise<StickyGate> {
    const gate = new StickyGate(createServer());
    gate.server.on('request', (incoming, answer) => {
      const [hostname, port] = host.split(':');
      const { method, url, headers } = incoming;
      const forward = httpRequest({ hostname, port, method, path: url, headers }, (response) => {
        answer.writeHead(response.statusCode ?? 0, response.headers);
        const isBlob =
          method === 'GET' &&
          url!.includes('/blobs/') &&
          Number(response.headers['content-length']) > 100_000;
        if (isBlob && headers.range) gate.ranges.push(headers.range);
        if (!isBlob || !gate.stuck) return void response.pipe(answer);
        let passed = 0;
        response.on('data', (chunk: Buffer) => {
          answer.write(chunk);
          passed += chunk.length;
          if (passed < MIDDLE) return;
          gate.reached++;
          response.pause();
        });
      });
      forward.once('error', () => answer.destroy());
      incoming.pipe(forward);
    });
    gate.server.listen(0, '127.0.0.1');
    await once(gate.server, 'listening');
    return gate;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

onArca('kill -9 of the daemon while images move', (suite) => {
  let registry: Registry;
  let gate: StickyGate;
  let image: TestImage;
  before('start a registry', async () => {
    registry = await Registry.start();
    // A layer that no other image has: two archives, the end of the first left out.
    const { rootfs } = await makeImage([]);
    const more = await writeTar([
      { name: 'more', type: 'file', mode: 0o644, content: randomBytes(3_000_000) },
    ]);
    const layer = Buffer.concat([rootfs.subarray(0, rootfs.length - 1024), more]);
    image = await makeImage([], { Labels: { of: 'recovery' } }, layer);
    await registry.push(image, 'recovery/app', 'v1');
    gate = await StickyGate.open(registry.host);
  });
  after(async () => {
    gate.close();
    await registry.stop();
  });
  afterEach('bring the daemon back', async () => {
    gate.stuck = false;
    if (suite.engine.pid === undefined) await suite.engine.start();
    await suite.api.wipe();
    await suite.api.delete(`/images/${image.id}`, { force: true });
  });

  const images = async () => (await suite.api.get('/images/json', { all: true })).json<{ Id: string }[]>();
  /** Writes that containerd has begun and not ended. */
  const unfinished = () => {
    const found = readdirSync(suite.engine.directory, { recursive: true, encoding: 'utf8' });
    const ingest = found.find((path) => path.endsWith('io.containerd.content.v1.content/ingest'));
    const place = ingest && join(suite.engine.directory, ingest);
    return place && existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : [];
  };
  /** Bytes of the longest of them. */
  const written = () =>
    Math.max(
      0,
      ...unfinished().map((path) => statSync(join(path, 'data'), { throwIfNoEntry: false })?.size ?? 0),
    );

  it('a pull that was cut off leaves no image, and goes on where it was', async () => {
    const before = await images();
    gate.stuck = true;
    const pull = () =>
      suite.api.post('/images/create', undefined, { fromImage: `${gate.host}/recovery/app`, tag: 'v1' });
    const broken = pull().catch(() => undefined);
    await eventually(() => gate.reached > 0 && written() > MIDDLE / 2, 'half a layer is written');
    await suite.engine.crash();
    await broken;
    await suite.engine.start();
    expect((await images()).map(({ Id }) => Id)).to.deep.equal(before.map(({ Id }) => Id));
    expect(unfinished()).to.deep.equal([]);
    gate.stuck = false;
    expect((await pull()).text).to.include('Status: Downloaded newer image');
    expect(gate.ranges).to.have.length(1);
    const [, begin] = /^bytes=(\d+)-/.exec(gate.ranges[0]!)!;
    expect(Number(begin)).to.be.greaterThan(MIDDLE / 2);
    const { stdout } = await suite.api.run({ Image: `${gate.host}/recovery/app:v1`, Cmd: ['echo', 'whole'] });
    expect(stdout).to.equal('whole\n');
    await suite.api.wipe();
    await suite.api.delete(`/images/${gate.host}/recovery/app:v1`);
  });

  it('a load that was cut off leaves nothing, and works again', async () => {
    const before = await images();
    const headers = { 'Content-Type': 'application/x-tar' };
    const half = new PassThrough();
    half.write(image.tar.subarray(0, Math.floor(image.tar.length * 0.8)));
    const broken = suite.api.call('POST', '/images/load', { body: half, headers }).catch(() => undefined);
    await eventually(() => Promise.resolve(unfinished().length > 0), 'a layer is written');
    await suite.engine.crash();
    half.destroy();
    await broken;
    await suite.engine.start();
    expect((await images()).length).to.equal(before.length);
    expect(unfinished()).to.deep.equal([]);
    const again = await suite.api.call('POST', '/images/load', { body: image.tar, headers });
    expect(again.text).to.include(`Loaded image ID: ${image.id}`);
  });

  it('an import, a save and a push that were cut off leave nothing, and work again', async () => {
    const headers = { 'Content-Type': 'application/x-tar' };
    const load = await suite.api.call('POST', '/images/load', { body: image.tar, headers });
    suite.api.expect(load, 200);
    const push = await RegistryGate.open(registry.host);
    const name = `${push.host}/recovery/pushed`;
    suite.api.expect(
      await suite.api.post(`/images/${image.id}/tag`, undefined, { repo: name, tag: 'v1' }),
      201,
    );
    const stored = await storedContent(suite.engine);
    const listed = await images();

    let reached = 0;
    push.handle = ({ request, pass }) => {
      if (request.method !== 'PUT') return pass();
      reached += 1;
      request.once('data', () => request.pause());
    };
    const auth = { 'X-Registry-Auth': Buffer.from('{}').toString('base64') };
    const send = () =>
      suite.api.call('POST', `/images/${name}/push`, { query: { tag: 'v1' }, headers: auth });
    const query = { fromSrc: '-', repo: 'recovery/import' };
    const half = new PassThrough();
    half.write(image.rootfs.subarray(0, Math.floor(image.rootfs.length * 0.8)));
    const saving = suite.api.get(`/images/${image.id}/get`).catch(() => undefined);
    const broken = [
      send().catch(() => undefined),
      suite.api.call('POST', '/images/create', { body: half, headers, query }).catch(() => undefined),
      saving,
    ];
    await eventually(() => Promise.resolve(reached > 0 && unfinished().length > 0), 'all are under way');
    await suite.engine.crash();
    half.destroy();
    push.handle = ({ pass }) => pass();
    await Promise.all(broken);
    await suite.engine.start();
    expect(await storedContent(suite.engine)).to.deep.equal(stored);
    expect(await images()).to.deep.equal(listed);

    expect((await send()).text).to.match(/v1: digest: sha256:/);
    const body = image.rootfs;
    suite.api.expect(await suite.api.call('POST', '/images/create', { body, headers, query }), 200);
    suite.api.expect(await suite.api.get('/images/recovery/import/get'), 200);
    suite.api.expect(await suite.api.delete('/images/recovery/import', { force: true }), 200);
    push.close();
  });

  it('a prune that was cut off leaves images whole or gone', async () => {
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, index) => makeImage([], { Labels: { prune: `${index}` } })),
    );
    const headers = { 'Content-Type': 'application/x-tar' };
    for (const { tar } of made)
      suite.api.expect(await suite.api.call('POST', '/images/load', { body: tar, headers }), 200);
    const filters = JSON.stringify({ label: ['prune'] });
    const prune = () => suite.api.post('/images/prune', undefined, { filters });
    const broken = prune().catch(() => undefined);
    const left = async () => (await images()).filter(({ Id }) => made.some(({ id }) => id === Id));
    await eventually(async () => (await left()).length < made.length, 'some are gone');
    await suite.engine.crash();
    await broken;
    await suite.engine.start();
    for (const { Id } of await left()) {
      const { stdout } = await suite.api.run({ Image: Id, Cmd: ['echo', 'whole'] });
      expect(stdout).to.equal('whole\n');
    }
    await suite.api.wipe();
    suite.api.expect(await prune(), 200);
    expect(await left()).to.deep.equal([]);
  });
});
