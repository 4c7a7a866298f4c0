import { RuntimeFailure, TaskStatus } from '@arca/agent-proto';
import { expect } from 'chai';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { hierarchies } from '../linux/cgroups.js';
import { commandLine } from '../linux/processes.js';
import { mkfifo } from '../linux/syscalls.js';
import { script, specOf } from './testing/spec.js';
import { caught, eventually, runtimes, statusOf, Testbed } from './testing/testbed.js';

describe('containers', function () {
  this.timeout(60_000);
  const bed = new Testbed();
  before(() => bed.open());
  after(() => bed.clean());
  afterEach(() => bed.removeAll());

  for (const { name: runtime } of runtimes) {
    describe(`under ${runtime}`, () => {
      it('gives output and exit code of a process that ends at once', async () => {
        for (let round = 0; round < 5; round++) {
          const ran = await bed.run(script('echo out; echo err >&2; exit 3'), { runtime });
          expect(ran.stdout).to.equal('out\n');
          expect(ran.stderr).to.equal('err\n');
          expect(ran.exit.status).to.equal(3);
          expect(ran.exit.oomKilled).to.equal(false);
        }
      });

      it('tells not found from not executable, and leaves nothing of a refused start', async () => {
        const missing = await caught(bed.start(specOf('nosuch'), { runtime }));
        expect(missing.code).to.equal('FAILED_PRECONDITION');
        expect(missing.failure).to.equal(RuntimeFailure.NOT_FOUND);
        expect(missing.message).to.match(
          /OCI runtime create failed: (crun|runc) create failed: .*exec: "nosuch": executable file not found in \$PATH: unknown$/,
        );
        const directory = await caught(bed.start(specOf('/tmp'), { runtime }));
        expect(directory.failure).to.equal(RuntimeFailure.NOT_EXECUTABLE);
        expect(directory.message).to.contain('exec: "/tmp": permission denied');
        const spec = specOf('true');
        spec.process.cwd = '/bin/busybox';
        const cwd = await caught(bed.start(spec, { runtime }));
        expect(cwd.failure).to.equal(RuntimeFailure.WORKING_DIRECTORY);
        const mount = specOf('true');
        mount.mounts.push({
          destination: '/m',
          type: 'bind',
          source: join(bed.base, 'none'),
          options: ['rbind'],
        });
        expect((await caught(bed.start(mount, { runtime }))).failure).to.equal(RuntimeFailure.MOUNT);
        await eventually('only the idle shims are left', async () => (await bed.traces()).length === 4);
      });

      it('counts an exceeded memory limit', async () => {
        const spec = script('head -c 200000000 /dev/zero | tail');
        const limit = 20 * 1024 * 1024;
        spec.linux.resources = { memory: { limit } };
        const { exit } = await bed.run(spec, { runtime });
        expect(exit.oomKilled).to.equal(true);
      });

      it('pauses, resumes, updates and lists', async () => {
        const id = await bed.start(specOf('/bin/sleep', '1000'), { runtime });
        const status = async () =>
          (await bed.containers.list({})).containers.find((c) => c.id === id)!.status;
        expect(await status()).to.equal(TaskStatus.RUNNING);
        await bed.containers.pause({ id });
        expect(await status()).to.equal(TaskStatus.PAUSED);
        const refused = await caught(bed.exec(id, ['true']));
        expect(refused.code).to.equal('FAILED_PRECONDITION');
        await bed.containers.resume({ id });
        const limit = 64 * 1024 * 1024;
        await bed.containers.update({ id, resources: JSON.stringify({ memory: { limit } }) });
        const mounted = await hierarchies();
        const file = mounted.has('memory') ? 'memory.limit_in_bytes' : 'memory.max';
        const directory = join(mounted.get('memory') ?? mounted.get('')!, bed.instance, id);
        expect(readFileSync(join(directory, file), 'utf8').trim()).to.equal(String(limit));
        const { pids } = await bed.containers.pids({ id });
        expect(pids).to.have.length(1);
        await eventually('the program runs', () => statusOf(pids[0]!, 'Name') === 'sleep');
        expect((await bed.end(id)).status).to.equal(137);
        expect(await status()).to.equal(TaskStatus.STOPPED);
        expect((await caught(bed.processes.kill({ containerId: id, signal: 9 }))).code).to.equal('NOT_FOUND');
        expect((await caught(bed.containers.pause({ id }))).code).to.equal('FAILED_PRECONDITION');
      });
    });
  }

  it('keeps an ended task until it is released, and starts again after it', async () => {
    const id = await bed.start(script('echo one >> /tmp/log; cat /tmp/log'));
    expect((await bed.finish(id)).stdout).to.equal('one\n');
    expect((await caught(bed.start(specOf('true'), {}, id))).code).to.equal('ALREADY_EXISTS');
    expect((await caught(bed.containers.remove({ id }))).code).to.equal('FAILED_PRECONDITION');
    await bed.containers.release({ id });
    await bed.containers.release({ id });
    await bed.start(script('echo two >> /tmp/log; cat /tmp/log'), {}, id);
    expect((await bed.finish(id)).stdout).to.equal('one\ntwo\n');
    await bed.remove(id);
    await bed.containers.remove({ id });
    expect((await caught(bed.processes.wait({ containerId: id }))).code).to.equal('NOT_FOUND');
  });

  it('starts a container once when asked twice at once', async () => {
    const id = await bed.start(specOf('true'));
    await bed.finish(id);
    await bed.containers.release({ id });
    const both = await Promise.allSettled([
      bed.start(specOf('true'), {}, id),
      bed.start(specOf('true'), {}, id),
    ]);
    expect(both.map(({ status }) => status)).to.have.members(['fulfilled', 'rejected']);
    await bed.finish(id);
  });

  it('has no task without a layer, and takes no id that leaves its directory', async () => {
    const id = '0'.repeat(64);
    expect((await caught(bed.containers.start({ id, spec: JSON.stringify(specOf('true')) }))).code).to.equal(
      'NOT_FOUND',
    );
    expect((await caught(bed.containers.create({ id: '../x', imageId: 'busybox' }))).code).to.equal(
      'INVALID_ARGUMENT',
    );
  });

  it('writes files into the directory and makes the sources of binds', async () => {
    const source = join(bed.base, 'made', 'source');
    const id = '1'.repeat(64);
    const { directory } = await bed.containers.create({ id, imageId: 'busybox' });
    const spec = script('cat /etc/hosts; touch /data/here');
    spec.mounts.push(
      { destination: '/etc/hosts', type: 'bind', source: join(directory, 'hosts'), options: ['bind'] },
      { destination: '/data', type: 'bind', source, options: ['rbind'] },
    );
    await bed.start(
      spec,
      { files: { hosts: { content: '127.0.0.1 box\n', mode: 0o600 } }, directories: [source] },
      id,
    );
    expect((await bed.finish(id)).stdout).to.equal('127.0.0.1 box\n');
    expect(readdirSync(source)).to.deep.equal(['here']);
    await bed.remove(id);
    expect(existsSync(directory)).to.equal(false);
  });

  it('reads files of a running container inside its root only', async () => {
    const id = await bed.start(script('echo inside > /etc/passwd; echo up; sleep 1000'));
    await eventually('the script has written', () => existsSync(join(bed.layers.upper(id), 'etc/passwd')));
    const upper = bed.layers.upper(id);
    symlinkSync('/etc/passwd', join(upper, 'absolute'));
    symlinkSync('../../../../../../etc/passwd', join(upper, 'climbing'));
    symlinkSync('loop', join(upper, 'loop'));
    mkfifo(join(upper, 'fifo'));
    writeFileSync(join(upper, 'large'), Buffer.alloc(1024 * 1024 + 1));
    mkdirSync(join(upper, 'directory'));
    const read = async (path: string) => (await bed.containers.readFile({ id, path })).content;
    for (const path of ['/etc/passwd', '/absolute', '/climbing']) {
      expect(Buffer.from(await read(path)).toString()).to.equal('inside\n');
    }
    for (const path of ['/none', '/loop', '/fifo', '/directory', '/etc/passwd/x']) {
      expect((await bed.containers.readFile({ id, path })).found, path).to.equal(false);
    }
    expect((await caught(bed.containers.readFile({ id, path: '/large' }))).code).to.equal('INVALID_ARGUMENT');
    rmSync(join(upper, 'fifo'));
  });

  it('counts a container whose shim is killed as killed, and removes what it ran', async () => {
    const id = await bed.start(specOf('/bin/sleep', '1000'));
    const { pid } = (await bed.containers.list({})).containers.find((container) => container.id === id)!;
    process.kill(parentOf(pid), 'SIGKILL');
    expect((await bed.end(id)).status).to.equal(137);
    await bed.remove(id);
    await eventually('its process has gone', () => commandLine(pid).length === 0);
    expect(await bed.cgroups()).to.deep.equal([]);
    bed.warnings.length = 0;
  });

  it('starts many at once', async () => {
    const rounds = Array.from({ length: 12 }, (_, n) => bed.run(script(`echo ${n}`)));
    expect((await Promise.all(rounds)).map(({ stdout }) => Number(stdout))).to.deep.equal([...rounds.keys()]);
  });

  it('has nothing to warn of', () => expect(bed.warnings).to.deep.equal([]));
});

const parentOf = (pid: number) => Number(statusOf(pid, 'PPid'));
