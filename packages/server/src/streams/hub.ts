import type { ProcessOutput, ProcessStdio } from '@arca/agent-proto';
import type { Attachment, Clock, Log, LogWriter, StreamSelection } from '@arca/plugin-kit';
import type { Writable } from 'node:stream';
import { LineSplitter } from '../logs/line-splitter.js';
import { FramedChunk } from './frames.js';
import { OutputQueue, type QueueLimits } from './output-queue.js';
import { Pump } from './pump.js';
import { SharedInput } from './shared-input.js';

/** Milliseconds for which the log of a process that has ended may hold up the reading of its last output. */
const logPatience = 10_000;

type StreamName = 'stdout' | 'stderr';

export interface HubOptions {
  limits: QueueLimits;
  clock: Clock;
  log: Log;
  /** For the log: whose streams these are. */
  container: string;
  /** The process may have a standard input at all. */
  openStdin: boolean;
  /**
   * What the end of a client's input does: `close` ends the process's input (`StdinOnce` without a terminal), `detach`
   * lets go of the client.
   */
  clientInputEnd: 'close' | 'detach';
}

interface Client {
  queue: OutputQueue;
  selection: StreamSelection;
}

/**
 * The standard streams of a container or an exec process: what the process writes goes to its log and to every attached
 * client. It is there before the process and outlives it, so that a client may wait for the next start.
 */
export class StreamHub {
  readonly #input = new SharedInput();
  readonly #clients = new Set<Client>();
  readonly #holding = new Set<OutputQueue>();
  #pumps: Pump[] = [];
  #failed = false;
  #logOverdue = Promise.withResolvers<void>();

  constructor(private readonly options: HubOptions) {}

  attach(selection: StreamSelection, detached: (reason?: 'keys') => void = () => undefined): Attachment {
    const queue: OutputQueue = new OutputQueue(this.options.limits, (held) => this.#hold(queue, held));
    const client = { queue, selection };
    this.#clients.add(client);
    const leave = () => {
      this.#clients.delete(client);
      queue.close();
    };
    return {
      stdin: selection.stdin && this.options.openStdin ? this.#stdin(leave) : null,
      output: queue,
      detach: (reason) => {
        if (!this.#clients.has(client)) return;
        leave();
        detached(reason);
      },
    };
  }

  /** The process runs. Its output is read from here on; `writer` is its log, if it has one. */
  connect({ stdin, stdout, stderr }: ProcessStdio, writer?: LogWriter): void {
    this.#failed = false;
    this.#logOverdue = Promise.withResolvers();
    this.#input.open(stdin);
    this.#pumps = [this.#pump('stdout', stdout, writer)];
    if (stderr) this.#pumps.push(this.#pump('stderr', stderr, writer));
    if (this.#holding.size > 0) for (const pump of this.#pumps) pump.hold();
  }

  /**
   * Resolves when all output has been read, or when none has come for `patience` ms though it could. A log that takes no
   * more does not keep the end of its container back.
   */
  async drained(patience: number): Promise<void> {
    const timer = setTimeout(this.#logOverdue.resolve, logPatience);
    await Promise.all(this.#pumps.map((pump) => pump.drained(patience)));
    clearTimeout(timer);
  }

  /** The daemon ends, and the process goes on: what has been read of its output is logged. */
  suspend(): void {
    for (const pump of this.#pumps) pump.stop();
  }

  /** The process has ended, or could not be started: its clients get what is left and are let go. */
  end(): void {
    for (const pump of this.#pumps) pump.destroy();
    this.#pumps = [];
    this.#input.reset();
    for (const { queue } of this.#clients) queue.end();
    this.#clients.clear();
    this.#holding.clear();
  }

  #stdin(leave: () => void): Writable {
    return this.#input.client(this.options.clientInputEnd === 'close' ? undefined : leave);
  }

  #pump(stream: StreamName, source: ProcessOutput, writer: LogWriter | undefined): Pump {
    const splitter = new LineSplitter(stream);
    const { clock } = this.options;
    const pump: Pump = new Pump(source, {
      data: (data) => {
        this.#pass(stream, data);
        if (!writer) return;
        for (const batch of splitter.push(data, clock.nanoseconds()))
          this.#write(pump, () => writer.write(batch));
      },
      end: () => {
        const rest = splitter.end(clock.nanoseconds());
        if (rest && writer) this.#write(pump, () => writer.write(rest));
      },
    });
    return pump;
  }

  /** All clients share one copy. */
  #pass(stream: StreamName, data: Buffer): void {
    const queues = [...this.#clients].filter(({ selection }) => selection[stream]).map(({ queue }) => queue);
    if (queues.length === 0) return;
    const chunk = new FramedChunk(stream, data);
    for (const queue of queues) queue.push(chunk);
  }

  /** The process waits while the log has to. A log that fails does not stop it. */
  #write(pump: Pump, write: () => Promise<void> | void): void {
    const done = write();
    if (!done) return;
    pump.hold();
    const kept = done.catch((error: unknown) => this.#logFailed(error));
    void Promise.race([kept, this.#logOverdue.promise]).then(() => pump.release());
  }

  #logFailed(error: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.options.log('error', 'output could not be logged', {
      container: this.options.container,
      error: String(error),
    });
  }

  #hold(queue: OutputQueue, held: boolean): void {
    const before = this.#holding.size;
    if (held) this.#holding.add(queue);
    else this.#holding.delete(queue);
    const now = this.#holding.size;
    if (before === 0 && now > 0) for (const pump of this.#pumps) pump.hold();
    if (before > 0 && now === 0) for (const pump of this.#pumps) pump.release();
  }
}
