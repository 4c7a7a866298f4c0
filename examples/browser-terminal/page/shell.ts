import { exec, type Client, type ExecConnection } from '@arca/sdk/browser';
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';

type Tell = (text: string, kind?: 'info' | 'error') => void;

/** A terminal that runs a shell in one container after the other. */
export class Shell {
  readonly #terminal = new Terminal({
    cursorBlink: true,
    fontFamily: "'DejaVu Sans Mono', monospace",
    fontSize: 14,
    theme: { background: '#12151c', foreground: '#d7dde8', cursor: '#5aa9ff' },
  });
  #connection: ExecConnection | undefined;
  #opened = 0;

  constructor(
    readonly client: Client,
    place: HTMLElement,
    readonly tell: Tell,
  ) {
    const fit = new FitAddon();
    this.#terminal.loadAddon(fit);
    this.#terminal.open(place);
    new ResizeObserver(() => fit.fit()).observe(place);
    this.#terminal.onData((text) => this.#send(text));
    // Mouse reports: each character is a byte.
    this.#terminal.onBinary((text) => this.#send(Uint8Array.from(text, (one) => one.charCodeAt(0))));
    this.#terminal.onResize(({ cols, rows }) => {
      // It may end at the same time.
      this.#connection?.resize(cols, rows).catch(() => undefined);
    });
  }

  /** Runs a shell; resolves with its end. The one before is let go of. */
  async open(container: string): Promise<void> {
    const turn = (this.#opened += 1);
    this.#connection?.close();
    this.#connection = undefined;
    const terminal = this.#terminal;
    terminal.reset();
    this.tell('connecting …');
    const size = { columns: terminal.cols, rows: terminal.rows };
    const connection = await exec(this.client, container, ['sh'], {
      tty: size,
      env: { TERM: 'xterm-256color' },
    });
    if (turn !== this.#opened) return connection.close();
    this.#connection = connection;
    this.tell('connected');
    terminal.focus();
    // The page may have changed its size meanwhile.
    if (terminal.cols !== size.columns || terminal.rows !== size.rows)
      await connection.resize(terminal.cols, terminal.rows);
    // What the terminal has not shown yet waits in the engine.
    for await (const bytes of connection) {
      if (turn !== this.#opened) return;
      await new Promise<void>((shown) => terminal.write(bytes, shown));
    }
    if (turn !== this.#opened) return;
    this.#connection = undefined;
    this.tell(`the shell has ended with exit code ${await connection.exitCode()}`);
  }

  #send(data: string | Uint8Array): void {
    this.#connection?.write(data).catch((error: unknown) => this.tell((error as Error).message, 'error'));
  }
}
