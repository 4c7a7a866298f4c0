import { expect } from 'chai';
import { afterEach, beforeEach, it } from 'mocha';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../harness/eventually.js';
import { isAlive } from '../harness/processes.js';
import { freePort } from '../harness/registry.js';
import type { ExecInspect } from '../harness/shapes.js';
import { onArca } from '../harness/suite.js';

/** Prints consecutive numbers, about a hundred a second, until /sync/stop exists; none while /sync/hold does. */
const COUNT = `i=0
while [ ! -e /sync/stop ]; do
  if [ ! -e /sync/hold ]; then i=$((i+1)); echo $i; fi
  usleep 10000
done
echo end
exit 42`;

onArca('kill -9 of the daemon', (suite) => {
  let sync: string;
  beforeEach('make a directory to signal through', () => {
    sync = join(suite.engine.directory, 'tmp', `sync-${Date.now()}`);
    mkdirSync(sync);
  });
  afterEach('bring the daemon back', async () => {
    if (suite.engine.pid === undefined) await suite.engine.start();
  });

  const binds = () => ({ HostConfig: { Binds: [`${sync}:/sync`] } });
  const signal = (name: string) => writeFileSync(join(sync, name), '');
  const withdraw = (name: string) => rmSync(join(sync, name));
  const pidOf = async (id: string) => (await suite.api.inspect(id)).State.Pid;
  const restart = async () => {
    await suite.engine.crash();
    await suite.engine.start();
  };

  it('leaves containers running, and loses no line of what they write meanwhile', async () => {
    const id = await suite.api.start({ Cmd: ['sh', '-c', COUNT], ...binds() });
    await eventually(async () => (await suite.api.logs(id)).stdout.includes('\n20\n'), 'it counts');
    const pid = await pidOf(id);
    signal('hold'); // what the daemon has read and not yet written dies with it: see the test below
    await delay(200);
    await suite.engine.crash();
    withdraw('hold');
    await delay(500); // it goes on counting with no daemon
    expect(isAlive(pid)).to.equal(true);
    await suite.engine.start();
    expect((await suite.api.inspect(id)).State).to.include({ Status: 'running', Running: true, Pid: pid });
    const waiting = suite.api.wait(id);
    signal('stop');
    expect((await waiting).StatusCode).to.equal(42);
    expectCountedOn((await suite.api.logs(id)).stdout);
  });

  it('knows the exit code and the last words of what ended meanwhile', async () => {
    const script =
      'echo before; while [ ! -e /sync/go ]; do usleep 10000; done; echo last words; echo oops >&2; exit 43';
    const id = await suite.api.start({ Cmd: ['sh', '-c', script], ...binds() });
    await eventually(async () => (await suite.api.logs(id)).stdout === 'before\n', 'it runs');
    const pid = await pidOf(id);
    await suite.engine.crash();
    signal('go');
    await eventually(() => !isAlive(pid), 'it has ended');
    await suite.engine.start();
    const { State } = await suite.api.inspect(id);
    expect(State).to.include({ Status: 'exited', Running: false, ExitCode: 43, Pid: 0, OOMKilled: false });
    expect((await suite.api.wait(id)).StatusCode).to.equal(43);
    const { stdout, stderr } = await suite.api.logs(id);
    expect({ stdout, stderr }).to.deep.equal({ stdout: 'before\nlast words\n', stderr: 'oops\n' });
  });

  it('keeps what is written while it is down, though the pipe holds less', async () => {
    const script =
      'while [ ! -e /sync/go ]; do usleep 10000; done; head -c 300000 /dev/zero | tr "\\0" x; echo; exit 0';
    const id = await suite.api.start({ Cmd: ['sh', '-c', script], ...binds() });
    const pid = await pidOf(id);
    await suite.engine.crash();
    signal('go');
    await delay(300);
    expect(isAlive(pid), 'it waits for a reader').to.equal(true);
    await suite.engine.start();
    expect((await suite.api.wait(id)).StatusCode).to.equal(0);
    expect((await suite.api.logs(id)).stdout).to.equal(`${'x'.repeat(300000)}\n`);
  });

  it('keeps images, names, configuration and logs', async () => {
    const created = await suite.api.create({ Labels: { kept: 'yes' } }, 'kept-created');
    const { id: ended } = await suite.api.run({ Cmd: ['sh', '-c', 'echo kept; exit 9'] }, 'kept-ended');
    const before = [await suite.api.inspect(created), await suite.api.inspect(ended)];
    const images = (await suite.api.get('/images/json')).json();
    await restart();
    expect([await suite.api.inspect('kept-created'), await suite.api.inspect('kept-ended')]).to.deep.equal(
      before,
    );
    expect((await suite.api.get('/images/json')).json()).to.deep.equal(images);
    expect((await suite.api.logs(ended)).stdout).to.equal('kept\n');
    expect(
      (await suite.api.post('/containers/create', { Image: 'arca-test/busybox' }, { name: 'kept-ended' }))
        .status,
    ).to.equal(409);
    expect((await suite.api.post(`/containers/${created}/start`)).status).to.equal(204);
  });

  it('knows the execs that ran before, and how they end', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], ...binds() });
    const until = (name: string, code: number) =>
      `while [ ! -e /sync/${name} ]; do usleep 10000; done; echo loud; exit ${code}`;
    const begin = async (script: string) => {
      const exec = await suite.api.execCreate(id, { Cmd: ['sh', '-c', script] });
      suite.api.expect(await suite.api.post(`/exec/${exec}/start`, { Detach: true }), 200);
      return exec;
    };
    const look = async (exec: string) => (await suite.api.get(`/exec/${exec}/json`)).json<ExecInspect>();
    const [meanwhile, later] = [await begin(until('one', 5)), await begin(until('two', 6))];
    const before = await look(later);
    await suite.engine.crash();
    signal('one');
    expect(isAlive(before.Pid), 'it goes on without the daemon').to.equal(true);
    await suite.engine.start();
    expect(await look(later)).to.deep.equal(before);
    expect((await suite.api.inspect(id))['ExecIDs']).to.include(later);
    const ended = (exec: string) =>
      eventually(async () => {
        const now = await look(exec);
        return !now.Running && now;
      }, 'it has ended');
    expect(await ended(meanwhile)).to.include({ ExitCode: 5, Running: false });
    signal('two');
    expect(await ended(later)).to.include({ ExitCode: 6, Running: false });
    expect((await suite.api.inspect(id))['ExecIDs']).to.equal(null);
  });

  it('serves what ran before as if nothing had been: exec, attach, stop', async () => {
    const id = await suite.api.start({ Cmd: ['cat'], OpenStdin: true });
    await restart();
    expect((await suite.api.exec(id, ['echo', 'exec works'])).stdout).to.equal('exec works\n');
    const attached = await suite.api.raw('POST', `/containers/${id}/attach?stream=1&stdin=1&stdout=1`);
    await attached.head();
    attached.write('through\n');
    await attached.untilText('through\n');
    attached.destroy();
    expect((await suite.api.post(`/containers/${id}/stop`, undefined, { t: 0 })).status).to.equal(204);
    expect((await suite.api.inspect(id)).State.ExitCode).to.equal(137);
  });

  it('keeps a terminal, and its size can be changed', async () => {
    const id = await suite.api.start({ Cmd: ['sh'], Tty: true, OpenStdin: true });
    await restart();
    const attached = await suite.api.raw('POST', `/containers/${id}/attach?stream=1&stdin=1&stdout=1`);
    await attached.head();
    expect((await suite.api.post(`/containers/${id}/resize`, undefined, { h: 44, w: 111 })).status).to.equal(
      200,
    );
    attached.write('stty size\r');
    await attached.untilText('44 111');
    attached.destroy();
  });

  it('keeps published ports open, also while it is down, and addresses taken', async () => {
    const port = await freePort();
    const id = await suite.api.start({
      ...{
        Cmd: ['sh', '-c', 'echo served > /index.html; exec httpd -f -p 80 -h /'],
        ExposedPorts: { '80/tcp': {} },
      },
      HostConfig: { PortBindings: { '80/tcp': [{ HostPort: String(port) }] } },
    });
    const page = () => fetch(`http://127.0.0.1:${port}/index.html`).then((response) => response.text());
    await eventually(page, 'the server answers');
    const before = (await suite.api.inspect(id)).NetworkSettings;
    await suite.engine.crash();
    expect(await page(), 'without a daemon').to.equal('served\n');
    await suite.engine.start();
    expect(await page(), 'with a new daemon').to.equal('served\n');
    expect((await suite.api.inspect(id)).NetworkSettings).to.deep.equal(before);
    const other = await suite.api.start({ Cmd: ['sleep', '600'] });
    const address = (await suite.api.inspect(other)).NetworkSettings.Networks.bridge!.IPAddress;
    expect(address).to.not.equal(before.Networks.bridge!.IPAddress);
  });

  it('finishes what AutoRemove promised when the container ends later', async () => {
    const script = 'while [ ! -e /sync/go ]; do usleep 10000; done';
    const HostConfig = { ...binds().HostConfig, AutoRemove: true };
    const id = await suite.api.start({ Cmd: ['sh', '-c', script], HostConfig });
    await restart();
    const removed = suite.api.wait(id, 'removed');
    signal('go');
    expect((await removed).StatusCode).to.equal(0);
    expect((await suite.api.get(`/containers/${id}/json`)).status).to.equal(404);
  });

  it('survives being killed again and again, and loses at most what it had in hand', async () => {
    const id = await suite.api.start({ Cmd: ['sh', '-c', COUNT], ...binds() });
    const kills = 3;
    for (let round = 0; round < kills; round += 1) await restart();
    signal('stop');
    expect((await suite.api.wait(id)).StatusCode).to.equal(42);
    const lines = (await suite.api.logs(id)).stdout.trimEnd().split('\n');
    expect(lines.pop()).to.equal('end');
    const numbers = lines.map(Number);
    expect(numbers, 'in order, none twice').to.deep.equal([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers.at(-1)! - numbers.length, 'lines lost').to.be.at.most(kills);
  });
});

/** Asserts that the output of {@link COUNT} is whole: every number once, in order, then the end. */
function expectCountedOn(output: string): void {
  const lines = output.split('\n');
  const wrong = lines.findIndex((line, index) => line !== String(index + 1));
  const around = lines.slice(Math.max(0, wrong - 3), wrong + 3).join(' ');
  expect(lines[wrong], `the first line out of order, in "${around}"`).to.equal('end');
}
