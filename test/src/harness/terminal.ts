import { spawn, type ChildProcess } from 'node:child_process';
import { eventually } from './eventually.js';
import { must } from './command.js';

/**
 * A program on a real pseudo-terminal, which script(1) opens and copies to and from its own pipes. Its size is set
 * through the device, as a terminal emulator would, which signals SIGWINCH to the program.
 */
export class Terminal {
  private text = '';
  readonly ended: Promise<number>;
  private device = '';

  private constructor(private readonly child: ChildProcess) {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.text += text));
    child.stdin!.on('error', () => undefined);
    this.ended = new Promise((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  }

  static async open(command: string[], env: NodeJS.ProcessEnv, rows = 24, columns = 80): Promise<Terminal> {
    const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
    // The size is set before the program looks at it; the device's name is the first line.
    const shell = `stty rows ${rows} cols ${columns}; tty; exec ${quoted}`;
    const child = spawn('script', ['-qefc', shell, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    const terminal = new Terminal(child);
    const first = await terminal.until(/^(\/dev\/pts\/\d+)\r\n/);
    terminal.device = first[1]!;
    terminal.text = terminal.text.slice(first[0].length);
    return terminal;
  }

  /** Everything shown so far, without control sequences (cursor movements of a shell that edits its line). */
  get shown(): string {
    return this.text.replaceAll(/\x1b\[[0-9;]*[A-Za-z]/g, '');
  }

  type(keys: string): void {
    this.child.stdin!.write(keys);
  }

  /** Waits until what is shown matches; returns the match. */
  until(pattern: RegExp): Promise<RegExpExecArray> {
    return eventually(() => pattern.exec(this.shown) ?? undefined, `terminal shows ${pattern}`).catch(
      (error) => {
        throw new Error(`${(error as Error).message}; it shows ${JSON.stringify(this.text)}`);
      },
    );
  }

  async resize(rows: number, columns: number): Promise<void> {
    await must('stty', ['-F', this.device, 'rows', String(rows), 'cols', String(columns)]);
  }

  /** Hangs up. */
  close(): void {
    this.child.kill('SIGKILL');
  }
}
