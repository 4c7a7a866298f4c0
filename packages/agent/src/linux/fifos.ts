import type { ProcessOutput } from '@arca/agent-proto';
import { closeSync, constants, openSync } from 'node:fs';
import { Socket, type SocketConstructorOpts } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { PipeSize } from './pipe-size.js';
import { mkfifo } from './syscalls.js';

const { O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY } = constants;

/**
 * Makes a FIFO and opens its read end without waiting for a writer. Opened before the writer is, so that nothing is
 * lost and the end of the stream is seen.
 */
export function makeOutputFifo(path: string): number {
  mkfifo(path);
  return openSync(path, O_RDONLY | O_NONBLOCK);
}

/**
 * Opens the read end of a FIFO whose writer may have gone already. A read end that never had a writer does not end:
 * opening and closing one makes the kernel report the end once nobody else writes.
 */
export function reopenOutputFifo(path: string): number {
  const fd = openSync(path, O_RDONLY | O_NONBLOCK);
  closeSync(openSync(path, O_WRONLY | O_NONBLOCK));
  return fd;
}

/** What all FIFOs are read into, one after the other: reading makes no garbage. */
const space = Buffer.allocUnsafeSlow(128 * 1024);

/**
 * Readers that have to stop, so that requests are answered between two reads while containers write as fast as they can: a
 * log takes some 0.5 ms for what one read gives.
 */
class Turns {
  /** Bytes that may be read in this turn of the event loop. */
  #left = space.length;
  readonly #waiting: FifoReader[] = [];

  /** False: the reader must stop until it is told to go on. */
  take(reader: FifoReader, bytes: number): boolean {
    this.#left -= bytes;
    if (this.#left > 0) return true;
    if (this.#waiting.push(reader) === 1) setImmediate(() => this.#next());
    return false;
  }

  /** One goes on in each turn; those that have not waited read meanwhile as well. */
  #next(): void {
    this.#left = space.length;
    const reader = this.#waiting.shift()!;
    if (!reader.isPaused()) reader.read(0);
    if (this.#waiting.length > 0) setImmediate(() => this.#next());
  }
}

/**
 * The stream of a FIFO's read end. It is polled by epoll and takes no thread. Owns the descriptor. Nothing is read
 * before somebody wants it: what stays in the FIFO outlives the agent.
 */
class FifoReader extends Socket implements ProcessOutput {
  #taker: ((bytes: Buffer) => void) | undefined;
  readonly #size: PipeSize;

  constructor(fd: number) {
    const callback = (length: number) => this.#read(space.subarray(0, length));
    // Node's types lack `manualStart`.
    const options: SocketConstructorOpts & { manualStart: boolean } = {
      ...{ fd, readable: true, writable: false, manualStart: true },
      onread: { buffer: space, callback },
    };
    super(options);
    this.#size = new PipeSize(fd);
    this.once('close', () => this.#size.release());
  }

  lend(taker: (bytes: Buffer) => void): void {
    this.#taker = taker;
  }

  #read(bytes: Buffer): boolean {
    this.#size.passed(bytes.length);
    if (!this.#taker) return this.push(Buffer.from(bytes));
    this.#taker(bytes);
    return turns.take(this, bytes.length);
  }
}

const turns = new Turns();

export const fifoReader = (fd: number): FifoReader => silent(new FifoReader(fd));

/** Our end of a FIFO for the input of a process. */
export class InputFifo {
  readonly #path: string;
  readonly #socket: Socket;
  readonly #size: PipeSize;
  #closed = false;

  private constructor(path: string, fd: number) {
    this.#path = path;
    this.#size = new PipeSize(fd);
    this.#socket = silent(new Socket({ fd, readable: false, writable: true }));
  }

  static make(path: string): InputFifo {
    mkfifo(path);
    return InputFifo.open(path);
  }

  /** O_RDWR does not wait for a reader. */
  static open(path: string): InputFifo {
    return new InputFifo(path, openSync(path, O_RDWR | O_NONBLOCK));
  }

  /** Calls back when the bytes are in the FIFO, and when they never will be. */
  write(bytes: Buffer, done: () => void): void {
    if (!this.#closed) this.#size.passed(bytes.length);
    this.#socket.write(bytes, () => done());
  }

  /**
   * Ends the input after what was written. Our end stays open until the reader has come: before that, the kernel would drop
   * what is in the FIFO, and a reader that opens it later would wait for ever for a writer.
   */
  async finish(): Promise<void> {
    if (this.#closed) return;
    this.#size.release();
    const keeper = openSync(this.#path, O_WRONLY | O_NONBLOCK);
    this.#socket.destroy(); // it reads as well, so that readers of others could not be told from it
    try {
      while (!this.#closed && !hasReader(this.#path)) await delay(1);
    } finally {
      closeSync(keeper);
      this.#closed = true;
    }
  }

  /** Drops what has not been read, if nobody else has opened the FIFO. */
  close(): void {
    this.#closed = true;
    this.#size.release();
    this.#socket.destroy();
  }
}

function hasReader(path: string): boolean {
  try {
    closeSync(openSync(path, O_WRONLY | O_NONBLOCK));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENXIO'; // it may have been removed: nobody will come
  }
}

/** Errors of a stream are seen by its reads and writes; without a listener they would end the process. */
function silent<S extends Socket>(socket: S): S {
  return socket.on('error', () => undefined);
}
