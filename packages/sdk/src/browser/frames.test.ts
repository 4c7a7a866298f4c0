import { expect } from 'chai';
import { describe, it } from 'mocha';
import { DockerError } from '../docker-error.js';
import { collect, demultiplex, type OutputFrame } from './frames.js';

const framed = (stream: number, data: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(8 + data.length);
  bytes[0] = stream;
  new DataView(bytes.buffer).setUint32(4, data.length);
  bytes.set(data, 8);
  return bytes;
};
const text = (value: string) => new TextEncoder().encode(value);
const joined = (parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(frames: AsyncIterable<OutputFrame>): Promise<Record<'stdout' | 'stderr', number[]>> {
  const read = { stdout: [] as number[], stderr: [] as number[] };
  for await (const { stream, data } of frames) read[stream].push(...data);
  return read;
}

describe('frames in browsers', () => {
  const all = Uint8Array.from({ length: 256 }, (_, index) => index);
  const bytes = joined([framed(1, all), framed(2, text('wrong é')), framed(0, text('')), framed(1, all)]);

  it('are taken apart whatever the pieces are', async () => {
    for (let size = 1; size <= bytes.length; size += 1) {
      const got = await read(demultiplex(inPieces(bytes, size)));
      expect(got, `${size}`).to.deep.equal({ stdout: [...all, ...all], stderr: [...text('wrong é')] });
    }
  });

  it('are read from a stream of the web, which is cancelled by who stops', async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(framed(1, text('again'))),
      cancel: () => void (cancelled = true),
    });
    for await (const { data } of demultiplex(stream)) {
      expect(data).to.deep.equal(text('again'));
      break;
    }
    expect(cancelled).to.equal(true);
  });

  it('hold no long piece back', async () => {
    const begun = framed(1, new Uint8Array(100_000)).subarray(0, 50_000);
    for await (const { data } of demultiplex(inPieces(begun, begun.length))) {
      expect(data.length).to.equal(50_000 - 8);
      break;
    }
  });

  it('become text, also of characters that are cut', async () => {
    const cut = joined([
      framed(1, text('é').subarray(0, 1)),
      framed(2, text('!')),
      framed(1, text('é').subarray(1)),
    ]);
    expect(await collect(demultiplex(inPieces(cut, 3)))).to.deep.equal({ stdout: 'é', stderr: '!' });
  });

  it('fail with what the engine says in them, and when they are cut off', async () => {
    const failure = await collect(demultiplex(inPieces(framed(3, text('no more')), 2))).catch(
      (error: Error) => error,
    );
    expect(failure).to.be.instanceOf(DockerError).and.include({ message: 'no more', kind: 'stream' });
    for (const length of [3, 8, 20]) {
      const cut = await collect(demultiplex(inPieces(bytes.subarray(0, length), 7))).catch(
        (error: Error) => error,
      );
      expect((cut as Error).message, `${length}`).to.equal('the output ended inside a frame');
    }
  });
});
