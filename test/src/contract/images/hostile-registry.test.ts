import { expect } from 'chai';
import { after, afterEach, before, beforeEach, it } from 'mocha';
import { randomBytes } from 'node:crypto';
import { must } from '../../harness/command.js';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import { DockerCli } from '../../harness/docker-cli.js';
import { eventually } from '../../harness/eventually.js';
import { Registry } from '../../harness/registry.js';
import { RegistryGate, type Passing } from '../../harness/registry-gate.js';
import { storedContent } from '../../harness/remains.js';
import { onArca } from '../../harness/suite.js';
import { sha256, writeTar } from '../../harness/tar.js';

/** Where layers are cut, bytes from their beginning. */
const CUTS = [1, 511, 65_536, 150_001, 199_999];
const SIZE = 200_000;

onArca('docker pull from a registry that', (suite) => {
  let registry: Registry;
  let gate: RegistryGate;
  let image: TestImage;
  let layers: string[];
  let atFirst: string[];

  before('start a registry, and a gate before it', async () => {
    registry = await Registry.start();
    const tars = CUTS.map((_, index) =>
      writeTar([{ name: `file${index}`, type: 'file', mode: 0o644, content: randomBytes(SIZE - 1536) }]),
    );
    image = await makeImage([], { Labels: { of: 'hostile' } }, await Promise.all(tars));
    layers = image.diffIds;
    await registry.push(image, 'group/app', 'v1');
    gate = await RegistryGate.open(registry.host);
  });
  after(async () => {
    gate.close();
    await registry.stop();
  });
  beforeEach('look at what is stored', async () => {
    gate.handle = ({ pass }) => pass();
    gate.seen.length = 0;
    atFirst = await storedContent(suite.engine);
  });
  afterEach('see that nothing of it is left', async () => {
    await suite.api.delete(`/images/${image.id}`, { force: true });
    await eventually(
      async () => (await storedContent(suite.engine)).join() === atFirst.join(),
      'nothing is left of the image',
    );
  });

  const cli = () => new DockerCli(suite.engine);
  const name = () => `${gate.host}/group/app:v1`;
  const pull = () => cli().run(['pull', name()]);
  const isLayer = ({ line }: Passing, digest = '') =>
    line.includes(`/blobs/${digest}`) && !line.includes(image.id);
  /** The end of a pull that must fail, by what it tells. */
  const refused = async (handle: (passing: Passing) => void | Promise<void>): Promise<string> => {
    gate.handle = handle;
    const { code, stderr } = await pull();
    expect(code, stderr).to.equal(1);
    expect((await suite.api.get(`/images/${image.id}/json`)).status).to.equal(404);
    return stderr;
  };
  const forge = async ({ forward, response }: Passing, change: (whole: Buffer) => Buffer, type?: string) => {
    const answer = await forward();
    const body = change(Buffer.concat((await answer.toArray()) as Buffer[]));
    const headers = {
      ...answer.headers,
      'content-length': body.length,
      ...(type && { 'content-type': type }),
    };
    response.writeHead(200, headers).end(body);
  };

  it('cuts the line, at any byte, or ends before it has sent all: goes on from there', async () => {
    const cut = new Set<string>();
    const ranges: string[] = [];
    gate.handle = async (passing) => {
      const { line, request, response, forward, pass } = passing;
      const index = layers.findIndex((digest) => line.includes(digest));
      if (request.headers.range !== undefined) ranges.push(request.headers.range);
      if (index < 0 || cut.has(line)) return pass();
      cut.add(line);
      const answer = await forward();
      const whole = Buffer.concat((await answer.toArray()) as Buffer[]);
      const part = whole.subarray(0, CUTS[index]);
      if (index % 2 === 1)
        return void response.writeHead(200, { ...answer.headers, 'content-length': part.length }).end(part);
      response.writeHead(200, answer.headers);
      response.write(part, () => response.destroy());
    };
    const { code, stderr } = await pull();
    expect(code, stderr).to.equal(0);
    const expected = CUTS.map((bytes) => `bytes=${bytes}-`);
    expect(ranges.sort()).to.deep.equal(expected.sort());
    expect((await suite.api.get(`/images/${image.id}/json`)).status).to.equal(200);
  });

  it('sends another layer than it says, or less of it: refuses it', async () => {
    const flipped = (whole: Buffer) =>
      Buffer.concat([whole.subarray(0, -1), Buffer.from([whole.at(-1)! ^ 1])]);
    for (const change of [flipped, (whole: Buffer) => Buffer.concat([whole, Buffer.from('x')])]) {
      const text = await refused((passing) =>
        isLayer(passing, layers[4]) ? forge(passing, change) : passing.pass(),
      );
      expect(text).to.include(`filesystem layer verification failed for digest ${layers[4]}`);
    }
  });

  it('sends what is no manifest, a huge one, or one of long ago: says so', async () => {
    const manifest = (change: (whole: Buffer) => Buffer, type?: string) =>
      refused((passing) =>
        passing.line.includes('/manifests/') ? forge(passing, change, type) : passing.pass(),
      );
    expect(await manifest(() => Buffer.from('<html>sign in</html>'), 'text/html')).to.match(
      /invalid manifest|unsupported manifest media type/,
    );
    expect(await manifest(() => Buffer.alloc(5_000_000, ' '))).to.include('is longer than');
    const old = JSON.stringify({ schemaVersion: 1, name: 'group/app', tag: 'v1', fsLayers: [], history: [] });
    for (const type of ['application/vnd.docker.distribution.manifest.v1+prettyjws', 'application/json'])
      expect(await manifest(() => Buffer.from(old), type)).to.match(/schema 1 .*not supported/);
  });

  it('has too many requests: comes back when it says so, and gives up when that is long after', async () => {
    const first = new Set<string>();
    gate.handle = ({ line, response, pass }) => {
      if (line.endsWith('/v2/') || !/manifests|blobs/.test(line) || first.size > 2) return pass();
      if (first.has(line)) return pass();
      first.add(line);
      response.writeHead(429, { 'retry-after': '1' }).end();
    };
    const { code, stdout, stderr } = await pull();
    expect(code, stderr).to.equal(0);
    expect(first.size).to.equal(3);
    expect(stdout).to.include('Retrying in 1 second');
    await suite.api.delete(`/images/${image.id}`, { force: true });
    const body = JSON.stringify({
      errors: [{ code: 'TOOMANYREQUESTS', message: 'You have reached your limit' }],
    });
    const text = await refused(({ line, response, pass }) =>
      line.includes('/blobs/') ? void response.writeHead(429, { 'retry-after': '7200' }).end(body) : pass(),
    );
    expect(text).to.include('toomanyrequests: You have reached your limit');
  });

  it('sends it to another host: goes there, without the password', async () => {
    const elsewhere = await RegistryGate.open(registry.host);
    const password = `Basic ${Buffer.from('tester:word').toString('base64')}`;
    const client = cli();
    client.login(gate.host, 'tester:word');
    try {
      gate.handle = ({ request, response, pass }) => {
        if (request.headers.authorization !== password)
          return void response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
        if (!request.url!.includes('/blobs/')) return pass();
        response.writeHead(307, { location: `http://${elsewhere.host}${request.url}` }).end();
      };
      const { code, stderr } = await client.run(['pull', name()]);
      expect(code, stderr).to.equal(0);
      expect(elsewhere.seen.length).to.equal(layers.length + 1);
      expect(elsewhere.seen.filter(({ headers }) => headers.authorization !== undefined)).to.deep.equal([]);
      await suite.api.delete(`/images/${image.id}`, { force: true });
      const circles = ({ request, response }: Passing) =>
        void response.writeHead(302, { location: request.url! }).end();
      expect(await refused((passing) => (isLayer(passing) ? circles(passing) : passing.pass()))).to.match(
        /basic auth|redirects/,
      );
    } finally {
      client.login('other', 'x:y');
      elsewhere.close();
    }
  });

  it('stalls: the pull ends with its client, and another one works', async () => {
    let stalled = 0;
    gate.handle = async (passing) => {
      if (!isLayer(passing)) return passing.pass();
      const answer = await passing.forward();
      passing.response.writeHead(200, answer.headers);
      answer.once('data', (chunk: Buffer) => passing.response.write(chunk.subarray(0, 1000)));
      stalled += 1;
      passing.response.once('close', () => (stalled -= 1));
    };
    const waiting = cli().background('pull', name());
    await eventually(() => Promise.resolve(stalled === 3), 'three layers have stalled');
    waiting.kill('SIGKILL');
    await waiting.ended;
    await eventually(() => Promise.resolve(stalled === 0), 'the connections are given up');
    await eventually(
      async () => (await storedContent(suite.engine)).join() === atFirst.join(),
      'nothing is left of the first pull',
    );
    gate.handle = ({ pass }) => pass();
    expect((await pull()).code).to.equal(0);
  });

  it('serves all tags: pulls them, and two of one image once', async () => {
    const other = await makeImage([], { Labels: { of: 'hostile', other: 'yes' } }, image.layers.slice(0, 1));
    await registry.push(image, 'group/all', 'one');
    await registry.push(image, 'group/all', 'two');
    await registry.push(other, 'group/all', 'three');
    const repository = `${gate.host}/group/all`;
    const { code, stderr } = await cli().run(['pull', '--all-tags', repository]);
    expect(code, stderr).to.equal(0);
    const listed = await must('docker', ['images', '--format', '{{.Tag}}', repository], {
      env: cli().environment,
    });
    expect(listed.trim().split('\n').sort()).to.deep.equal(['one', 'three', 'two']);
    const asked = gate.seen.filter(({ line }) => line.includes(layers[0]!));
    expect(asked).to.have.length(1);
    await suite.api.delete(`/images/${other.id}`, { force: true });
    expect(sha256(image.layers[0]!)).to.equal(layers[0]!.slice('sha256:'.length));
  });
});
