import type { CallContext } from './call.js';
import { toWebStream } from './conversions.js';

const UNVERSIONED = /^\/(v\d|_ping$|grpc$|arca\/)/;
const WITHOUT_BODY = new Set([101, 204, 205, 304]);

/** `fetch` over a transport, for what is written against it; paths without a version get the one that is spoken. */
export function fetchOver(context: CallContext): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const operation = `${request.method} ${pathname}`;
    const prefix = UNVERSIONED.test(pathname) ? '' : `/v${await context.version(operation)}`;
    const { status, headers, ...answer } = await send(
      context,
      request,
      operation,
      prefix + pathname + search,
    );
    const body = WITHOUT_BODY.has(status) || request.method === 'HEAD' ? null : toWebStream(answer.stream());
    return new Response(body, { status, headers });
  };
}

async function send({ transport }: CallContext, request: Request, operation: string, path: string) {
  const response = await transport.send({
    operation,
    method: request.method,
    path,
    headers: Object.fromEntries(request.headers),
    body: request.body ?? undefined,
    signal: request.signal,
  });
  const empty = WITHOUT_BODY.has(response.status) || request.method === 'HEAD';
  if (empty) await response.text();
  return { status: response.status, headers: response.headers, stream: () => response.stream() };
}
