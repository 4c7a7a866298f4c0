import type { BuildInfo } from '@arca/api';
import type { Call } from '@arca/plugin-kit';
import { toBinary } from '@bufbuild/protobuf';
import type { Readable } from 'node:stream';
import { StatusResponseSchema, type SolveRequest } from '../generated/moby/buildkit/v1/control_pb.js';
import { Lines } from '../lines.js';
import { available } from './availability.js';
import { withControl } from './control.js';
import { takeExports } from './exporters.js';
import { takeImages, type Taker } from './grpc.js';
import { solveRequest, type BuildParams } from './solve-request.js';
import type { Uploads } from './uploads.js';

const UPLOAD = 'upload-request:';

/**
 * `POST /build` with `version=2`: clients without buildx have BuildKit build by it, with a session for their files. What
 * BuildKit tells is passed on in `aux`, in its own encoding. 501 without a BuildKit; 400 for what it cannot do.
 */
export async function buildByBuildKit(
  taker: Taker,
  uploads: Uploads,
  { params, body }: { params: BuildParams; body: Readable },
  call: Call,
): Promise<AsyncIterable<BuildInfo>> {
  await available(taker.agent, call);
  const { buildid = '', remote = '' } = params;
  const lines = new Lines();
  if (buildid.startsWith(UPLOAD)) {
    await uploads.offer(buildid.slice(UPLOAD.length), body);
    lines.end();
    return lines;
  }
  solveRequest(params, ''); // what is wrong with the parameters is told before the answer begins
  const work = async (url: string) => {
    const id = await solve(taker, (gateway) => solveRequest(params, url, gateway), lines, call.signal);
    if (id !== undefined && params.q) lines.text(`${id}\n`);
  };
  if (remote === 'upload-request') return told(lines, uploads.take(buildid, work));
  if (remote === '') return told(lines, uploads.serve(body, work));
  return told(lines, work(remote === 'client-session' ? '' : remote));
}

/** What is told of a build, to the end; the last value of one that fails has `error`. */
async function* told(lines: Lines, done: Promise<void>): AsyncGenerator<BuildInfo> {
  done.finally(() => lines.end()).catch(() => undefined);
  yield* lines;
  try {
    await done;
  } catch (error) {
    const message = messageOf(error);
    yield { errorDetail: { message }, error: message };
  }
}

async function solve(
  taker: Taker,
  requestWith: (hostGateway: string) => SolveRequest,
  lines: Lines,
  signal: AbortSignal,
): Promise<string | undefined> {
  return withControl(taker.agent, async (control) => {
    const { hostGateway } = await taker.agent.buildKit.find({});
    const request = requestWith(hostGateway);
    const exported = takeExports(request);
    const status = (async () => {
      for await (const part of control.status({ ref: request.ref }, { signal })) {
        const aux = Buffer.from(toBinary(StatusResponseSchema, part)).toString('base64');
        lines.push({ id: 'moby.buildkit.trace', aux: aux as never });
      }
    })();
    status.catch(() => undefined);
    const response = await control.solve(request, { signal });
    const id = await takeImages(taker, response, exported);
    await status;
    if (id !== undefined) lines.push({ id: 'moby.image.id', aux: { ID: id } });
    return id;
  });
}

/** Without the name of the code, which Connect puts before it. */
const messageOf = (error: unknown): string =>
  (error as { rawMessage?: string }).rawMessage ?? (error instanceof Error ? error.message : String(error));
