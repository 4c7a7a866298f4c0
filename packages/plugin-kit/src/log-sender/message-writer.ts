import { setTimeout as after } from 'node:timers/promises';
import { systemError } from '../errors.js';
import {
  countEntries,
  firstOfBatch,
  headOfBatch,
  logEntries,
  type LogBatch,
  type LogEntry,
  type LogWriter,
} from '../ports/logs.js';

/** The way to a collector. */
export interface MessageSender {
  /**
   * Sends messages in order, and resolves when the kernel or the collector has them: the next ones are given then. When
   * it rejects they are lost. `signal` is raised when the log gives up: it must settle soon then.
   */
  send(messages: readonly Buffer[], signal: AbortSignal): Promise<void>;
  close(): Promise<void> | void;
}

export interface MessageWriterOptions {
  /** One message of the protocol; undefined: the entry is not sent. Called in order. */
  encode(entry: LogEntry): Buffer | undefined;
  sender: MessageSender;
  /** Bytes of lines that may wait before the container has to. */
  capacity?: number;
  /** With `drop` the container never waits: what comes on top of `capacity` is lost, and said to be. */
  overflow?: 'wait' | 'drop';
  /** With `drop`: messages that may wait. */
  messages?: number;
  /** Most messages of one `send`. */
  count?: number;
  /** Milliseconds that messages may wait for others to be sent with. */
  linger?: number;
  /** Milliseconds after which messages that could not be sent are sent again, until others wait for their room. */
  retry?: number;
  /** Milliseconds that a closed log goes on sending. */
  patience?: number;
}

/** Bytes of lines that wait at most: what a killed daemon may lose of a log. */
const queueCapacity = 256 * 1024;
/** Bytes of messages that are sent at once. */
const groupSize = 64 * 1024;

interface Group {
  messages: Buffer[];
  /** Bytes of the messages. */
  size: number;
  /** Bytes of the lines that they were made of. */
  taken: number;
  entries: number;
}

/**
 * The writer of a driver that sends lines to a collector: a bounded queue, of which one group of messages after the other
 * is sent. Lines wait as they were read and become messages when they are sent, so that what waits costs no more memory
 * than it had in the pipe.
 */
export class MessageWriter implements LogWriter {
  readonly #use: Required<Omit<MessageWriterOptions, 'retry'>> & Pick<MessageWriterOptions, 'retry'>;
  readonly #queue: LogBatch[] = [];
  #current: Iterator<LogEntry> | undefined;
  #waiting = 0;
  /** Counted with `drop` alone. */
  #entries = 0;
  #worker: Promise<void> | undefined;
  #closing = false;
  #failure: unknown;
  #relief = Promise.withResolvers<void>();
  #news = Promise.withResolvers<void>();
  readonly #stop = new AbortController();

  constructor(options: MessageWriterOptions) {
    const defaults = {
      capacity: queueCapacity,
      overflow: 'wait' as const,
      count: 512,
      linger: 0,
      patience: 5000,
      messages: Infinity,
    };
    this.#use = { ...defaults, ...options };
  }

