import { dockerError } from './docker-error.js';

/** A piece of a container's output. */
export interface OutputFrame {
  stream: 'stdout' | 'stderr';
  data: Buffer;
}

const HEADER_LENGTH = 8;
const STDERR = 2;
const SYSTEM_ERROR = 3;

/**
 * Frames up to this length come whole, as a line of a log does, which engines cut at 16 KiB and put a time and details
 * before. Longer ones come in the pieces that they arrive in, which need not be copied.
 */
const WHOLE = 24 * 1024;

/**
 * Takes a multiplexed stream apart: before each piece stand its stream (0 and 1 stdout, 2 stderr, 3 a failure of the
 * daemon), three zeros and its length as a big-endian 32-bit number. Holds at most 24 KiB and a chunk, however long a
 * frame says it is. Rejects with a DockerError for such a failure, and when the stream ends inside a frame.
 */
export async function* demultiplex(
  bytes: AsyncIterable<unknown>,
  operation = 'ContainerAttach',
): AsyncGenerator<OutputFrame> {
  const splitter = new Splitter();
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    splitter.push(chunk);
    for (let frame = splitter.next(); frame !== undefined; frame = splitter.next()) {
      if (frame.type === SYSTEM_ERROR) throw dockerError(200, textOf(frame.data), operation);
      yield { stream: frame.type === STDERR ? 'stderr' : 'stdout', data: frame.data };
    }
  }
  if (!splitter.empty) throw new Error('the output ended inside a frame');
}

const textOf = (data: Uint8Array): string => new TextDecoder().decode(data);

/** Cuts chunks into frames. A frame that lies in one chunk is not copied. */
class Splitter {
  #chunks: Uint8Array[] = [];
  #held = 0;
  /** Of the frame whose header has been taken off; -1 before. */
  #type = -1;
  #left = 0;
  #whole = true;

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#held += chunk.length;
  }

  /** The next frame, or piece of a long one; undefined while there is none. */
  next(): { type: number; data: Buffer } | undefined {
    if (this.#type < 0) {
      if (this.#held < HEADER_LENGTH) return undefined;
      const header = this.#take(HEADER_LENGTH);
      this.#type = header[0] as number;
      this.#left = new DataView(header.buffer, header.byteOffset).getUint32(4);
      // A failure of the daemon is one text, of which the beginning is enough.
      this.#whole = this.#left <= WHOLE || this.#type === SYSTEM_ERROR;
    }
    const given = this.#whole ? this.#held : (this.#chunks[0]?.length ?? 0);
    if (this.#whole ? given < Math.min(this.#left, WHOLE) : given === 0) return undefined;
    const type = this.#type;
    const data = this.#take(Math.min(this.#left, given));
    this.#left -= data.length;
    if (this.#left === 0) this.#type = -1;
    return { type, data };
  }

  get empty(): boolean {
    return this.#held === 0 && this.#type < 0;
  }

  /** Takes so many of the bytes that are held. */
  #take(length: number): Buffer {
    this.#held -= length;
    const [first] = this.#chunks;
    if (first === undefined) return allocate(0);
    if (first.length > length) {
      this.#chunks[0] = first.subarray(length);
      return view(first, length);
    }
    if (first.length === length) {
      this.#chunks.shift();
      return view(first, length);
    }
    return this.#join(length);
  }

  #join(length: number): Buffer {
    const all = allocate(length);
    let at = 0;
    let count = 0;
    while (at < length) {
      const chunk = this.#chunks[count] as Uint8Array;
      const taken = Math.min(chunk.length, length - at);
      all.set(taken === chunk.length ? chunk : chunk.subarray(0, taken), at);
      at += taken;
      if (taken < chunk.length) this.#chunks[count] = chunk.subarray(taken);
      else count++;
    }
    this.#chunks.splice(0, count);
    return all;
  }
}

interface BufferClass {
  allocUnsafe(length: number): Uint8Array;
  from(buffer: ArrayBufferLike, offset: number, length: number): Uint8Array;
}

/** Buffer are Buffers where there are any. */
const NodeBuffer = (globalThis as { Buffer?: BufferClass }).Buffer;

const allocate = (length: number): Buffer =>
  (NodeBuffer ? NodeBuffer.allocUnsafe(length) : new Uint8Array(length)) as Buffer;

const view = ({ buffer, byteOffset }: Uint8Array, length: number): Buffer =>
  (NodeBuffer
    ? NodeBuffer.from(buffer, byteOffset, length)
    : new Uint8Array(buffer, byteOffset, length)) as Buffer;
