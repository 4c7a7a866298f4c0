import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { after, afterEach, before, describe, it } from 'mocha';
import { makeImage, smallLayer, writeTar, type MadeImage } from './testing/archives.js';
import { Gate, type Passing } from './testing/gate.js';
import { Registry } from './testing/registry.js';
import { all, caught, Testbed } from './testing/testbed.js';

const NOTHING = { blobs: [], ingests: [], snapshots: [] };

describe('pulling of images when things go wrong', function () {
  this.timeout(60_000);
  let bed: Testbed;
  let registry: Registry;
  let image: MadeImage;
  let pushed: { digest: string; layers: string[] };
  const gates: Gate[] = [];

  before(async () => {
    [bed, registry] = await Promise.all([Testbed.open(), Registry.start()]);
    const layers = ['one', 'two', 'three', 'four'].map((text) => smallLayer(text.padEnd(300_000, text)));
    image = makeImage(await Promise.all(layers));
    pushed = await registry.push(image, 'group/app', 'v1');
  });
  after(async () => {
    await registry.stop();
    await bed.close();
  });
  afterEach(async () => {
    for (const gate of gates.splice(0)) gate.close();
    await bed.removeAll();
    expect(await bed.leftovers()).to.deep.equal(NOTHING);
  });

  const gate = async (handle: (passing: Passing) => void | Promise<void>): Promise<Gate> => {
    const opened = await Gate.open(registry.host, handle);
    gates.push(opened);
    return opened;
  };
  const statuses = async (reference: string, request = {}) =>
    (await bed.pull(reference, request)).map(({ status }) => status);
  const isBlob = ({ request }: Passing, digest = 'sha256:') => request.url!.includes(`/blobs/${digest}`);

  it('takes up a download that broke, where it broke', async () => {
    const ranges: (string | undefined)[] = [];
    const cutting = await gate(async (passing) => {
      if (!isBlob(passing, pushed.layers[1])) return passing.pass();
      ranges.push(passing.request.headers.range);
      const answer = await passing.forward();
      passing.response.writeHead(answer.statusCode!, answer.headers);
      if (ranges.length > 2) return void answer.pipe(passing.response);
      for await (const chunk of answer) {
        passing.response.write((chunk as Buffer).subarray(0, 100), () => passing.response.destroy());
        break;
      }
    });
    const lines = await statuses(`${cutting.host}/group/app:v1`);
    expect(ranges).to.deep.equal([undefined, 'bytes=100-', 'bytes=200-']);
    expect(lines).to.include('Retrying in 1 second');
  });

  describe('a large layer', () => {
    const SIZE = 3 * 1024 ** 2;
    let large: MadeImage;
    let layer: string;
    before(async () => {
      large = makeImage([await writeTar([{ name: 'noise', content: randomBytes(SIZE) }])]);
      [layer = ''] = (await registry.push(large, 'group/large', 'v1')).layers;
    });

    /** A pull that is stopped when two thirds have come. Gives what later ones ask for. */
    const cut = async (change = (bytes: Buffer) => bytes) => {
      const asked: (string | undefined)[] = [];
      const stop = new AbortController();
      const { host } = await gate(async (passing) => {
        const { request, response } = passing;
        if (!isBlob(passing, layer)) return passing.pass();
        asked.push(request.headers.range);
        if (asked.length > 2) return passing.pass();
        if (asked.length === 2) return stop.abort();
        const chunks: Buffer[] = [];
        const answer = await passing.forward();
        response.writeHead(answer.statusCode!, answer.headers);
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        response.write(change(Buffer.concat(chunks).subarray(0, (SIZE * 2) / 3)), () => response.destroy());
      });
      const reference = `${host}/group/large:v1`;
      await caught(all(bed.images.pull({ reference }, { signal: stop.signal })));
      expect(await bed.leftovers()).to.deep.equal(NOTHING);
      return { asked: () => asked.slice(2), reference };
    };

    it('goes on in a later pull from what an earlier one has left', async () => {
      const { asked, reference } = await cut();
      await bed.restart();
      await bed.pull(reference);
      expect(asked()).to.have.length(1);
      expect(Number(/^bytes=(\d+)-$/.exec(asked()[0] ?? '')![1])).to.be.within(1024 ** 2, SIZE);
      expect(await bed.images.forgetDownloads({})).to.include({ reclaimed: 0 });
    });

    it('begins anew when what was left is wrong, or was forgotten', async () => {
      const wrong = await cut((bytes) => Buffer.alloc(bytes.length));
      await bed.pull(wrong.reference);
      expect(wrong.asked()).to.have.length(2);
      expect(wrong.asked()[1]).to.equal(undefined);
      await bed.removeAll();
      const { asked, reference } = await cut();
      expect((await bed.images.forgetDownloads({})).reclaimed).to.be.within(1024 ** 2, SIZE);
      await bed.pull(reference);
      expect(asked()).to.deep.equal([undefined]);
    });
  });

  it('goes on when the registry ignores where to go on', async () => {
    let asked = 0;
    const whole = await gate(async (passing) => {
      if (!isBlob(passing, pushed.layers[0])) return passing.pass();
      delete passing.request.headers.range;
      const answer = await passing.forward();
      passing.response.writeHead(200, answer.headers);
      asked += 1;
      if (asked > 1) return void answer.pipe(passing.response);
      for await (const chunk of answer) {
        passing.response.write((chunk as Buffer).subarray(0, 333), () => passing.response.destroy());
        break;
      }
    });
    await bed.pull(`${whole.host}/group/app:v1`);
    expect(asked).to.equal(2);
  });

  it('begins anew when the registry goes on elsewhere', async () => {
    const ranges: (string | undefined)[] = [];
    const elsewhere = await gate(async (passing) => {
      const { request, response } = passing;
      if (!isBlob(passing, pushed.layers[0])) return passing.pass();
      ranges.push(request.headers.range);
      if (request.headers.range !== undefined) request.headers.range = 'bytes=200-';
      const answer = await passing.forward();
      response.writeHead(answer.statusCode!, answer.headers);
      if (ranges.length > 1) return void answer.pipe(response);
      for await (const chunk of answer) {
        response.write((chunk as Buffer).subarray(0, 100), () => response.destroy());
        break;
      }
    });
    await bed.pull(`${elsewhere.host}/group/app:v1`);
    expect(ranges).to.deep.equal([undefined, 'bytes=100-', undefined]);
  });

  it('waits for a registry that is busy', async () => {
    const refused = new Set<string>();
    const busy = await gate((passing) => {
      const { url = '' } = passing.request;
      if (refused.has(url) || url === '/v2/') return passing.pass();
      refused.add(url);
      passing.response.writeHead(429, { 'retry-after': '1' }).end('{"details":"slow down"}');
    });
    const lines = await statuses(`${busy.host}/group/app:v1`);
    expect(lines).to.include('Retrying in 1 second');
    expect(lines.at(-1)).to.match(/Downloaded newer image/);
    expect(refused.size).to.be.greaterThan(2);
  });

  it('gives up after several attempts, and leaves nothing', async () => {
    const broken = await gate((passing) => {
      if (isBlob(passing, pushed.layers[3])) passing.response.writeHead(503).end();
      else return passing.pass();
    });
    const error = await caught(bed.pull(`${broken.host}/group/app:v1`));
    expect(error).to.include({
      code: 'INTERNAL',
      message: 'received unexpected HTTP status: 503 Service Unavailable',
    });
    expect(broken.count(pushed.layers[3]!)).to.equal(5);
  });

  it('does not insist on a blob that is not there', async () => {
    const lacking = await gate((passing) => {
      if (isBlob(passing, pushed.layers[0]))
        passing.response.writeHead(404).end('{"errors":[{"code":"BLOB_UNKNOWN"}]}');
      else return passing.pass();
    });
    const error = await caught(bed.pull(`${lacking.host}/group/app:v1`));
    expect(error.message).to.equal('blob unknown: blob unknown');
    expect(lacking.count(pushed.layers[0]!)).to.equal(1);
  });

  it('refuses forged layers, configurations and manifests', async () => {
    const size = (text: string) => ({ 'content-length': text.length });
    const forge = (part: string, answer: (original: Buffer) => Buffer) =>
      gate(async (passing) => {
        if (!passing.request.url!.includes(part)) return passing.pass();
        const chunks: Buffer[] = [];
        for await (const chunk of await passing.forward()) chunks.push(chunk as Buffer);
        const body = answer(Buffer.concat(chunks));
        passing.response.writeHead(200, {
          ...size(body.toString('latin1')),
          'content-type': 'application/vnd.oci.image.manifest.v1+json',
        });
        passing.response.end(body);
      });
    const changed = (bytes: Buffer) =>
      Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]);
    const longer = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('more')]);
    const layer = pushed.layers[2]!;
    for (const change of [changed, longer]) {
      const { host } = await forge(layer, change);
      const error = await caught(bed.pull(`${host}/group/app:v1`));
      expect(error.message).to.equal(`filesystem layer verification failed for digest ${layer}`);
      const other = await forge(image.id, change);
      const failure = await caught(bed.pull(`${other.host}/group/app:v1`));
      expect(failure.message).to.equal(`image config verification failed for digest ${image.id}`);
    }
    const { host } = await forge('/manifests/', (bytes) => Buffer.concat([bytes, Buffer.from(' ')]));
    const error = await caught(bed.pull(`${host}/group/app@${pushed.digest}`));
    expect(error.message).to.equal(`manifest verification failed for digest ${pushed.digest}`);
    for (const junk of ['', 'no json', '[]', '{"schemaVersion":1}']) {
      const junkGate = await forge('/manifests/', () => Buffer.from(junk));
      expect((await caught(bed.pull(`${junkGate.host}/group/app:v1`))).code, junk).to.equal(
        'INVALID_ARGUMENT',
      );
    }
  });

  it('refuses a layer that is not what the configuration says', async () => {
    const forged = { ...image, layers: [await smallLayer('x'), ...image.layers.slice(1)] };
    await registry.push(forged, 'group/forged', 'v1');
    const error = await caught(bed.pull(`${registry.host}/group/forged:v1`));
    expect(error.message).to.match(/^invalid diffID for layer 0: expected "sha256:/);
  });

  it('leaves nothing when it is told to stop', async () => {
    const stop = new AbortController();
    let reached = 0;
    const stalling = await gate(async (passing) => {
      if (!isBlob(passing) || isBlob(passing, image.id)) return passing.pass();
      const answer = await passing.forward();
      passing.response.writeHead(200, answer.headers);
      answer.once('data', (chunk: Buffer) => passing.response.write(chunk.subarray(0, 10)));
      reached += 1;
      if (reached === 3) stop.abort();
    });
    const request = { reference: `${stalling.host}/group/app:v1` };
    const error = await caught(all(bed.images.pull(request, { signal: stop.signal })));
    expect(error).to.include({ code: 'CANCELLED' });
    expect(reached).to.equal(3);
  });

  it('stops when nobody reads its reports any more', async () => {
    for await (const { status } of bed.images.pull({ reference: `${registry.host}/group/app:v1` })) {
      if (status === 'Pulling fs layer') break;
    }
    expect((await bed.images.list({})).images).to.deep.equal([]);
  });

  it('says what the registry has not got, and where there is none', async () => {
    for (const name of ['group/app:nosuch', 'no/such:v1']) {
      expect(await caught(bed.pull(`${registry.host}/${name}`))).to.include({
        code: 'NOT_FOUND',
        message: `manifest for ${registry.host}/${name} not found: manifest unknown: manifest unknown`,
      });
    }
    expect(await caught(bed.pull('127.0.0.1:1/x'))).to.include({
      code: 'INTERNAL',
      message: 'Get "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused',
    });
    expect(await caught(bed.pull('UPPER'))).to.include({ code: 'INVALID_ARGUMENT' });
    expect((await caught(bed.pull('registry.invalid/x'))).message).to.equal(
      'Get "https://registry.invalid/v2/": dial tcp: lookup registry.invalid: no such host',
    );
  });
});
