import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that goes to a registry, on its way through a gate. */
export interface Passing {
  request: IncomingMessage;
  response: ServerResponse;
  /** Hands it to the registry and gives the registry's answer, which the caller sends on or does not. */
  forward: () => Promise<IncomingMessage>;
  /** Hands it to the registry and sends the answer on, all of it. */
  pass: () => Promise<void>;
}

/** A server in front of a registry: refuses, redirects, cuts off, forges and counts as a test wants. */
export class Gate {
  /** `METHOD /path` of all that came. */
  readonly seen: string[] = [];
  readonly headers: IncomingMessage['headers'][] = [];

  private constructor(
    readonly host: string,
    private readonly server: ReturnType<typeof createServer>,
  ) {}

  static async open(upstream: string, handle: (passing: Passing) => void | Promise<void>): Promise<Gate> {
    const server = createServer((incoming, response) => {
      gate.seen.push(`${incoming.method} ${incoming.url}`);
      gate.headers.push(incoming.headers);
      const forward = () => send(upstream, incoming);
      const pass = async () => {
        const answer = await forward();
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      };
      Promise.resolve(handle({ request: incoming, response, forward, pass })).catch(() => response.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const gate = new Gate(`127.0.0.1:${(server.address() as AddressInfo).port}`, server);
    return gate;
  }

  /** How many requests had this in their path. */
  count(part: string): number {
    return this.seen.filter((line) => line.includes(part)).length;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

async function send(upstream: string, { method, url, headers }: IncomingMessage): Promise<IncomingMessage> {
  const sent = request(`http://${upstream}${url}`, {
    method,
    headers: { ...headers, host: upstream },
    agent: false,
  });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer;
}
