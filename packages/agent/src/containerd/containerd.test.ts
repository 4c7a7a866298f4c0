import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { after, afterEach, before, describe, it } from 'mocha';
import { findProcesses } from '../linux/processes.js';
import { Containerd } from './containerd.js';
import { digestOf } from './content.js';

const log = () => undefined;

describe('a containerd of our own', function () {
  this.timeout(60_000);
  let directory: string;
  const opened: Containerd[] = [];
  const places = () => ({ root: join(directory, 'root'), run: join(directory, 'run') });
  const open = async (more: object = {}) => {
    const containerd = await Containerd.open({ ...places(), namespace: 'test', log, ...more });
    opened.push(containerd);
    return containerd;
  };
  const running = () => findProcesses((args) => args.includes(join(directory, 'run/containerd.toml')));
  const gone = async (pid: number) => {
    while ((await running()).includes(pid)) await delay(5);
  };

  before(async () => (directory = await mkdtemp(join(tmpdir(), `arca-containerd-${process.pid}-`))));
  afterEach(async () => {
    for (const containerd of opened.splice(0)) await containerd.close();
    expect(await running()).to.deep.equal([]);
  });
  after(() => rm(directory, { recursive: true, force: true }));

  it('is started and ended', async () => {
    const containerd = await open();
    expect(await containerd.version()).to.match(/^v?\d+\.\d+/);
    expect(await running()).to.deep.equal([containerd.pid]);
    expect(containerd).to.include({
      shared: false,
      address: join(directory, 'run/containerd.sock'),
      namespace: 'test',
    });
    await containerd.close();
    expect(await readdir(join(directory, 'run'))).to.have.members(['containerd', 'containerd.toml']);
  });

  it('is started again when it dies, and calls wait for that', async () => {
    const containerd = await open();
    await containerd.snapshots.prepare('kept', '');
    for (let round = 0; round < 3; round++) {
      const pid = containerd.pid!;
      process.kill(pid, 'SIGKILL');
      if (round > 0) await gone(pid);
      expect(await containerd.snapshots.mounts('kept')).to.have.length(1);
      expect(containerd.pid).to.not.equal(pid);
    }
    await containerd.snapshots.remove('kept');
  });

  it('takes the place of one that a killed agent has left', async () => {
    const left = spawn('containerd', ['--config', join(directory, 'run/containerd.toml')], {
      stdio: 'ignore',
    });
    const exited = once(left, 'exit');
    const containerd = await open();
    await exited;
    expect(await running()).to.deep.equal([containerd.pid]);
  });

  it('collects what a killed one has left and its database does not know', async () => {
    const first = await open();
    const stores = join(directory, 'root/containerd');
    const ingest = join(stores, 'io.containerd.content.v1.content/ingest/unknown');
    const snapshot = join(stores, 'io.containerd.snapshotter.v1.overlayfs/snapshots/new-unknown');
    const leave = async () => {
      for (const place of [ingest, snapshot]) await mkdir(place, { recursive: true });
      await writeFile(join(ingest, 'data'), 'half');
    };
    await leave();
    process.kill(first.pid!, 'SIGKILL');
    await first.version();
    await first.close();
    await open();
    expect([ingest, snapshot].filter(existsSync)).to.deep.equal([]);
  });

  it('ends with the agent, also when that is killed', async () => {
    const script = `
      import { Containerd } from ${JSON.stringify(new URL('./containerd.js', import.meta.url).href)};
      await Containerd.open({ ...${JSON.stringify(places())}, namespace: 'test', log: () => {} });
      console.log('open');
    `;
    const agent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(agent.stdout, 'data');
    const [pid] = await running();
    agent.kill('SIGKILL');
    await gone(pid!);
  });

  it('says where to look when it does not start', async () => {
    const error = await open({ program: 'false' }).catch((failure: unknown) => failure);
    expect(error).to.deep.include({ code: 'UNAVAILABLE' });
    expect(String(error)).to.contain(join(directory, 'root/containerd.log'));
    const missing = await open({ program: '/nosuch/containerd' }).catch((failure: unknown) => failure);
    expect(missing).to.deep.include({ code: 'UNAVAILABLE' });
    expect(await readFile(join(directory, 'root/containerd.log'), 'utf8')).to.contain('/nosuch/containerd');
  });

  it('can be used by its address, under another namespace', async () => {
    const own = await open();
    const other = await open({ address: own.address, namespace: 'other' });
    expect(other).to.include({ shared: true, pid: undefined });
    await own.snapshots.prepare('arca-own', '');
    expect(await other.snapshots.list('arca-')).to.deep.equal([]);
    expect(await own.snapshots.list('arca-')).to.deep.equal(['arca-own']);
    await own.snapshots.remove('arca-own');
    const nobody = await open({ address: join(directory, 'nobody.sock') }).catch(
      (failure: unknown) => failure,
    );
    expect(nobody).to.deep.include({ code: 'UNAVAILABLE' });
  });

  describe('content', () => {
    const bytes = Buffer.from('some content');
    const failing = async function* () {
      yield bytes;
      throw new Error('the source broke');
    };
    const ingests = () => readdir(join(directory, 'root/containerd/io.containerd.content.v1.content/ingest'));

    it('is kept by a lease, and collected after a failure', async () => {
      const { content, leases } = await open();
      const kept = await leases.hold(async (lease) => {
        const blob = await content.put(lease, bytes, {
          'containerd.io/gc.ref.content.x': digestOf(Buffer.from('x')),
        });
        expect(blob).to.deep.equal({ digest: digestOf(bytes), size: bytes.length });
        expect(await content.write(lease, [bytes.subarray(0, 4), bytes.subarray(4)])).to.deep.equal(blob);
        expect(await content.size(blob.digest)).to.equal(bytes.length);
        expect(String(await content.read(blob.digest))).to.equal(String(bytes));
        return blob;
      });
      const failed = leases.hold(async (lease) => {
        await content.put(lease, Buffer.from('other'));
        throw new Error('mine');
      });
      expect(await failed.catch(String)).to.equal('Error: mine');
      expect(await content.size(kept.digest)).to.equal(undefined);
      expect(await content.size(digestOf(Buffer.from('other')))).to.equal(undefined);
    });

    it('is refused when it is not what was said', async () => {
      const { content, leases } = await open();
      await leases.hold(async (lease) => {
        const attempts: [Parameters<typeof content.write>, RegExp][] = [
          [
            [lease, [bytes], { expected: digestOf(Buffer.from('other')) }],
            /does not match its digest: expected sha256/,
          ],
          [[lease, [bytes], { size: bytes.length + 1 }], /does not match its size: 12 of 13 bytes/],
          [[lease, [bytes], { size: bytes.length - 1 }], /does not match its size: 12 more than 11 bytes/],
          [[lease, failing()], /the source broke/],
          [[lease, [bytes], { signal: AbortSignal.abort(new Error('stop')) }], /stop/],
        ];
        for (const [attempt, message] of attempts) {
          expect(await content.write(...attempt).catch(String)).to.match(message);
          expect(await ingests()).to.deep.equal([]);
        }
      });
    });

    it('can be nothing at all', async () => {
      const { content, leases } = await open();
      await leases.hold(async (lease) => {
        const blob = await content.write(lease, []);
        expect(blob).to.deep.equal({ digest: digestOf(Buffer.alloc(0)), size: 0 });
        expect(await content.size(blob.digest)).to.equal(0);
      });
    });

    it('of a lease that a killed agent has left is given up', async () => {
      const first = await open();
      let digest = '';
      const broken = first.leases.hold(async (lease) => {
        ({ digest } = await first.content.put(lease, bytes));
        await open({ address: first.address }); // a new agent sweeps
        expect(await first.content.size(digest)).to.equal(undefined);
      });
      await broken;
    });
  });
});
