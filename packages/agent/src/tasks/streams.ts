import type { ProcessOutput, ProcessStdio } from '@arca/agent-proto';
import { Writable, type Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { InputFifo } from '../linux/fifos.js';

/**
 * Standard input of a process. Ending it ends the process's input once all that was written is in the pipe. What is
 * written after the process has ended is dropped.
 */
class ProcessInput extends Writable {
  constructor(
    private readonly fifo: InputFifo,
    private readonly closeIo: () => Promise<unknown>,
  ) {
    super({ emitClose: true });
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.fifo.write(chunk, done);
  }

  override _final(done: (error?: Error) => void): void {
    // The shim writes to the FIFO as well as reads it: its own end for writing goes first.
    this.closeIo()
      .catch(() => undefined) // the process has ended
      .then(() => this.fifo.finish())
      .then(() => done(), done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.fifo.close();
    done(error);
  }
}

/** `bytesRead` tells progress; a stream without it has none. */
export type Output = ProcessOutput & { bytesRead?: number };

export interface StreamParts {
  stdin: InputFifo | null;
  stdout: Output;
  stderr: Output | null;
  /** The shim's CloseIO for the process. */
  closeIo: () => Promise<unknown>;
}

/** The agent's ends of a process's standard streams. */
export class ProcessStreams {
  readonly stdio: ProcessStdio;
  private readonly outputs: Output[];
  private readonly ended: Promise<unknown>;
  private claimed = false;

  constructor(private readonly parts: StreamParts) {
    const { stdin, stdout, stderr, closeIo } = parts;
    this.stdio = { stdin: stdin && new ProcessInput(stdin, closeIo), stdout, stderr };
    this.outputs = stderr ? [stdout, stderr] : [stdout];
    this.ended = Promise.all(this.outputs.map(end));
  }

  claim(): ProcessStdio {
    this.claimed = true;
    return this.stdio;
  }

  /**
   * Resolves when the outputs have been read to their end, or `grace` ms after the last byte was: a process that was
   * left behind may hold them open, and nobody may be reading them.
   */
  async drained(grace: number): Promise<void> {
    for (let seen = -1; seen !== this.bytesRead();) {
      seen = this.bytesRead();
      const timer = new AbortController();
      const timeout = delay(grace, false, { signal: timer.signal, ref: false }).catch(() => false);
      const done = await Promise.race([this.ended.then(() => true), timeout]);
      timer.abort();
      if (done) return;
    }
  }

  /** The process has ended: nobody will read its input. */
  closeInput(): void {
    this.parts.stdin?.close();
  }

  /** Forgets the streams; one that has an owner ends by itself when the owner has read it. */
  release(): void {
    this.closeInput();
    if (!this.claimed) this.destroy();
  }

  destroy(): void {
    this.closeInput();
    for (const output of this.outputs) output.destroy();
  }

  private bytesRead(): number {
    return this.outputs.reduce((sum, output) => sum + (output.bytesRead ?? 0), 0);
  }
}

function end(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    stream.once('end', resolve);
    stream.once('close', resolve);
  });
}
