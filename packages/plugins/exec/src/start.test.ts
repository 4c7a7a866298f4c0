import {
  invalidParameter,
  notFound,
  type Attachment,
  type ExecRecord,
  type Execs,
  type OutputChunk,
  type StreamBridge,
} from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall, type CallOptions } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { start } from './start.js';

const states = ['running', 'paused', 'restarting', 'exited'] as const;
const containers = knownContainers(
  states.map((status) => containerRecord({ id: status, state: { status } })),
);

async function* output(): AsyncGenerator<OutputChunk> {
  yield { stream: 'stdout', data: Buffer.from('out') };
}

interface Request extends CallOptions {
  body?: object;
  container?: string;
  failing?: Error;
  id?: string;
}

/** Starts an exec, and tells everything that happened. */
async function starting({ body, container = 'running', failing, id = 'e1', ...options }: Request = {}) {
  const told = { started: [] as object[], runs: [] as object[], sent: '', detached: 0 };
  const execs = {
    get(asked: string) {
      if (asked !== 'e1') throw notFound(`No such exec instance: ${asked}`);
      return {
        id: 'e1',
        containerId: container,
        config: { detachKeys: 'ctrl-x', terminal: true },
      } as ExecRecord;
    },
    async start(_id: string, how: object): Promise<Attachment> {
      told.started.push(how);
      if (failing) throw failing;
      return { stdin: null, output: output(), detach: () => void told.detached++ };
    },
  } as unknown as Execs;
  const streams = {
    async run(attachment: Attachment, _connection: unknown, how: object) {
      told.runs.push(how);
      for await (const { stream, data } of attachment.output) told.sent += `${stream}:${data.toString()}`;
    },
  } as unknown as StreamBridge;
  const call = recordedCall(options);
  let error: unknown;
  const handler = start(containers, execs, streams);
  await handler({ params: { id }, body }, call).catch((reason: unknown) => (error = reason));
  return { ...told, error, hijacked: call.hijacked };
}

const raw = 'application/vnd.docker.raw-stream';
const multiplexed = 'application/vnd.docker.multiplexed-stream';
const headers = { upgrade: 'tcp' };

describe('the start of an exec (unit)', () => {
  it('takes the connection over and connects it to the process', async () => {
    expect(await starting()).to.deep.include({
      error: undefined,
      started: [{}],
      hijacked: [raw],
      runs: [{ terminal: false, detachKeys: 'ctrl-x' }],
      sent: 'stdout:out',
    });
  });

  it('frames by what the request says of a terminal, not by what the process has', async () => {
    expect((await starting({ headers })).hijacked).to.deep.equal([multiplexed]);
    const { hijacked, runs } = await starting({ headers, body: { Tty: true } });
    expect(hijacked).to.deep.equal([raw]);
    expect(runs).to.deep.equal([{ terminal: true, detachKeys: 'ctrl-x' }]);
    expect((await starting({ headers, apiVersion: '1.41' })).hijacked).to.deep.equal([raw]);
  });

  it('only starts it when it is detached', async () => {
    const { started, hijacked, runs } = await starting({ body: { Detach: true } });
    expect({ started, hijacked, runs }).to.deep.equal({
      started: [{ detach: true }],
      hijacked: [],
      runs: [],
    });
  });

  it('passes the size of a terminal on, from 1.42', async () => {
    const size = async (body: object, apiVersion = '1.51') => (await starting({ body, apiVersion })).started;
    const given = { Tty: true, ConsoleSize: [24, 80] };
    expect(await size(given)).to.deep.equal([{ consoleSize: [24, 80] }]);
    expect(await size({ ...given, Tty: false })).to.deep.equal([{}]);
    expect(await size(given, '1.41')).to.deep.equal([{}]);
    expect(await size({ ...given, Detach: true })).to.deep.equal([{ consoleSize: [24, 80], detach: true }]);
  });

  it('tells a connected client in the stream what went wrong, another by the error', async () => {
    const failing = invalidParameter('executable file not found in $PATH');
    const { error, sent } = await starting({ failing });
    expect({ error, sent }).to.deep.equal({
      error: undefined,
      sent: 'stdout:executable file not found in $PATH\r\n',
    });
    expect((await starting({ failing, body: { Detach: true } })).error).to.equal(failing);
  });

  it('refuses an unknown exec, and one whose container does not run, before it takes the connection', async () => {
    const cases: [Request, object][] = [
      [{ id: 'gone' }, { kind: 'NotFound', message: 'No such exec instance: gone' }],
      [{ container: 'exited' }, { kind: 'Conflict', message: 'container exited is not running' }],
      [
        { container: 'paused' },
        { kind: 'Conflict', message: 'Container paused is paused, unpause the container before exec' },
      ],
      [
        { container: 'restarting' },
        {
          kind: 'Conflict',
          message: 'Container restarting is restarting, wait until the container is running',
        },
      ],
    ];
    for (const [request, expected] of cases) {
      const { error, hijacked } = await starting(request);
      expect(error).to.include(expected);
      expect(hijacked).to.deep.equal([]);
    }
  });
});
