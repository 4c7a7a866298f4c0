import type { AgentError } from '@arca/agent-proto';
import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createAgent, type RunningAgent } from './agent.js';
import { hierarchies, removeCgroup } from './linux/cgroups.js';
import { detachBelow, mountPoints } from './linux/mounts.js';
import { commandLine, findProcesses, killProcess } from './linux/processes.js';
import type { AgentOptions } from './options.js';
import { makeBusyboxRoot } from './tasks/testing/layers.js';
import { script, specOf } from './tasks/testing/spec.js';
import { caught, eventually } from './tasks/testing/testbed.js';

describe('the agent', function () {
  this.timeout(60_000);
  const base = mkdtempSync(join(tmpdir(), 'arca-agent-'));
  const options: AgentOptions = {
    root: join(base, 'root'),
    run: join(base, 'run'),
    instance: `arca-agent-${process.pid}`,
    pool: { shims: 1 },
    log: () => undefined,
  };
  let agent: RunningAgent | undefined;
  let imageId = '';

  before(async () => {
    const lower = makeBusyboxRoot(join(base, 'lower'));
    agent = await createAgent(options);
    const archive = spawn('tar', ['-C', lower, '-c', '.']).stdout;
    for await (const progress of agent.streams.import(archive, { reference: 'busybox:test' })) {
      imageId ||= progress.imageId;
    }
  });
  after(async () => {
    await agent?.close();
    for (const pid of await ours()) killProcess(pid);
    await removeCgroup(await hierarchies(), options.instance);
    await detachBelow(base);
    rmSync(base, { recursive: true, force: true });
  });

  const ours = () => findProcesses((args) => args.some((arg) => arg.startsWith(base)));
  const start = async (spec: ReturnType<typeof specOf>) => {
    const id = randomBytes(32).toString('hex');
    await agent!.containers.create({ id, imageId });
    const { pid } = await agent!.containers.start({ id, spec: JSON.stringify(spec) });
    return { id, pid };
  };
  const finish = async (id: string) => {
    const { stdout, stderr } = agent!.streams.stdio(id);
    const [out, err] = await Promise.all([text(stdout), text(stderr!)]);
    const { status } = await agent!.processes.wait({ containerId: id });
    return { out, err, status };
  };
  const remove = async (id: string) => {
    await agent!.containers.release({ id });
    await agent!.containers.remove({ id });
  };

  it('runs a container on an image’s layers, and what it writes stays in its own', async () => {
    const { id } = await start(script('echo new > /etc/motd; cat /etc/motd; exit 3'));
    expect(await finish(id)).to.deep.equal({ out: 'new\n', err: '', status: 3 });
    expect(
      Buffer.from((await agent!.containers.readFile({ id, path: '/etc/motd' })).content).toString(),
    ).to.equal('new\n');
    expect((await agent!.images.readFile({ id: imageId, path: '/etc/motd' })).found).to.equal(false);
    expect((await agent!.containers.usage({ id })).inodes).to.be.greaterThan(1);
    await remove(id);
    expect((await agent!.containers.list({})).containers).to.deep.equal([]);
    expect((await mountPoints()).filter(({ target }) => target.startsWith(base))).to.deep.equal([]);
  });

  it('keeps its directories to itself', async () => {
    const error: AgentError = await caught(createAgent(options));
    expect(error.code).to.equal('UNAVAILABLE');
    expect((await agent!.images.list({})).images).to.have.length(1);
  });

  it('leaves containers running when it closes, and finds them and the images again', async () => {
    const { id, pid } = await start(specOf('/bin/sleep', '1000'));
    await agent!.close();
    expect(commandLine(pid)).to.deep.equal(['/bin/sleep', '1000']);
    agent = await createAgent(options);
    expect((await agent.images.get({ reference: 'busybox:test' })).id).to.equal(imageId);
    const [listed] = (await agent.containers.list({})).containers;
    expect(listed).to.include({ id, pid, hasLayer: true });
    await agent.processes.kill({ containerId: id, signal: 9 });
    expect((await finish(id)).status).to.equal(137);
    await remove(id);
  });

  it('goes on when its containerd dies, and so do its containers', async () => {
    const { id } = await start(specOf('/bin/sleep', '1000'));
    const [containerd] = await findProcesses(
      ([path = '', , file = '']) => path.endsWith('containerd') && file.startsWith(base),
    );
    process.kill(containerd!, 'SIGKILL');
    const other = await eventually('another container has started', () =>
      start(script('echo on')).catch(() => undefined),
    );
    expect((await finish(other.id)).out).to.equal('on\n');
    expect((await agent!.containers.pids({ id })).pids).to.have.length(1);
    await agent!.processes.kill({ containerId: id, signal: 9 });
    expect((await finish(id)).status).to.equal(137);
    for (const container of (await agent!.containers.list({})).containers) await remove(container.id);
  });

  it('ends all its own processes when it closes', async () => {
    await agent!.close();
    agent = undefined;
    await eventually('they have gone', async () => (await ours()).length === 0);
  });
});
