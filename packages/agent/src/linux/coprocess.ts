import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** How a program that reads commands line by line is started and how the end of an answer is known. */
export interface Conversation {
  program: string;
  args: string[];
  /** A line that changes nothing and is answered in a way that no other command is. */
  barrier: string;
  /** Matches the barrier's answer at the end of the output. */
  answered: RegExp;
}

/** The program ended before it had answered; what it wrote is the reason, if it gave one. */
export class CoprocessEnded extends Error {
  override readonly name = 'CoprocessEnded';
  constructor(
    readonly program: string,
    readonly output: string,
  ) {
    super(`${program} ended: ${output.trim() || 'without a word'}`);
  }
}

export interface Answer {
  /** Standard output and standard error, in the order written, up to the barrier's answer. */
  output: string;
  /** The barrier's own answer. */
  barrier: RegExpExecArray;
}

interface Request {
  lines: readonly string[];
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

/**
 * A program kept running to save a process per request. Requests are answered one after the other, so that an answer
 * belongs to its request. A program that has ended is started again by the next request; the agent's death closes its
 * standard input, which ends it too.
 */
export class Coprocess {
  private child?: Child;
  private output = '';
  private current?: Request;
  private readonly waiting: Request[] = [];
  private closed = false;

  constructor(private readonly conversation: Conversation) {}

  /** Sends the lines. Rejects with CoprocessEnded; which lines were carried out is unknown then. */
  request(lines: readonly string[]): Promise<Answer> {
    if (this.closed) return Promise.reject(new CoprocessEnded(this.conversation.program, 'closed'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ lines, resolve, reject });
      this.next();
    });
  }

  /** Lets requests that were made be answered, then ends the program. */
  async close(): Promise<void> {
    if (!this.closed && this.child) await this.request([]).catch(() => undefined);
    this.closed = true;
    const child = this.child;
    if (!child) return;
    await new Promise<void>((resolve) => {
      child.once('close', () => resolve());
      child.stdin.end();
    });
  }

  private next(): void {
    if (this.current || this.waiting.length === 0) return;
    this.current = this.waiting.shift()!;
    this.child ??= this.start();
    this.child.stdin.write([...this.current.lines, this.conversation.barrier, ''].join('\n'));
  }

  private start(): Child {
    const { program, args } = this.conversation;
    // The shell joins both outputs in one pipe, so that errors keep their place among the answers.
    const child = spawn('/bin/sh', ['-c', 'exec "$0" "$@" 2>&1', program, ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    this.output = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => this.read(text));
    child.stdin.on('error', () => undefined); // EPIPE: `close` follows and tells why
    child.once('error', (error) => this.ended(child, String(error)));
    child.once('close', () => this.ended(child, this.output));
    return child;
  }

  private read(text: string): void {
    this.output += text;
    const barrier = this.conversation.answered.exec(this.output);
    if (!barrier || !this.current) return;
    const { resolve } = this.current;
    const output = this.output.slice(0, barrier.index);
    this.current = undefined;
    this.output = '';
    resolve({ output, barrier });
    this.next();
  }

  private ended(child: Child, output: string): void {
    if (this.child !== child) return;
    this.child = undefined;
    const request = this.current;
    this.current = undefined;
    request?.reject(new CoprocessEnded(this.conversation.program, output));
    this.next();
  }
}
