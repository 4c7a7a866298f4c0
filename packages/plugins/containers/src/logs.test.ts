import {
  notImplemented,
  type Clock,
  type LogEntry,
  type LogReadOptions,
  type Logs,
  type OutputSource,
  type StreamBridge,
} from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Readable } from 'node:stream';
import { logs, logsWebsocket } from './logs.js';

const clock = { nanoseconds: () => 1_700_000_000n * 1_000_000_000n } as Clock;
const containers = knownContainers([
  containerRecord({ id: 'aa', name: 'plain' }),
  containerRecord({ id: 'bb', name: 'terminal', body: { Config: { Tty: true } } }),
  containerRecord({ id: 'cc', name: 'dying', state: { status: 'removing' } }),
]);

async function* entries(): AsyncGenerator<readonly LogEntry[]> {
  yield [{ stream: 'stdout', time: 1n, line: Buffer.from('hello'), partial: false }];
}

async function ask(params: object, apiVersion = '1.51', read: Logs['read'] = () => entries()) {
  const asked: LogReadOptions[] = [];
  const encoded: boolean[] = [];
  const port = { read: (container, options) => (asked.push(options), read(container, options)) } as Logs;
  const streams = {
    encode(output: OutputSource, terminal: boolean) {
      encoded.push(terminal);
      return Readable.from(output);
    },
  } as StreamBridge;
  const call = recordedCall({ apiVersion });
  const request = { params: { id: 'plain', stdout: true, ...params }, body: undefined };
  const answer = await logs(containers, port, streams, clock)(request, call);
  let text = '';
  for await (const group of answer as unknown as AsyncIterable<{ data: Buffer }[]>)
    for (const { data } of group) text += data.toString();
  return { text, options: asked[0]!, call, encoded };
}

const failure = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => Promise.reject(new Error('did not fail')),
    (error: Error) => error,
  );

describe('logs (unit)', () => {
  it('sends its head at once and then the lines', async () => {
    const { text, call, encoded } = await ask({});
    expect(text).to.equal('hello\n');
    expect(call.flushed).to.deep.equal(['application/vnd.docker.multiplexed-stream']);
    expect(encoded).to.deep.equal([false]);
  });

  it('sends the bytes of a terminal as they are', async () => {
    const { call, encoded } = await ask({ id: 'terminal' });
    expect(call.flushed).to.deep.equal(['application/vnd.docker.raw-stream']);
    expect(encoded).to.deep.equal([true]);
    expect((await ask({}, '1.41')).call.flushed).to.deep.equal(['application/vnd.docker.raw-stream']);
  });

  it('reads what is asked for', async () => {
    const read = async (params: object) => {
      const { signal: _, ...options } = (await ask(params)).options;
      return options;
    };
    expect(await read({})).to.deep.equal({ follow: false });
    expect(await read({ follow: true, tail: '5', since: '10.5', until: '20' })).to.deep.equal({
      follow: true,
      tail: 5,
      since: 10_500_000_000n,
      until: 20_000_000_000n,
    });
    expect(await read({ tail: '0' })).to.deep.equal({ follow: false, tail: 0 });
    for (const tail of ['all', 'nonsense', '-1', '1.5'])
      expect(await read({ tail }), tail).to.deep.equal({ follow: false });
    expect(await read({ until: '0', since: '0' })).to.deep.equal({ follow: false, since: 0n });
  });

  it('wants a stream before it looks for the container', async () => {
    const message = 'Bad parameters: you must choose at least one stream';
    expect(await failure(ask({ id: 'gone', stdout: false }))).to.include({
      kind: 'InvalidParameter',
      message,
    });
    expect(await failure(ask({ id: 'gone' }))).to.include({ kind: 'NotFound' });
  });

  it('refuses a container that is being removed, and times that are none', async () => {
    expect(await failure(ask({ id: 'dying' }))).to.include({
      kind: 'Conflict',
      message: 'can not get logs from container which is dead or marked for removal',
    });
    expect(await failure(ask({ since: 'yesterday' }))).to.include({
      kind: 'System',
      message: 'strconv.ParseInt: parsing "yesterday": invalid syntax',
    });
  });

  it('sends the same over a WebSocket, without frames, and refuses before it opens one', async () => {
    const call = recordedCall();
    const runs: object[] = [];
    let text = '';
    const port = { read: () => entries() } as unknown as Logs;
    const streams = {
      async run({ stdin, output }, _, how) {
        runs.push({ stdin, ...how });
        for await (const { data } of output) text += data.toString();
        return 'ended';
      },
    } as StreamBridge;
    const asking = (params: object) => {
      const request = { params: { id: 'plain', ...params }, body: undefined };
      return logsWebsocket(containers, port, streams, clock)(request, call);
    };
    expect(await failure(asking({}))).to.include({ kind: 'InvalidParameter' });
    expect(await failure(asking({ id: 'gone', stdout: true }))).to.include({ kind: 'NotFound' });
    expect(call.hijacked).to.deep.equal([]);
    await asking({ stdout: true });
    expect(text).to.equal('hello\n');
    expect(runs).to.deep.equal([{ stdin: null, terminal: false, framed: false }]);
  });

  it('leaves the refusal of a driver that cannot be read from as it is', async () => {
    const refusal = notImplemented('configured logging driver does not support reading');
    const refusing = () => {
      throw refusal;
    };
    expect(await failure(ask({}, '1.51', refusing))).to.equal(refusal);
  });
});
