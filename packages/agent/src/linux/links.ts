import { Coprocess } from './coprocess.js';

/** A command of ip(8) that failed; `reason` is its message, `command` the line. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
  constructor(
    readonly command: string,
    readonly reason: string,
  ) {
    super(`ip ${command}: ${reason}`);
  }
}

export interface LinkOptions {
  /** Failures with such a message are as good as success. */
  ignore?: RegExp;
}

/**
 * ip(8) from iproute2 as a coprocess, without the word `ip` before each command. It goes on after a command that
 * fails, but a command that it cannot parse ends it: callers check addresses and names before.
 */
export class Links {
  private readonly coprocess = new Coprocess({
    program: 'ip',
    args: ['-force', '-batch', '-'],
    barrier: 'barrier',
    answered: /Object "barrier" is unknown, try "ip help"\.\nCommand failed -:(\d+)\n$/,
  });

  /** Carries out every command; then rejects with the LinkError of the first that failed. */
  async run(commands: readonly string[], options: LinkOptions = {}): Promise<void> {
    const { output, barrier } = await this.coprocess.request(commands);
    const first = Number(barrier[1]) - commands.length;
    const failures = parseFailures(output).filter(({ reason }) => !options.ignore?.test(reason));
    const failure = failures[0];
    if (failure) throw new LinkError(commands[failure.line - first] ?? '', failure.reason);
  }

  close(): Promise<void> {
    return this.coprocess.close();
  }
}

/** The messages before each `Command failed -:<line>`; lines are counted from the program's start. */
export function parseFailures(output: string): { line: number; reason: string }[] {
  const failures: { line: number; reason: string }[] = [];
  let message: string[] = [];
  for (const text of output.split('\n')) {
    const line = /^Command failed -:(\d+)$/.exec(text)?.[1];
    if (line === undefined) {
      if (text !== '') message.push(text);
      continue;
    }
    failures.push({ line: Number(line), reason: message.join('; ') });
    message = [];
  }
  return failures;
}
