import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';

/** A WebSocket to the engine's socket that keeps what it receives. */
export class WebSocketClient {
  private readonly messages: { text: string; binary: boolean }[] = [];
  private closeCode: number | undefined;
  private progress: () => void = () => undefined;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data, binary) => {
      this.messages.push({ text: (data as Buffer).toString('latin1'), binary });
      this.progress();
    });
    socket.on('close', (code) => {
      this.closeCode = code;
      this.progress();
    });
  }

  /** Resolves when the handshake is done; rejects with the status and the text of an engine that refuses. */
  static async open(
    socketPath: string,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<WebSocketClient> {
    const client = new WebSocketClient(new WebSocket(`ws+unix://${socketPath}:${path}`, { headers }));
    const { socket } = client;
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve()).once('error', reject);
      socket.once('unexpected-response', (_, response) => {
        refusal(response).then(reject, reject);
      });
    });
    return client;
  }

  /** All bytes received, each message's behind the other's. */
  get received(): string {
    return this.messages.map(({ text }) => text).join('');
  }

  get allBinary(): boolean {
    return this.messages.every(({ binary }) => binary);
  }

  send(data: string | Uint8Array): void {
    this.socket.send(data);
  }

  /** Waits for a text among the bytes received. */
  async untilText(text: string): Promise<void> {
    await this.until(() => this.received.includes(text), JSON.stringify(text));
  }

  /** Waits for the end of the connection; gives the code with which it was closed. */
  async closed(): Promise<number> {
    await this.until(() => this.closeCode !== undefined, 'the close');
    return this.closeCode!;
  }

  private async until(met: () => boolean, what: string): Promise<void> {
    const deadline = Date.now() + 15_000;
    while (!met()) {
      const left = deadline - Date.now();
      if (left <= 0 || this.closeCode !== undefined) {
        this.socket.terminate();
        throw new Error(`${what} did not come; received: ${JSON.stringify(this.received)}`);
      }
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.progress = resolve;
        timer = setTimeout(resolve, left);
      });
      clearTimeout(timer);
    }
  }
}

async function refusal(response: IncomingMessage): Promise<Error> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return new Error(`${response.statusCode} ${Buffer.concat(parts).toString().trim()}`);
}
