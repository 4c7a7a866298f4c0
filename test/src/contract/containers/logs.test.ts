import { expect } from 'chai';
import { it } from 'mocha';
import { eventually } from '../../harness/eventually.js';
import { onEachEngine } from '../../harness/suite.js';

const RAW = 'application/vnd.docker.raw-stream';
const MULTIPLEXED = 'application/vnd.docker.multiplexed-stream';
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z /;

onEachEngine('GET /containers/{id}/logs', (suite) => {
  const numbers = async (count: number) =>
    (await suite.api.run({ Cmd: ['sh', '-c', `for i in $(seq ${count}); do echo line $i; done`] })).id;
  const lines = async (id: string, query = {}): Promise<string[]> => {
    const { stdout } = await suite.api.logs(id, query);
    return stdout.split('\n').slice(0, -1);
  };

  it('separates both outputs, each write in frames of its own stream', async () => {
    const { frames, stdout, stderr } = await suite.api.run({ Cmd: ['sh', '-c', 'echo out; echo err >&2'] });
    expect({ stdout, stderr }).to.deep.equal({ stdout: 'out\n', stderr: 'err\n' });
    expect(frames.map((frame) => frame.stream).sort()).to.deep.equal([1, 2]);
  });

  it('gives only the streams asked for, and wants at least one', async () => {
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', 'echo out; echo err >&2'] });
    expect(await suite.api.logs(id, { stderr: false })).to.include({ stdout: 'out\n', stderr: '' });
    expect(await suite.api.logs(id, { stdout: 0 })).to.include({ stdout: '', stderr: 'err\n' });
    const none = await suite.api.get(`/containers/${id}/logs`);
    expect(none.status).to.equal(400);
    expect(none.message).to.equal('Bad parameters: you must choose at least one stream');
  });

  it('is not framed for a container with a terminal', async () => {
    const { id, stdout } = await suite.api.run({ Tty: true, Cmd: ['sh', '-c', 'echo out; echo err >&2'] });
    expect(stdout).to.equal('out\r\nerr\r\n');
    const logs = await suite.api.get(`/containers/${id}/logs`, { stdout: true });
    const type = suite.versioned('1.42', 'the header is new', RAW, undefined);
    expect(logs.headers['content-type']).to.equal(type);
  });

  suite.since('1.42', 'the media type is new', 'names the multiplexed format', async () => {
    const { id } = await suite.api.run({ Cmd: ['true'] });
    const logs = await suite.api.get(`/containers/${id}/logs`, { stdout: true });
    expect(logs.headers['content-type']).to.equal(MULTIPLEXED);
  });

  it('gives the last lines only, in order', async () => {
    const id = await numbers(20);
    expect(await lines(id, { tail: 3 })).to.deep.equal(['line 18', 'line 19', 'line 20']);
    expect(await lines(id, { tail: 0 })).to.deep.equal([]);
    expect(await lines(id, { tail: 50 })).to.have.length(20);
    expect(await lines(id, { tail: 'all' })).to.have.length(20);
    expect(await lines(id, { tail: 'nonsense' })).to.have.length(20);
  });

  it('counts both streams into the tail', async () => {
    // Two pipes have no common order; one line at a time has.
    const Cmd = ['sh', '-c', 'for i in 1 2 3; do echo out $i; read x; echo err $i >&2; read x; done'];
    const id = await suite.api.start({ Cmd, OpenStdin: true });
    const attached = await suite.api.raw(
      'POST',
      `/containers/${id}/attach?logs=1&stream=1&stdin=1&stdout=1&stderr=1`,
    );
    await attached.head();
    for (const line of ['out 1', 'err 1', 'out 2', 'err 2', 'out 3', 'err 3']) {
      await attached.untilText(line);
      attached.write('\n');
    }
    attached.destroy();
    await suite.api.wait(id);
    const { stdout, stderr } = await suite.api.logs(id, { tail: 3 });
    expect({ stdout, stderr }).to.deep.equal({ stdout: 'out 3\n', stderr: 'err 2\nerr 3\n' });
  });

  it('puts a timestamp before each line, in nanoseconds of UTC', async () => {
    const id = await numbers(3);
    const stamped = await lines(id, { timestamps: true });
    expect(stamped).to.have.length(3);
    for (const line of stamped) expect(line).to.match(TIMESTAMP);
    const { StartedAt, FinishedAt } = (await suite.api.inspect(id)).State;
    const first = Date.parse(stamped[0]!.split(' ')[0]!);
    expect(first)
      .to.be.at.least(Date.parse(StartedAt) - 1000)
      .and.at.most(Date.parse(FinishedAt) + 1000);
  });

  it('begins and ends at times given in seconds, with fractions', async () => {
    const id = await numbers(3);
    const stamps = (await lines(id, { timestamps: true })).map((line) => line.split(' ')[0]!);
    const seconds = (stamp: string): string => {
      const [, fraction] = /\.(\d{9})Z$/.exec(stamp)!;
      return `${Math.floor(Date.parse(stamp) / 1000)}.${fraction}`;
    };
    expect(await lines(id, { since: seconds(stamps[1]!) })).to.deep.equal(['line 2', 'line 3']);
    expect(await lines(id, { since: seconds(stamps[2]!) })).to.deep.equal(['line 3']);
    expect(await lines(id, { until: seconds(stamps[1]!) })).to.deep.equal(['line 1', 'line 2']);
    expect(await lines(id, { since: seconds(stamps[1]!), until: seconds(stamps[1]!) })).to.deep.equal([
      'line 2',
    ]);
    expect(await lines(id, { since: Math.floor(Date.now() / 1000) + 1000 })).to.deep.equal([]);
    expect(await lines(id, { since: 0, until: 0 })).to.have.length(3);
  });

  it('refuses times that are none', async () => {
    const id = await numbers(1);
    for (const query of [{ since: 'yesterday' }, { until: 'yesterday' }]) {
      const answer = await suite.api.get(`/containers/${id}/logs`, { stdout: true, ...query });
      expect(answer.status).to.equal(500);
      expect(answer.message).to.equal('strconv.ParseInt: parsing "yesterday": invalid syntax');
    }
  });

  it('adds the attributes asked for to each line', async () => {
    const { id } = await suite.api.run({
      ...{ Cmd: ['echo', 'x'], Labels: { l: 'v', other: 'o' }, Env: ['E=w'] },
      HostConfig: { LogConfig: { Type: 'json-file', Config: { labels: 'l', env: 'E' } } },
    });
    expect(await lines(id, { details: true })).to.deep.equal(['E=w,l=v x']);
    expect(await lines(id)).to.deep.equal(['x']);
  });

  it('keeps an unfinished last line, empty lines and bytes that are not UTF-8', async () => {
    const { id } = await suite.api.run({ Cmd: ['printf', 'a\\n\\nb'] });
    expect((await suite.api.logs(id)).stdout).to.equal('a\n\nb');
  });

  it('keeps a line of 100 KB in one piece', async () => {
    const { stdout } = await suite.api.run({
      Cmd: ['sh', '-c', "head -c 100000 /dev/zero | tr '\\0' x; echo; echo end"],
    });
    expect(stdout).to.equal(`${'x'.repeat(100000)}\nend\n`);
  });

  it('has all of 10000 lines, in order', async () => {
    const id = await numbers(10000);
    const all = await lines(id);
    expect(all).to.have.length(10000);
    expect(all.findIndex((line, index) => line !== `line ${index + 1}`)).to.equal(-1);
  });

  it('keeps the output of a process that ends at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      expect((await suite.api.run({ Cmd: ['echo', `round ${round}`] })).stdout).to.equal(`round ${round}\n`);
    }
  });

  it('has nothing for a container that never ran', async () => {
    const id = await suite.api.create({});
    expect(await suite.api.logs(id)).to.include({ stdout: '', stderr: '' });
  });

  it('shows what a running container wrote so far', async () => {
    const id = await suite.api.start({ Cmd: ['sh', '-c', 'echo early; sleep 600'] });
    await eventually(async () => (await suite.api.logs(id)).stdout === 'early\n', 'the line is logged');
  });
});
