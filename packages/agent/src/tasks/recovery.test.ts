import { TaskStatus } from '@arca/agent-proto';
import { expect } from 'chai';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { mount } from '../linux/syscalls.js';
import { commandLine } from '../linux/processes.js';
import { AgentProcess } from './testing/agent-process.js';
import { script, specOf } from './testing/spec.js';
import { caught, eventually, Testbed } from './testing/testbed.js';

describe('recovery', function () {
  this.timeout(60_000);
  let bed: Testbed;
  let agent: AgentProcess;
  beforeEach(async () => {
    bed = new Testbed();
    agent = await AgentProcess.open(bed);
  });
  afterEach(async () => {
    await agent.kill();
    await bed.clean();
  });

  const listed = async (id: string) =>
    (await bed.containers.list({})).containers.find((one) => one.id === id);
  const ended = (pid: number) => eventually('the process has ended', () => commandLine(pid).length === 0);

  it('goes on with a container that runs, its input, its output and its exit', async () => {
    const program = script('echo before; read line; echo "got $line"; exit 9');
    const id = await agent.call({ start: { spec: program, fields: { stdin: true } } });
    expect(await agent.call({ read: { id, bytes: 7 } })).to.equal('before\n');
    await agent.kill();
    await bed.open();
    expect((await listed(id))!.status).to.equal(TaskStatus.RUNNING);
    expect((await listed(id))!.stdin).to.equal(true);
    bed.tasks.stdio(id).stdin!.write('this\n');
    const ran = await bed.finish(id);
    expect([ran.stdout, ran.exit.status]).to.deep.equal(['got this\n', 9]);
    await bed.remove(id);
    expect(bed.warnings).to.deep.equal([]);
  });

  it('keeps the output and the exit of a container that ended meanwhile', async () => {
    const id = await agent.call({
      start: { spec: script('read line; seq 1 3000; exit 42'), fields: { stdin: true } },
    });
    await agent.kill();
    writeFileSync(join(bed.record(id)!.shim, 'in'), 'go\n');
    await eventually('the container has ended', async () => (await bed.cgroupMembers(id)).length === 0);
    await bed.open();
    const ran = await bed.finish(id);
    expect(ran.stdout).to.equal(Array.from({ length: 3000 }, (_, n) => `${n + 1}\n`).join(''));
    expect(ran.exit.status).to.equal(42);
    expect((await listed(id))!.status).to.equal(TaskStatus.STOPPED);
    await bed.remove(id);
  });

  it('knows the exit of a task that had ended and was not released', async () => {
    const id = await agent.call({ start: { spec: script('echo over; exit 6') } });
    await agent.call({ read: { id, bytes: 100 } });
    await eventually('the exit is on disk', () => bed.record(id)?.exit);
    await agent.kill();
    await bed.open();
    expect((await listed(id))!.status).to.equal(TaskStatus.STOPPED);
    expect((await bed.processes.wait({ containerId: id })).status).to.equal(6);
    expect(await text(bed.tasks.stdio(id).stdout)).to.equal('');
    await bed.containers.release({ id });
    await bed.start(script('echo again'), {}, id);
    expect((await bed.finish(id)).stdout).to.equal('again\n');
    await bed.remove(id);
  });

  it('takes exec processes over, those that run and those that have ended', async () => {
    const id = await agent.call({ start: { spec: specOf('/bin/sleep', '1000') } });
    const feeding = await agent.call({ exec: { id, args: ['cat'], stdin: true } });
    const ending = await agent.call({ exec: { id, args: ['sh', '-c', 'read line; exit 8'], stdin: true } });
    await agent.kill();
    await bed.open();
    expect((await listed(id))!.execIds).to.have.members([feeding, ending]);
    bed.tasks.stdio(id, ending).stdin!.write('x\n');
    expect((await bed.finish(id, ending)).exit.status).to.equal(8);
    bed.tasks.stdio(id, feeding).stdin!.end('fed\n');
    expect((await bed.finish(id, feeding)).stdout).to.equal('fed\n');
    await bed.processes.kill({ containerId: id, signal: 9 });
    await bed.finish(id);
    await bed.remove(id);
  });

  it('keeps a paused container paused', async () => {
    await bed.open();
    const id = await bed.start(specOf('/bin/sleep', '1000'));
    await bed.containers.pause({ id });
    await bed.tasks.close();
    await bed.open();
    expect((await listed(id))!.status).to.equal(TaskStatus.PAUSED);
    await bed.containers.resume({ id });
    await bed.processes.kill({ containerId: id, signal: 9 });
    expect((await bed.finish(id)).exit.status).to.equal(137);
    await bed.remove(id);
  });

  it('leaves containers running when it closes', async () => {
    const id = await agent.call({ start: { spec: script('echo one; sleep 0.5; echo two; exit 2') } });
    await agent.call({ close: true });
    await bed.open();
    const ran = await bed.finish(id);
    expect([ran.stdout, ran.exit.status]).to.deep.equal(['one\ntwo\n', 2]);
    await bed.remove(id);
  });

  it('counts a container whose shim dies while it is asked as killed', async () => {
    const id = await agent.call({ start: { spec: specOf('/bin/sleep', '1000') } });
    const members = await bed.cgroupMembers(id);
    const shims = await bed.shimPids();
    await agent.kill();
    // It takes the connection and says nothing.
    for (const pid of shims) process.kill(pid, 'SIGSTOP');
    const opened = bed.open();
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const pid of shims) process.kill(pid, 'SIGKILL');
    await opened;
    expect((await listed(id))!.status).to.equal(TaskStatus.STOPPED);
    expect((await bed.processes.wait({ containerId: id })).status).to.equal(137);
    for (const pid of members) await ended(pid);
    await bed.remove(id);
  });

  it('counts a container whose shim died meanwhile as killed, and removes what it ran', async () => {
    const id = await agent.call({ start: { spec: specOf('/bin/sleep', '1000') } });
    const execId = await agent.call({ exec: { id, args: ['sleep', '1000'] } });
    const members = await bed.cgroupMembers(id);
    const shims = await bed.shimPids();
    await agent.kill();
    for (const pid of shims) process.kill(pid, 'SIGKILL');
    await bed.open();
    expect((await listed(id))!.status).to.equal(TaskStatus.STOPPED);
    expect((await bed.processes.wait({ containerId: id })).status).to.equal(137);
    expect((await bed.processes.wait({ containerId: id, execId })).status).to.equal(137);
    for (const pid of members) await ended(pid);
    await bed.remove(id);
    expect((await bed.traces()).filter((trace) => !/^(shim\/|pid )/.test(trace))).to.deep.equal([]);
  });

  it('removes what a start that was cut off has made', async () => {
    const ids = Array.from({ length: 8 }, (_, n) => String(n).repeat(64));
    for (const id of ids) agent.cast({ start: { spec: specOf('/bin/sleep', '1000'), id } });
    await eventually('a start has begun', () => ids.some((id) => bed.record(id)));
    await agent.kill();
    await bed.open();
    for (const { id, status } of (await bed.containers.list({})).containers) {
      // A start may have got to its end without its answer; then it is a container like any other.
      if (status === TaskStatus.RUNNING) {
        await bed.processes.kill({ containerId: id, signal: 9 });
        await bed.finish(id);
      }
      if (status !== TaskStatus.NONE) await bed.containers.release({ id });
      await bed.containers.remove({ id });
    }
    await eventually('only idle shims are left', async () => {
      const traces = await bed.traces();
      return traces.length === 4 && traces.every((trace) => /^(shim\/|pid )/.test(trace));
    });
  });

  it('removes shims, bundles with their mounts, and records that nobody owns', async () => {
    const id = await agent.call({ start: { spec: specOf('/bin/sleep', '1000') } });
    const before = await bed.shimPids();
    const members = await bed.cgroupMembers(id);
    await agent.kill();
    rmSync(join(bed.base, 'run/task', id), { recursive: true });
    const stray = join(bed.base, 'run/bundle', 'stray', 'rootfs');
    mkdirSync(stray, { recursive: true });
    mount('tmpfs', stray, 'tmpfs', 0);
    await bed.open();
    for (const pid of [...before, ...members]) await ended(pid);
    expect((await listed(id))!.status).to.equal(TaskStatus.NONE);
    expect((await bed.traces()).filter((trace) => !/^(shim\/|pid )/.test(trace))).to.deep.equal([]);
    expect((await caught(bed.processes.wait({ containerId: id }))).code).to.equal('NOT_FOUND');
    await bed.containers.remove({ id });
  });

  it('does not touch another instance', async () => {
    const other = new Testbed();
    try {
      await other.open();
      const id = await other.start(specOf('/bin/sleep', '1000'));
      await agent.kill();
      await bed.open();
      expect((await other.containers.pids({ id })).pids).to.have.length(1);
      await other.processes.kill({ containerId: id, signal: 9 });
      expect((await other.finish(id)).exit.status).to.equal(137);
      await other.remove(id);
    } finally {
      await other.clean();
    }
  });
});
