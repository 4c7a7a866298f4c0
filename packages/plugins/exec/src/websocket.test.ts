import {
  conflict,
  notFound,
  type Attachment,
  type ExecRecord,
  type Execs,
  type StreamBridge,
} from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { startWebsocket } from './websocket.js';

const containers = knownContainers([
  containerRecord({ id: 'running', state: { status: 'running' } }),
  containerRecord({ id: 'stopped', state: { status: 'exited' } }),
]);

interface Request {
  params?: object;
  terminal?: boolean;
  container?: string;
  failing?: Error;
}

/** Starts an exec over a WebSocket, and tells everything that happened. */
async function starting({ params, terminal = true, container = 'running', failing }: Request = {}) {
  const told = { started: [] as object[], runs: [] as object[] };
  const execs = {
    get(id: string) {
      if (id !== 'e1') throw notFound(`No such exec instance: ${id}`);
      return { containerId: container, config: { detachKeys: 'ctrl-x', terminal } } as ExecRecord;
    },
    async start(_id: string, how: object) {
      if (failing) throw failing;
      told.started.push(how);
      return {} as Attachment;
    },
  } as unknown as Execs;
  const streams = {
    async run(_attachment: Attachment, _connection: unknown, how: object) {
      told.runs.push(how);
    },
  } as unknown as StreamBridge;
  const call = recordedCall();
  let error: unknown;
  const request = { params: { id: 'e1', ...params }, body: undefined };
  await startWebsocket(
    containers,
    execs,
    streams,
  )(request, call).catch((reason: unknown) => (error = reason));
  return { ...told, error, hijacked: call.hijacked.length };
}

describe('the start of an exec over a WebSocket (unit)', () => {
  it('connects without frames, with the keys of the exec or others', async () => {
    expect(await starting()).to.deep.include({
      ...{ error: undefined, started: [{}], hijacked: 1 },
      runs: [{ terminal: true, framed: false, detachKeys: 'ctrl-x' }],
    });
    const { runs } = await starting({ terminal: false, params: { detachKeys: 'a' } });
    expect(runs).to.deep.equal([{ terminal: false, framed: false, detachKeys: 'a' }]);
  });

  it('gives a terminal its size', async () => {
    const { started } = await starting({ params: { h: 24, w: 80 } });
    expect(started).to.deep.equal([{ consoleSize: [24, 80] }]);
  });

  it('starts nothing and opens nothing for what it refuses', async () => {
    const cases: [Request, object][] = [
      [{ params: { id: 'e2' } }, { kind: 'NotFound' }],
      [{ container: 'stopped' }, { kind: 'Conflict', message: 'container stopped is not running' }],
      [{ failing: conflict('it has already run') }, { kind: 'Conflict', message: 'it has already run' }],
      [{ params: { detachKeys: 'ctrl-ä' } }, { kind: 'InvalidParameter' }],
      [{ params: { h: 5 } }, { message: 'a size of the terminal needs both h and w' }],
      [{ params: { h: 5, w: 2 ** 32 } }, { kind: 'InvalidParameter' }],
      [{ terminal: false, params: { h: 5, w: 5 } }, { message: 'an exec without a terminal has no size' }],
    ];
    for (const [request, expected] of cases) {
      const { error, started, hijacked } = await starting(request);
      expect(error).to.include(expected);
      expect({ started, hijacked }).to.deep.equal({ started: [], hijacked: 0 });
    }
  });
});
