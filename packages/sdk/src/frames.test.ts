import { expect } from 'chai';
import { describe, it } from 'mocha';
import { demultiplex, type OutputFrame } from './frames.js';

const frameOf = (stream: number, data: Uint8Array): Buffer => {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(data.length, 4);
  return Buffer.concat([header, data]);
};

async function* inPieces(bytes: Buffer, sizes: () => number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const size = Math.max(1, sizes());
    yield bytes.subarray(at, (at += size));
    await Promise.resolve();
  }
}

const all = async (bytes: AsyncIterable<Uint8Array>): Promise<OutputFrame[]> => {
  const frames: OutputFrame[] = [];
  for await (const { stream, data } of demultiplex(bytes)) frames.push({ stream, data: Buffer.from(data) });
  return frames;
};

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error as Error,
  );

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

describe('frames', () => {
  it('are the same wherever the pieces end', async () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = numbers(seed);
      const frames = Array.from({ length: next(8) }, () => {
        const data = Buffer.from(Array.from({ length: next(40) }, () => next(256)));
        return { stream: next(2) === 0 ? ('stdout' as const) : ('stderr' as const), data };
      });
      const bytes = Buffer.concat(
        frames.map(({ stream, data }) => frameOf(stream === 'stdout' ? 1 : 2, data)),
      );
      expect(await all(inPieces(bytes, () => next(13))), `seed ${seed}`).to.deep.equal(frames);
    }
  });

  it('that are long come in the pieces that arrive, of which none is held, and lines of logs whole', async () => {
    const data = Buffer.alloc(8_000_000, 'x');
    const frames = await all(inPieces(frameOf(2, data), () => 1000));
    expect(frames.every(({ stream }) => stream === 'stderr')).to.equal(true);
    expect(frames.reduce((most, frame) => Math.max(most, frame.data.length), 0)).to.equal(1000);
    expect(Buffer.concat(frames.map((frame) => frame.data)).equals(data)).to.equal(true);
    const line = Buffer.alloc(16 * 1024 + 31, 'l');
    const [whole, ...others] = await all(inPieces(frameOf(1, line), () => 1000));
    expect([whole?.data.equals(line), others]).to.deep.equal([true, []]);
  });

  it('that a daemon fails in are errors, as is an end inside of one', async () => {
    const failed = await failure(all(inPieces(frameOf(3, Buffer.from('no more')), () => 5)));
    expect(failed).to.include({ message: 'no more', kind: 'stream', operation: 'ContainerAttach' });
    const cut = await failure(all(inPieces(frameOf(1, Buffer.from('abc')).subarray(0, 9), () => 100)));
    expect(cut?.message).to.equal('the output ended inside a frame');
  });
});
