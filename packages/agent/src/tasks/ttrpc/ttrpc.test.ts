import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, toBinary } from '@bufbuild/protobuf';
import { Events, TaskOomSchema } from '../../generated/containerd/events/v1/events_pb.js';
import { Task, StateResponseSchema } from '../../generated/containerd/task/v2/shim_pb.js';
import { ResponseSchema } from '../../generated/ttrpc/ttrpc_pb.js';
import { TtrpcConnection, TtrpcError } from './client.js';
import { encodeFrame, FrameReader, RESPONSE, type Frame } from './frames.js';
import { EventSink } from './server.js';

const frame = (streamId: number, text: string): Frame => ({
  streamId,
  type: RESPONSE,
  payload: Buffer.from(text),
});

describe('ttrpc frames', () => {
  it('come out whole however they are cut', () => {
    const sent = [frame(1, 'first'), frame(3, ''), frame(5, 'x'.repeat(1000))];
    const bytes = Buffer.concat(sent.map(encodeFrame));
    for (const size of [1, 3, 10, 11, bytes.length]) {
      const reader = new FrameReader();
      const got: Frame[] = [];
      for (let at = 0; at < bytes.length; at += size) got.push(...reader.push(bytes.subarray(at, at + size)));
      expect(got.map(({ streamId, payload }) => [streamId, Buffer.from(payload).toString()])).to.deep.equal(
        sent.map(({ streamId, payload }) => [streamId, Buffer.from(payload).toString()]),
      );
    }
  });

  it('have a length and a stream in network order', () => {
    expect([...encodeFrame(frame(258, 'ab'))]).to.deep.equal([0, 0, 0, 2, 0, 0, 1, 2, 2, 0, 97, 98]);
  });

  it('are refused when they are larger than ttrpc allows', () => {
    const bytes = Buffer.alloc(10);
    bytes.writeUInt32BE(5 * 1024 * 1024, 0);
    expect(() => [...new FrameReader().push(bytes)]).to.throw(RangeError);
  });
});

describe('ttrpc connections', () => {
  let directory: string;
  let server: Server | undefined;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'arca-ttrpc-'))));
  afterEach(() => {
    server?.close();
    server = undefined;
    rmSync(directory, { recursive: true, force: true });
  });

  /** Answers the nth request with the nth of the answers; then it hangs up. */
  const serve = (answers: (Uint8Array | 'nothing')[]): Promise<string> => {
    const path = join(directory, 's');
    server = createServer((socket) => {
      const reader = new FrameReader();
      let n = 0;
      socket.on('data', (piece) => {
        for (const { streamId } of reader.push(piece)) {
          const payload = answers[n++];
          if (payload === undefined) return socket.destroy();
          if (payload !== 'nothing') socket.write(encodeFrame({ streamId, type: RESPONSE, payload }));
        }
      });
    });
    return new Promise((resolve) => server!.listen(path, () => resolve(path)));
  };
  const refused = (code: number, message: string) =>
    toBinary(ResponseSchema, create(ResponseSchema, { status: { code, message } }));

  it('give answers and errors to the calls they belong to', async () => {
    const state = toBinary(StateResponseSchema, create(StateResponseSchema, { pid: 77 }));
    const answer = toBinary(ResponseSchema, create(ResponseSchema, { payload: state }));
    const path = await serve([refused(5, 'no such process'), answer, refused(2, 'odd')]);
    const connection = await TtrpcConnection.open(path);
    const task = connection.client(Task);
    const [missing, found, odd] = await Promise.allSettled(['a', 'b', 'c'].map((id) => task.state({ id })));
    expect(missing).to.have.nested.property('reason.code', 'NOT_FOUND');
    expect(missing).to.have.nested.property('reason.message', 'no such process');
    expect(found).to.have.nested.property('value.pid', 77);
    expect(odd).to.have.nested.property('reason.code', 'UNKNOWN');
    connection.close();
    await connection.closed;
  });

  it('reject open calls, and later ones, when they break', async () => {
    const path = await serve(['nothing']);
    const connection = await TtrpcConnection.open(path);
    const task = connection.client(Task);
    const results = await Promise.allSettled([task.wait({ id: 'a' }), task.wait({ id: 'b' })]);
    results.push(...(await Promise.allSettled([task.wait({ id: 'c' })])));
    for (const result of results) {
      expect(result.status).to.equal('rejected');
      expect((result as PromiseRejectedResult).reason)
        .to.be.instanceOf(TtrpcError)
        .with.property('code', 'UNAVAILABLE');
    }
  });

  it('are refused where nobody listens', async () => {
    const error = await TtrpcConnection.open(join(directory, 'none')).catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'ENOENT');
  });

  it('acknowledge events, and take the place of an earlier listener', async () => {
    const path = join(directory, 'events');
    const told: string[] = [];
    const first = await EventSink.listen(path, () => told.push('the wrong one'));
    const second = await EventSink.listen(path, (id) => told.push(id));
    const connection = await TtrpcConnection.open(path);
    const { forward } = connection.client(Events);
    await forward({});
    const value = toBinary(TaskOomSchema, create(TaskOomSchema, { containerId: 'hungry' }));
    await forward({
      envelope: { topic: '/tasks/exit', event: { typeUrl: 'containerd.events.TaskExit', value } },
    });
    await forward({
      envelope: { topic: '/tasks/oom', event: { typeUrl: 'containerd.events.TaskOOM', value } },
    });
    expect(told).to.deep.equal(['hungry']);
    const other = await connection
      .client(Task)
      .state({ id: 'x' })
      .catch((reason: unknown) => reason);
    expect(other).to.have.property('code', 'UNIMPLEMENTED');
    await Promise.all([first.close(), second.close()]);
    await connection.closed;
  });
});
