import {
  conflict,
  type Attachment,
  type LogEntry,
  type Logs,
  type OutputChunk,
  type StreamBridge,
  type StreamSelection,
} from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall, type CallOptions } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { PassThrough } from 'node:stream';
import { attach, attachWebsocket } from './attach.js';

const open = { Config: { OpenStdin: true } };
const records = [
  containerRecord({ id: 'aa', name: 'plain', body: open }),
  containerRecord({ id: 'bb', name: 'terminal', body: { Config: { OpenStdin: true, Tty: true } } }),
  containerRecord({ id: 'dd', name: 'frozen', state: { status: 'paused' } }),
];

async function* live(): AsyncGenerator<OutputChunk> {
  yield { stream: 'stdout', data: Buffer.from('live\n') };
}
async function* silence(): AsyncGenerator<OutputChunk> {}
async function* past(): AsyncGenerator<readonly LogEntry[]> {
  const line = (stream: 'stdout' | 'stderr', text: string) => ({
    ...{ stream, time: 1n, line: Buffer.from(text), partial: false },
  });
  yield [line('stdout', 'past'), line('stderr', 'trouble')];
}

/** Attaches, and tells everything that happened. */
async function attaching(
  params: object,
  options: CallOptions = {},
  { failing = false, operation = attach as typeof attach | typeof attachWebsocket } = {},
) {
  const stdin = new PassThrough();
  const told = { selections: [] as StreamSelection[], detached: 0, output: '', runs: [] as object[] };
  let held: Attachment | undefined;
  const containers = knownContainers(records, {
    attach(id, selection) {
      if (id === 'frozen') throw conflict('container frozen is paused');
      told.selections.push(selection);
      let output = live();
      return {
        stdin: selection.stdin ? stdin : null,
        get output() {
          return output;
        },
        detach() {
          told.detached++;
          output = silence();
        },
      };
    },
  });
  const logs = { read: () => past() } as unknown as Logs;
  const streams = {
    async run(attachment: Attachment, _connection: unknown, how: object) {
      if (failing) throw new Error('no stream');
      held = attachment;
      told.runs.push(how);
      for await (const { data } of attachment.output) told.output += data.toString();
      return 'ended';
    },
  } as unknown as StreamBridge;
  const call = recordedCall(options);
  const request = { params: { id: 'plain', ...params }, body: undefined };
  let error: unknown;
  const handler = operation(containers, logs, streams, { nanoseconds: () => 7n });
  await handler(request, call).catch((reason: unknown) => (error = reason));
  return { ...told, error, call, stdin, held };
}

describe('attach (unit)', () => {
  it('connects the client to the streams that it wants', async () => {
    const { selections, output, held, stdin, error } = await attaching({
      stream: true,
      stdin: true,
      stdout: true,
    });
    expect(error).to.equal(undefined);
    expect(selections).to.deep.equal([{ stdin: true, stdout: true, stderr: false }]);
    expect(output).to.equal('live\n');
    expect(held!.stdin).to.equal(stdin);
  });

  it('sends the log first, and nothing else without "stream"', async () => {
    const both = await attaching({ logs: true, stream: true, stdout: true });
    expect(both.output).to.equal('past\nlive\n');
    const only = await attaching({ logs: true, stdout: true, stderr: true });
    expect(only.output).to.equal('past\ntrouble\n');
    expect(only).to.deep.include({ selections: [{}], detached: 1 });
  });

  it('tells clients that upgrade of frames', async () => {
    const headers = { upgrade: 'tcp' };
    const type = async (params: object, options: CallOptions) =>
      (await attaching(params, options)).call.hijacked;
    expect(await type({}, { headers })).to.deep.equal(['application/vnd.docker.multiplexed-stream']);
    const raw: [object, CallOptions][] = [
      [{ id: 'terminal' }, { headers }],
      [{}, { headers, apiVersion: '1.41' }],
      [{}, {}],
    ];
    for (const [params, options] of raw)
      expect(await type(params, options)).to.deep.equal(['application/vnd.docker.raw-stream']);
  });

  it('looks for detach keys on terminals', async () => {
    const { runs } = await attaching({ id: 'terminal', stream: true, detachKeys: 'ctrl-x' });
    expect(runs).to.deep.equal([{ terminal: true, framed: false, detachKeys: 'ctrl-x' }]);
  });

  it('refuses bad detach keys, unknown containers and those that cannot be attached to', async () => {
    const cases: [object, object][] = [
      [
        { id: 'gone', detachKeys: 'ctrl-ü' },
        { kind: 'InvalidParameter', message: 'Invalid detach keys (ctrl-ü) provided' },
      ],
      [{ id: 'gone' }, { kind: 'NotFound' }],
      [{ id: 'frozen' }, { kind: 'Conflict', message: 'container frozen is paused' }],
    ];
    for (const [params, expected] of cases) {
      const { error, call } = await attaching({ stream: true, ...params });
      expect(error).to.include(expected);
      expect(call.hijacked).to.deep.equal([]);
    }
  });

  it('lets go of the streams when it fails', async () => {
    const { error, detached } = await attaching({ stream: true }, {}, { failing: true });
    expect(error).to.have.property('message', 'no stream');
    expect(detached).to.equal(1);
  });
});

describe('attach over a WebSocket (unit)', () => {
  const operation = attachWebsocket;

  it('sends the log, then the streams that the client wants, without frames', async () => {
    const { output, selections, runs } = await attaching(
      { logs: true, stream: true, stdout: true },
      {},
      { operation },
    );
    expect(output).to.equal('past\nlive\n');
    expect(selections).to.deep.equal([{ stdin: false, stdout: true, stderr: false }]);
    expect(runs).to.deep.equal([{ terminal: false, framed: false, detachKeys: undefined }]);
    const framed = await attaching({ stream: true });
    expect(framed.runs).to.deep.equal([{ terminal: false, framed: true, detachKeys: undefined }]);
  });

  it('connects all three streams before API 1.42', async () => {
    const params = { stream: true, stdout: true };
    const { selections } = await attaching(params, { apiVersion: '1.41' }, { operation });
    expect(selections).to.deep.equal([{ stdin: true, stdout: true, stderr: true }]);
  });

  it('looks for detach keys, refuses and lets go as attach does', async () => {
    const keys = await attaching({ id: 'terminal', detachKeys: 'ctrl-x' }, {}, { operation });
    expect(keys.runs).to.deep.equal([{ terminal: true, framed: false, detachKeys: 'ctrl-x' }]);
    const bad = await attaching({ detachKeys: 'ctrl-ü' }, {}, { operation });
    expect(bad.error).to.include({ kind: 'InvalidParameter' });
    const frozen = await attaching({ id: 'frozen', stream: true }, {}, { operation });
    expect(frozen.error).to.include({ kind: 'Conflict' });
    expect(frozen.call.hijacked).to.deep.equal([]);
    const failed = await attaching({ stream: true }, {}, { operation, failing: true });
    expect(failed).to.deep.include({ detached: 1 });
  });
});
