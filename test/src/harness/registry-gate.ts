import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request on its way to a registry. */
export interface Passing {
  request: IncomingMessage;
  response: ServerResponse;
  /** `GET /v2/…` */
  line: string;
  /** Hands it to the registry and gives the answer, which the caller sends on or does not. */
  forward: () => Promise<IncomingMessage>;
  /** Hands it to the registry and sends the whole answer on. */
  pass: () => Promise<void>;
}

type Handle = (passing: Passing) => void | Promise<void>;

/** A server in front of a registry that does to requests and answers what a test wants. */
export class RegistryGate {
  /** All that came. */
  readonly seen: { line: string; headers: IncomingMessage['headers'] }[] = [];
  handle: Handle = ({ pass }) => pass();

  private constructor(
    readonly host: string,
    private readonly server: ReturnType<typeof createServer>,
  ) {}

  static async open(upstream: string, address = '127.0.0.1'): Promise<RegistryGate> {
    const server = createServer((request, response) => {
      const line = `${request.method} ${request.url}`;
      gate.seen.push({ line, headers: request.headers });
      const forward = () => send(upstream, request);
      const pass = async () => {
        const answer = await forward();
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      };
      Promise.resolve(gate.handle({ request, response, line, forward, pass })).catch(() =>
        response.destroy(),
      );
    });
    server.listen(0, address);
    await once(server, 'listening');
    const gate = new RegistryGate(`${address}:${(server.address() as AddressInfo).port}`, server);
    return gate;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

async function send(upstream: string, incoming: IncomingMessage): Promise<IncomingMessage> {
  const { method, url, headers } = incoming;
  const sent = httpRequest(`http://${upstream}${url}`, {
    ...{ method, headers: { ...headers, host: upstream }, agent: false },
  });
  incoming.pipe(sent);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer;
}