  write(batch: LogBatch): Promise<void> | void {
    const { capacity, overflow } = this.#use;
    const taken = overflow === 'drop' ? this.#fitting(batch) : batch;
    if ((taken?.data.length ?? 0) < batch.data.length) {
      this.#failure ??= new Error('the collector does not keep up: lines were dropped');
    }
    if (taken) {
      this.#queue.push({ ...taken, data: Buffer.from(taken.data) });
      if (overflow === 'drop') this.#entries += countEntries(taken);
      this.#waiting += taken.data.length;
      this.#announce();
      this.#worker ??= this.#work();
    }
    if (this.#failure !== undefined) return this.#fail();
    if (overflow === 'wait' && this.#waiting > capacity) return this.#relief.promise;
  }

  /** Goes on sending for as long as its patience lasts. Rejects when lines are lost. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#announce();
    const done = new AbortController();
    const late = after(this.#use.patience, 'late', { signal: done.signal }).catch(() => undefined);
    const outcome = await Promise.race([this.#worker, late]);
    done.abort();
    if (outcome === 'late') {
      this.#stop.abort();
      this.#failure ??= systemError('the collector did not take the last lines in time', 'log.late');
      this.#queue.length = 0;
    }
    await this.#use.sender.close();
    if (this.#failure !== undefined) await this.#fail();
  }

  /** The lines of a batch that there is room for: one at least while nothing waits. */
  #fitting(batch: LogBatch): LogBatch | undefined {
    const { capacity, messages } = this.#use;
    const head = headOfBatch(batch, capacity - this.#waiting, messages - this.#entries);
    return head ?? (this.#waiting === 0 ? firstOfBatch(batch) : undefined);
  }

  #fail(): Promise<void> {
    const failure = this.#failure;
    this.#failure = undefined;
    return Promise.reject(failure as Error);
  }

  #announce(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }

  async #work(): Promise<void> {
    await Promise.resolve(); // what comes in the same turn of the event loop goes into the same group
    while ((this.#current || this.#queue.length > 0) && !this.#stop.signal.aborted) {
      const group: Group = { messages: [], size: 0, taken: 0, entries: 0 };
      await this.#gather(group);
      if (group.messages.length > 0) await this.#deliver(group.messages);
      this.#waiting -= group.taken;
      this.#entries -= group.entries;
      if (this.#waiting <= this.#use.capacity / 2) {
        this.#relief.resolve();
        this.#relief = Promise.withResolvers();
      }
    }
    this.#worker = undefined;
  }

  /** Fills a group, for as long as messages may wait for others. */
  async #gather(group: Group): Promise<void> {
    const { linger } = this.#use;
    this.#take(group);
    if (linger === 0 || this.#isFull(group)) return;
    const over = new AbortController();
    const deadline = after(linger, undefined, { signal: over.signal }).catch(() => undefined);
    void deadline.then(() => over.abort());
    while (!over.signal.aborted && !this.#pressed) {
      await Promise.race([this.#news.promise, deadline]);
      this.#take(group);
      if (this.#isFull(group)) break;
    }
    over.abort();
  }

  #take(group: Group): void {
    while (!this.#isFull(group)) {
      this.#current ??= this.#next();
      if (!this.#current) return;
      const { done, value } = this.#current.next() as IteratorResult<LogEntry, undefined>;
      if (done) {
        this.#current = undefined;
        continue;
      }
      group.entries++;
      group.taken += value.line.length + (value.partial ? 0 : 1);
      const message = this.#use.encode(value);
      if (!message) continue;
      group.messages.push(message);
      group.size += message.length;
    }
  }

  #next(): Iterator<LogEntry> | undefined {
    const batch = this.#queue.shift();
    return batch && logEntries(batch);
  }

  #isFull({ messages, size }: Group): boolean {
    // Messages that wait for others are sent by number.
    return messages.length >= this.#use.count || (this.#use.linger === 0 && size >= groupSize);
  }

  /** Somebody waits: the container, or the end of the log. */
  get #pressed(): boolean {
    return this.#closing || this.#waiting > this.#use.capacity;
  }

  async #deliver(messages: readonly Buffer[]): Promise<void> {
    const { sender, retry } = this.#use;
    for (;;) {
      const lastChance = retry === undefined || this.#pressed;
      try {
        await sender.send(messages, this.#stop.signal);
        return;
      } catch (error) {
        if (lastChance) {
          this.#failure ??= error;
          return;
        }
      }
      await this.#pause(retry);
    }
  }

  /** Waits, but not longer than nobody else has to. */
  async #pause(milliseconds: number): Promise<void> {
    const over = new AbortController();
    const end = after(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
    void end.then(() => over.abort());
    while (!over.signal.aborted && !this.#pressed) await Promise.race([this.#news.promise, end]);
    over.abort();
  }
}
