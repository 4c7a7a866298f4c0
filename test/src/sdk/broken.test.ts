import { collect, containerAttachWebsocket, ConnectionError, Docker, last } from '@arca/sdk';
import { expect } from 'chai';
import { it } from 'mocha';
import { readdirSync, readlinkSync } from 'node:fs';
import { BUSYBOX } from '../harness/busybox.js';
import { eventually } from '../harness/eventually.js';
import { onArca } from '../harness/suite.js';
import { caught } from './client.js';

/** The sockets that this process holds. */
const sockets = (): number =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith('socket:');
    } catch {
      return false;
    }
  }).length;

// A dockerd that is killed leaves a mount behind, for which a run would fail.
onArca('what goes on when it breaks, by the SDK,', (suite) => {
  const connect = () => new Docker({ host: suite.engine.host, retries: 0 });
  const talker = {
    Image: BUSYBOX,
    Cmd: ['sh', '-c', 'while :; do echo tick; sleep 0.05; done'],
    OpenStdin: true,
  };

  it('fails when the daemon is killed, and never hangs', async () => {
    await using docker = connect();
    const container = await (await docker.containers.create(talker)).start();
    const socket = await containerAttachWebsocket({
      ...{ client: docker.client, path: { id: container.id }, query: { stream: true, stdout: true } },
      throwOnError: true,
    });
    const { exitCode } = await container.watch('not-running');
    const attached = await container.attach();
    const terminal = await container.execStream(['cat'], { tty: true });
    const gate = Promise.withResolvers<void>();
    async function* slowly() {
      yield Buffer.alloc(100_000);
      await gate.promise;
      yield Buffer.alloc(1);
    }
    const calls = {
      logs: last(container.logs({ follow: true })),
      events: last(docker.events()),
      stats: last(container.stats()),
      wait: container.wait(),
      watch: exitCode.then(() => undefined),
      load: last(docker.images.load(slowly())),
      exec: container.exec(['sleep', '600']),
      run: docker.containers.run(BUSYBOX, ['sleep', '600']),
      socket: last(socket.data.stream),
      // These connections have no mark of their end.
      attached: last(attached.output),
      terminal: last(terminal.output),
    };
    const outcomes = Object.entries(calls).map(async ([name, call]) => [name, await caught(call)] as const);
    await container.untilLog('tick');
    await eventually(async () => (await docker.containers.list()).length === 2, 'the other runs');
    await eventually(async () => (await container.inspect()).ExecIDs?.length === 2, 'the commands run');
    await suite.engine.crash();
    try {
      for (const [name, error] of await Promise.all(outcomes)) {
        expect(error, name).to.be.instanceOf(ConnectionError);
      }
      gate.resolve();
      expect(await caught(docker.ping())).to.be.instanceOf(ConnectionError);
      expect(await caught(container.execStream(['cat']))).to.be.instanceOf(ConnectionError);
    } finally {
      await suite.engine.start();
    }
    // The same client goes on with the daemon that is there again.
    await docker.ping();
    await container.remove({ force: true });
  });

  it('ends by a signal in each of its phases, and leaves no connection', async () => {
    await using docker = connect();
    await using container = await docker.containers.create(talker);
    await container.start();
    await docker.ping();
    const calls: ((signal: AbortSignal) => Promise<unknown>)[] = [
      (signal) => docker.ping(signal),
      (signal) => container.inspect(signal),
      (signal) => container.wait('not-running', signal),
      (signal) => last(container.logs({ follow: true }, signal)),
      (signal) => last(docker.events({}, signal)),
      (signal) => last(container.stats(signal)),
      (signal) => container.exec(['sleep', '600'], { signal }),
      async (signal) => collect((await container.attach({ signal })).output),
      async (signal) => {
        const call = { client: docker.client, path: { id: container.id }, query: { stream: true } };
        return last((await containerAttachWebsocket({ ...call, signal, throwOnError: true })).data.stream);
      },
      (signal) => container.export(signal).then(last),
      (signal) => docker.containers.run(BUSYBOX, ['sleep', '600'], { signal }),
    ];
    const before = sockets();
    const reason = new Error('enough');
    for (const wait of [0, 1, 3, 10, 60, 200]) {
      await Promise.all(
        calls.map(async (call, index) => {
          const abort = new AbortController();
          const outcome = call(abort.signal).then(
            () => reason,
            (error: unknown) => error,
          );
          if (wait === 0) abort.abort(reason);
          else setTimeout(() => abort.abort(reason), wait);
          expect(await outcome, `call ${index} after ${wait} ms`).to.equal(reason);
        }),
      );
    }
    expect((await docker.containers.list({ all: true })).map(({ Id }) => Id)).to.deep.equal([container.id]);
    await eventually(() => sockets() <= before, 'no more connections than before');
    expect(await caught(docker.ping(AbortSignal.abort(reason)))).to.equal(reason);
  });
});
