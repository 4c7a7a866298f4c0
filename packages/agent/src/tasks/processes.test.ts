import { RuntimeFailure } from '@arca/agent-proto';
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { constants, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { script, specOf } from './testing/spec.js';
import { caught, eventually, runtimes, statusOf, Testbed } from './testing/testbed.js';

const MEGABYTE = 1024 * 1024;

/** Collects what arrives, and waits for a text in it. */
function watch(stream: Readable) {
  let seen = '';
  stream.on('data', (chunk: Buffer) => (seen += chunk.toString()));
  return {
    seen: () => seen,
    until: (text: string) => eventually(`output of ${text}`, () => seen.includes(text)),
  };
}

async function digest(stream: Readable): Promise<{ bytes: number; sha: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha: hash.digest('hex') };
}

const accessMode = (pid: number, fd: string): number =>
  parseInt(/^flags:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'utf8'))![1]!, 8) & 3;

async function write(stream: Writable, bytes: number, block: Buffer): Promise<void> {
  for (let written = 0; written < bytes; written += block.length) {
    if (!stream.write(block)) await once(stream, 'drain');
  }
  stream.end();
}

describe('processes', function () {
  this.timeout(60_000);
  const bed = new Testbed();
  before(() => bed.open());
  after(() => bed.clean());
  afterEach(() => bed.removeAll());

  for (const { name: runtime } of runtimes) {
    describe(`under ${runtime}`, () => {
      it('passes input to its end, more of it than fits into the pipes', async () => {
        const id = await bed.start(script('sleep 0.3; cat'), { runtime, stdin: true });
        const { stdin, stdout, stderr } = bed.tasks.stdio(id);
        stderr!.resume();
        const block = Buffer.from(Array.from({ length: 65_521 }, (_, n) => n % 251));
        const [echo] = await Promise.all([digest(stdout), write(stdin!, 8 * MEGABYTE, block)]);
        const expected = createHash('sha256');
        let bytes = 0;
        for (; bytes < 8 * MEGABYTE; bytes += block.length) expected.update(block);
        expect(echo).to.deep.equal({ bytes, sha: expected.digest('hex') });
        expect((await bed.processes.wait({ containerId: id })).status).to.equal(0);
      });

      it('loses nothing of a large output that is read slowly', async () => {
        const id = await bed.start(script('dd if=/dev/zero bs=1M count=24 2>/dev/null; echo end >&2'), {
          runtime,
        });
        await delay(300); // the pipe is full and the process waits
        const { stdout, stderr } = bed.tasks.stdio(id);
        const errors = watch(stderr!);
        expect(errors.seen()).to.equal('');
        expect((await digest(stdout)).bytes).to.equal(24 * MEGABYTE);
        await errors.until('end');
        expect((await bed.processes.wait({ containerId: id })).status).to.equal(0);
      });

      it('gives a terminal its size, its input and its end', async () => {
        const spec = script('stty size; read line; echo "got $line"; stty size; cat; echo bye; exit 4');
        spec.process.consoleSize = { width: 91, height: 31 };
        const id = await bed.start(spec, { runtime, terminal: true, stdin: true });
        const { stdin, stdout, stderr } = bed.tasks.stdio(id);
        expect(stderr).to.equal(null);
        const screen = watch(stdout);
        await screen.until('31 91');
        await bed.processes.resize({ containerId: id, width: 132, height: 43 });
        stdin!.write('word\n');
        await screen.until('got word');
        await screen.until('43 132');
        stdin!.write('\x04');
        await screen.until('bye');
        expect((await bed.processes.wait({ containerId: id })).status).to.equal(4);
      });

      it('lets a user without rights open its outputs anew', async () => {
        const spec = script('echo out > /dev/stdout; echo err > /dev/stderr; echo more');
        spec.process.user = { uid: 1000, gid: 1000 };
        const id = await bed.start(spec, { runtime });
        const ran = await bed.finish(id);
        expect([ran.stdout, ran.stderr, ran.exit.status]).to.deep.equal(['out\nmore\n', 'err\n', 0]);
      });

      it('runs further processes with their own user, streams and end', async () => {
        const id = await bed.start(specOf('/bin/sleep', '1000'), { runtime });
        const plain = await bed.exec(id, ['sh', '-c', 'id -u; echo err >&2; exit 7'], { user: 1000 });
        const ran = await bed.finish(id, plain);
        expect([ran.stdout, ran.stderr, ran.exit.status]).to.deep.equal(['1000\n', 'err\n', 7]);
        const fed = await bed.exec(id, ['cat'], { stdin: true });
        bed.tasks.stdio(id, fed).stdin!.end('to the process\n');
        expect((await bed.finish(id, fed)).stdout).to.equal('to the process\n');
        const terminal = await bed.exec(id, ['sh', '-c', 'tty >/dev/null || test -t 0 && echo tty'], {
          terminal: true,
          stdin: true,
        });
        expect((await bed.finish(id, terminal)).stdout).to.equal('tty\r\n');
        const listed = (await bed.containers.list({})).containers.find((container) => container.id === id)!;
        expect(listed.execIds).to.have.members([plain, fed, terminal]);
        for (const execId of [plain, fed, terminal]) await bed.processes.delete({ containerId: id, execId });
        expect((await caught(bed.processes.wait({ containerId: id, execId: plain }))).code).to.equal(
          'NOT_FOUND',
        );
      });

      it('refuses a program that is not there, and the container goes on', async () => {
        const id = await bed.start(specOf('/bin/sleep', '1000'), { runtime });
        const error = await caught(bed.exec(id, ['nosuch']));
        expect(error.failure).to.equal(RuntimeFailure.NOT_FOUND);
        expect(error.message).to.equal(
          'OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in $PATH: unknown',
        );
        const execId = await bed.exec(id, ['true']);
        expect((await bed.finish(id, execId)).exit.status).to.equal(0);
      });

      it('kills one process, or all of a container', async () => {
        const id = await bed.start(specOf('/bin/sleep', '1000'), { runtime });
        const one = await bed.exec(id, ['sleep', '1000']);
        const other = await bed.exec(id, ['sleep', '1000']);
        await bed.processes.kill({ containerId: id, execId: one, signal: 15 });
        expect((await bed.finish(id, one)).exit.status).to.equal(143);
        await bed.processes.kill({ containerId: id, signal: 9, all: true });
        expect((await bed.finish(id, other)).exit.status).to.equal(137);
        expect((await bed.finish(id)).exit.status).to.equal(137);
      });
    });
  }

  it('does not wait for ever for a process that was left behind with the output', async () => {
    const id = await bed.start(specOf('/bin/sleep', '1000'));
    const execId = await bed.exec(id, ['sh', '-c', 'sleep 500 & echo started; exit 5']);
    const output = watch(bed.tasks.stdio(id, execId).stdout);
    await output.until('started');
    expect((await bed.processes.wait({ containerId: id, execId })).status).to.equal(5);
    await bed.processes.delete({ containerId: id, execId });
  });

  it('ends execs with their container, wherever they stand', async () => {
    const id = await bed.start(specOf('/bin/sleep', '1000'));
    const execId = await bed.exec(id, ['sleep', '1000']);
    const [exec, init] = await Promise.all([bed.finish(id, execId), bed.end(id)]);
    expect([exec.exit.status, init.status]).to.deep.equal([137, 137]);
    await bed.containers.release({ id });
    expect((await caught(bed.processes.wait({ containerId: id, execId }))).code).to.equal('NOT_FOUND');
  });

  it('ends input when asked to, after what was written', async () => {
    const id = await bed.start(specOf('/bin/cat'), { stdin: true });
    bed.tasks.stdio(id).stdin!.write('all of it');
    await bed.processes.closeStdin({ containerId: id });
    await bed.processes.closeStdin({ containerId: id });
    expect((await bed.finish(id)).stdout).to.equal('all of it');
  });

  it('drops input that nobody reads any more', async () => {
    const id = await bed.start(specOf('/bin/true'), { stdin: true });
    const { stdin } = bed.tasks.stdio(id);
    await bed.finish(id);
    await write(stdin!, 4 * MEGABYTE, Buffer.alloc(65_536));
    await bed.processes.closeStdin({ containerId: id });
  });

  it('gives the same streams to the second who asks', async () => {
    const id = await bed.start(script('echo once'));
    const first = bed.tasks.stdio(id);
    expect(bed.tasks.stdio(id)).to.equal(first);
    expect(() => bed.tasks.stdio('f'.repeat(64)))
      .to.throw()
      .with.property('code', 'NOT_FOUND');
    expect((await bed.finish(id)).stdout).to.equal('once\n');
  });

  it('ends a wait whose caller goes away', async () => {
    const id = await bed.start(specOf('/bin/sleep', '1000'));
    const caller = new AbortController();
    const wait = caught(bed.processes.wait({ containerId: id }, { signal: caller.signal }));
    caller.abort();
    expect((await wait).code).to.equal('CANCELLED');
  });

  it('gives containers no descriptors of the agent or the shim', async () => {
    for (const { name: runtime } of runtimes) {
      const id = await bed.start(specOf('/bin/sleep', '1000'), { runtime, stdin: true });
      const execId = await bed.exec(id, ['sleep', '1000']);
      const { pids } = await bed.containers.pids({ id });
      expect(pids).to.have.length(2);
      for (const pid of pids) {
        // runc answers before its own process has become the container's.
        await eventually('the program runs', () => statusOf(pid, 'Name') === 'sleep');
        const fds = readdirSync(`/proc/${pid}/fd`).map(
          (fd) => `${fd} ${readlinkSync(`/proc/${pid}/fd/${fd}`)}`,
        );
        const { shim } = bed.record(id)!;
        const own = pid === pids[0] ? [`1 ${shim}/out`, `2 ${shim}/err`] : [];
        expect(fds).to.include.members(own);
        for (const fd of own) expect(accessMode(pid, fd[0]!)).to.equal(constants.O_WRONLY);
        const others = fds.filter((fd) => !own.includes(fd) && !/^[012] (pipe:|\/dev\/null)/.test(fd));
        expect(others).to.deep.equal([]);
      }
      await Promise.all([bed.end(id, execId), bed.end(id)]);
    }
  });

  it('leaves no descriptor, process, mount or file behind', async () => {
    const targets = () =>
      readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          return [readlinkSync(`/proc/self/fd/${fd}`)];
        } catch {
          return []; // the descriptor of the listing itself
        }
      });
    const own = () => targets().filter((target) => target.startsWith(bed.base)).length;
    const round = async (n: number) => {
      const id = await bed.start(script('echo up; cat'), {
        stdin: true,
        runtime: runtimes[n % runtimes.length]!.name,
      });
      const execId = await bed.exec(id, ['echo', 'exec'], { stdin: true });
      expect((await bed.finish(id, execId)).stdout).to.equal('exec\n');
      bed.tasks.stdio(id).stdin!.end();
      expect((await bed.finish(id)).stdout).to.equal('up\n');
      await bed.remove(id);
    };
    await round(0);
    await eventually('only the idle shims are left', async () => (await bed.traces()).length === 4);
    const before = { all: targets().length, own: own() };
    for (let n = 0; n < 50; n += 5) await Promise.all([0, 1, 2, 3, 4].map((k) => round(n + k)));
    await eventually('only the idle shims are left', async () => (await bed.traces()).length === 4);
    await eventually('pipes and files of the instance are closed', () => own() <= before.own);
    // Sockets do not tell whose they are, and what else runs in this process has some: a leak would be fifty.
    await eventually('sockets are closed', () => targets().length < before.all + 5);
  });

  it('has nothing to warn of', () => expect(bed.warnings).to.deep.equal([]));
});
