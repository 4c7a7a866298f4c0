import {
  collect,
  ConflictError,
  Docker,
  DockerError,
  InvalidParameterError,
  last,
  NotFoundError,
} from '@arca/sdk';
import { expect } from 'chai';
import { it } from 'mocha';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUSYBOX } from '../harness/busybox.js';
import { eventually } from '../harness/eventually.js';
import { Registry } from '../harness/registry.js';
import { onEachEngine } from '../harness/suite.js';
import { writeTar } from '../harness/tar.js';
import { caught, connectEach } from './client.js';

onEachEngine('Docker, the ergonomic client', (suite) => {
  let docker: Docker;
  connectEach(suite, (connected) => (docker = connected));

  it('runs a command to its end, with input, and leaves nothing', async () => {
    const script = ['sh', '-c', 'cat; echo wrong >&2; exit 3'];
    const done = await docker.containers.run(BUSYBOX, script, { input: 'given\n' });
    expect(done).to.deep.equal({ exitCode: 3, stdout: 'given\n', stderr: 'wrong\n' });
    const megabytes = 'x'.repeat(5_000_000);
    const much = await docker.containers.run(BUSYBOX, ['cat'], { input: megabytes });
    expect(much.stdout).to.equal(megabytes);
    const terminal = await docker.containers.run(BUSYBOX, ['head', '-n', '1'], { Tty: true, input: 'a\n' });
    expect(terminal).to.deep.equal({ exitCode: 0, stdout: 'a\r\na\r\n', stderr: '' });
    expect(await docker.containers.list({ all: true })).to.deep.equal([]);
  });

  it('goes through the life of a container, which goes with its block', async () => {
    let id: string;
    {
      await using container = await docker.containers.create({
        ...{
          Image: BUSYBOX,
          name: 'life',
          Cmd: ['sh', '-c', 'trap "exit 5" TERM; while :; do sleep 0.1; done'],
        },
      });
      id = container.id;
      await container.start();
      await container.start();
      expect((await container.inspect()).State?.Running).to.equal(true);
      await container.pause();
      expect(await caught(container.pause())).to.be.instanceOf(ConflictError);
      await container.unpause();
      await container.rename('renamed');
      expect((await docker.containers.get('renamed')).id).to.equal(id);
      await container.stop({ timeout: 20 });
      expect(await container.wait()).to.equal(5);
    }
    const gone = await caught(docker.containers.get(id));
    expect(gone).to.be.instanceOf(NotFoundError);
    expect(gone).to.include({ kind: 'not-found', status: 404, operation: 'ContainerInspect' });
  });

  it('runs further commands', async () => {
    await using container = await docker.containers.create({ Image: BUSYBOX, Cmd: ['sleep', '600'] });
    await container.start();
    const done = await container.exec(['sh', '-c', 'cat; echo $A; pwd; id -u; exit 7'], {
      ...{ env: { A: 'b' }, workingDir: '/tmp', user: '1:1', input: 'in\n' },
    });
    expect(done).to.deep.equal({ exitCode: 7, stdout: 'in\nb\n/tmp\n1\n', stderr: '' });
    const silent = await container.exec(['sh', '-c', 'echo out; exec >&- 2>&-; sleep 0.3; exit 6']);
    expect(silent).to.deep.equal({ exitCode: 6, stdout: 'out\n', stderr: '' });
  });

  it('runs them interactively, and lets go of them by a signal', async () => {
    await using container = await docker.containers.create({ Image: BUSYBOX, Cmd: ['sleep', '600'] });
    await container.start();
    const shell = await container.execStream(['sh'], { tty: { columns: 91, rows: 37 } });
    await shell.resize(93, 41);
    shell.stream.write('stty size; exit 4\n');
    expect((await collect(shell.output)).stdout).to.include('41 93');
    expect((await shell.inspect()).ExitCode).to.equal(4);
    const abort = new AbortController();
    const stuck = caught(container.exec(['sleep', '600'], { signal: abort.signal }));
    await eventually(async () => ((await container.inspect()).ExecIDs ?? []).length > 0, 'it runs');
    abort.abort(new Error('enough'));
    expect(await stuck).to.have.property('message', 'enough');
    const leave = new AbortController();
    const attached = await container.attach({ signal: leave.signal });
    const left = caught(last(attached.output));
    const never = caught(docker.containers.run(BUSYBOX, ['sleep', '600'], { signal: leave.signal }));
    await eventually(async () => (await docker.containers.list()).length === 2, 'the other runs');
    leave.abort(new Error('left'));
    for (const error of [await left, await never]) expect(error).to.have.property('message', 'left');
    expect(await docker.containers.list({ all: true })).to.have.length(1);
  });

  it('tells what a container uses', async () => {
    await using container = await docker.containers.create({ Image: BUSYBOX, Cmd: ['sleep', '600'] });
    await container.start();
    for await (const { pids_stats } of container.stats()) {
      expect(pids_stats?.current).to.equal(1);
      break;
    }
  });

  it('waits for a last line without an end, and for a port', async () => {
    const script = 'printf "caf\\303"; sleep 0.2; printf "\\251 >"; httpd -f -p 80';
    await using container = await docker.containers.create({
      ...{ Image: BUSYBOX, Cmd: ['sh', '-c', script], ExposedPorts: { '80/tcp': {} } },
      HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1' }] } },
    });
    await container.start();
    const { host, port } = await container.untilPort(80);
    expect(host).to.equal('127.0.0.1');
    expect(port).to.be.greaterThan(0);
    const healthy = await caught(container.untilHealthy());
    expect((healthy as Error).message).to.match(/has no health check$/);
    await container.kill();
    await container.wait();
    expect(await container.untilLog(/^caf\u00e9 >$/g)).to.equal('caf\u00e9 >');
    expect(((await caught(container.untilPort(80))) as Error).message).to.match(
      /has ended before its port 80/,
    );
  });

  it('does not hide that something could not be removed', async () => {
    const volume = await docker.volumes.create({ Name: 'kept' });
    await using _ = await docker.containers.create({ Image: BUSYBOX, HostConfig: { Binds: ['kept:/x'] } });
    expect(await caught(volume[Symbol.asyncDispose]())).to.be.instanceOf(ConflictError);
    await _.remove();
    await volume[Symbol.asyncDispose]();
    await volume[Symbol.asyncDispose]();
  });

  it('goes by ssh to the daemon of another host', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'sdk-ssh-'));
    const socket = suite.engine.host.replace('unix://', '');
    // What the other host does: the command, without a shell of its own.
    const calls = join(directory, 'calls');
    const ssh = `#!/bin/sh\necho "$@" >> ${calls}\nwhile [ "$1" != -- ]; do shift; done\nshift 2\nexec "$@"\n`;
    writeFileSync(join(directory, 'ssh'), ssh, { mode: 0o755 });
    const path = process.env['PATH'];
    process.env['PATH'] = `${directory}:${path}`;
    try {
      {
        await using far = new Docker({ host: `ssh://me@far:2222${socket}` });
        const done = await far.containers.run(BUSYBOX, ['cat'], { input: 'from afar' });
        expect(done).to.include({ exitCode: 0, stdout: 'from afar' });
      }
      const call = `-T -l me -p 2222 -- far docker --host unix://${socket} system dial-stdio`;
      expect(readFileSync(calls, 'utf8')).to.include(call);
      writeFileSync(join(directory, 'ssh'), '#!/bin/sh\necho no route >&2\nexit 255\n');
      await using nowhere = new Docker({ host: 'ssh://nowhere' });
      expect(await caught(nowhere.info())).to.include({ kind: 'connection', operation: 'SystemInfo' });
    } finally {
      process.env['PATH'] = path;
      rmSync(directory, { recursive: true });
    }
  });

  it('reads logs, follows them and waits for a line', async () => {
    await using container = await docker.containers.create({
      ...{
        Image: BUSYBOX,
        Cmd: ['sh', '-c', 'echo one; echo two >&2; sleep 0.3; echo ready to go; sleep 600'],
      },
    });
    await container.start();
    expect(await container.untilLog(/^ready/)).to.equal('ready to go');
    const seen: string[] = [];
    for await (const { stream, data } of container.logs()) seen.push(`${stream} ${data.toString()}`);
    expect(seen.join('')).to.include('stdout one\n').and.include('stderr two\n');
    const abort = new AbortController();
    const following = caught(last(container.logs({ follow: true }, abort.signal)));
    setTimeout(() => abort.abort(), 100);
    expect(await following).to.have.property('name', 'AbortError');
  });

  it('waits for a container to be healthy, or to have ended before', async () => {
    const Healthcheck = { Test: ['CMD', 'test', '-e', '/ok'], Interval: 100_000_000 };
    await using container = await docker.containers.create({
      ...{ Image: BUSYBOX, Cmd: ['sh', '-c', 'sleep 0.3; touch /ok; sleep 600'], Healthcheck },
    });
    await container.start();
    await container.untilHealthy();
    await using short = await docker.containers.create({ Image: BUSYBOX, Cmd: ['true'], Healthcheck });
    await short.start();
    const error = await caught(short.untilHealthy());
    expect((error as Error).message).to.match(/has ended before it is healthy$/);
  });

  it('tells events', async () => {
    const abort = new AbortController();
    const actions: string[] = [];
    const since = `${Math.floor(Date.now() / 1000)}`;
    const listening = (async () => {
      const query = { filters: JSON.stringify({ type: ['container'] }), since };
      for await (const { Action } of docker.events(query, abort.signal)) actions.push(Action ?? '');
    })().catch(() => undefined);
    await docker.containers.run(BUSYBOX, ['true']);
    await eventually(() => Promise.resolve(actions.includes('destroy')), 'the end is told');
    expect(actions.filter((action) => action !== 'attach')).to.include.members([
      'create',
      'start',
      'die',
      'destroy',
    ]);
    abort.abort();
    await listening;
  });

  it('moves images, and throws what goes wrong on the way', async () => {
    const registry = await Registry.start();
    try {
      const name = `${registry.host}/sdk/app:v1`;
      await docker.images.tag(BUSYBOX, name);
      const pushed = await last(docker.images.push(name));
      expect(pushed).to.have.property('aux');
      await docker.images.remove(name);
      await last(docker.images.pull(name));
      expect((await docker.images.inspect(name)).RepoTags).to.include(name);
      const archive = await docker.images.save(name);
      await docker.images.remove(name);
      await last(docker.images.load(archive));
      expect((await docker.images.inspect(name)).RepoTags).to.include(name);
      await docker.images.remove(name);
      const missing = await caught(last(docker.images.pull(`${registry.host}/sdk/nothing`)));
      expect(missing).to.be.instanceOf(DockerError);
      const dockerfile = await writeTar([{ name: 'Dockerfile', content: `FROM ${BUSYBOX}\nRUN exit 4\n` }]);
      const broken = await caught(last(docker.images.build({ context: dockerfile, t: ['sdk/broken'] })));
      expect(broken).to.include({ kind: 'stream', operation: 'ImageBuild' });
      expect((broken as Error).message).to.match(/returned a non-zero code: 4/);
    } finally {
      await registry.stop();
    }
  });

  it('makes networks and volumes, which go with their block', async () => {
    {
      await using network = await docker.networks.create('sdk-net', {
        IPAM: { Config: [{ Subnet: '10.80.1.0/24' }] },
      });
      await using volume = await docker.volumes.create({ Name: 'sdk-volume' });
      await using container = await docker.containers.create({
        ...{ Image: BUSYBOX, Cmd: ['sleep', '600'], HostConfig: { Binds: [`${volume.name}:/data`] } },
      });
      await container.start();
      await network.connect(container.id);
      expect((await container.exec(['ip', 'addr'])).stdout).to.include('10.80.1.2/24');
      await network.disconnect(container.id);
      expect((await docker.volumes.list()).map(({ Name }) => Name)).to.deep.equal(['sdk-volume']);
      expect(await caught(volume.remove())).to.be.instanceOf(ConflictError);
    }
    expect(await docker.volumes.list()).to.deep.equal([]);
    expect((await docker.networks.list()).map(({ Name }) => Name)).to.not.include('sdk-net');
    const refused = await caught(docker.volumes.create({ Name: 'a' }));
    expect(refused).to.be.instanceOf(InvalidParameterError);
  });
});
