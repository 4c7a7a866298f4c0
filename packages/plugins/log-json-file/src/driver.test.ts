import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ArcaError, never, type ContainerRecord, type LogEntry, type LogReadOptions } from '@arca/plugin-kit';
import { describeLogDriver, namesOnceCompressed } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { jsonFile } from './driver.js';

const id = 'a'.repeat(64);
const time = (second: number) => BigInt(second) * 1_000_000_000n;
const signal = new AbortController().signal;

describeLogDriver(jsonFile, { unknownOption: "unknown log opt 'no-such' for json-file log driver" });

/** The driver on real files of a directory of its own. */
describe('json-file driver (unit)', () => {
  let directory: string;
  let driver: ReturnType<typeof jsonFile>;
  let container: ContainerRecord;
  let path: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), `arca-log-${process.pid}-`));
    driver = jsonFile();
    container = record(join(directory, 'container'));
    path = driver.path?.(container) ?? '';
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const write = async (lines: [second: number, text: string][], options: Record<string, string> = {}) => {
    const writer = await driver.open(container, options);
    for (const [second, text] of lines) {
      await writer.write({ stream: 'stdout', time: time(second), data: Buffer.from(text) });
    }
    return writer;
  };
  const collect = async (options: Partial<LogReadOptions> = {}, until?: (texts: string[]) => boolean) => {
    const texts: string[] = [];
    for await (const entries of driver.read(container, { follow: false, signal, ...options })) {
      texts.push(...entries.map(text));
      if (until?.(texts)) break;
    }
    return texts;
  };

  it('writes the lines of Docker’s format', async () => {
    const writer = await driver.open(container, {});
    await writer.write({
      stream: 'stderr',
      time: 1_500_000_000_120_000_005n,
      data: Buffer.from('<a>\n\npiece'),
    });
    await writer.close();
    const line = (text: string, digit: number) =>
      `{"log":"${text}","stream":"stderr","time":"2017-07-14T02:40:00.12000000${digit}Z"}\n`;
    expect(await readFile(path, 'utf8')).to.equal(
      line('\\u003ca\\u003e\\n', 5) + line('\\n', 6) + line('piece', 7),
    );
  });

  it('lets times tell the lines of one read apart', async () => {
    const writer = await write([[3, 'one\ntwo\nthree\n']]);
    await writer.close();
    const entries: LogEntry[] = [];
    for await (const group of driver.read(container, { follow: false, signal })) entries.push(...group);
    const times = entries.map((entry) => entry.time);
    expect(times).to.deep.equal([3_000_000_001n, 3_000_000_002n, 3_000_000_003n]);
    expect(await collect({ since: times[1] })).to.deep.equal(['3:two', '3:three']);
    expect(await collect({ until: times[1] })).to.deep.equal(['3:one', '3:two']);
  });

  it('adds labels, environment and tag as attributes, and reads them back', async () => {
    const options = { labels: 'b,missing', 'env-regex': '^PATH', env: 'A', tag: '{{.Name}}/{{.ID}}' };
    const writer = await write([[1, 'x\n']], options);
    await writer.close();
    const attributes = { A: '1', PATHS: '2', b: 'label', tag: `box/${id.slice(0, 12)}` };
    expect(await readFile(path, 'utf8')).to.contain(`"stdout","attrs":${JSON.stringify(attributes)},"time"`);
    for await (const [entry] of driver.read(container, { follow: false, signal })) {
      expect(entry?.attributes).to.deep.equal(attributes);
    }
  });

  it('reads back what was written, byte for byte', async () => {
    const texts = ['plain', '', 'quotes "\\" and\ttabs', 'ünï', 'ends with \\', '\\n'];
    const writer = await write(texts.map((line, index) => [index, `${line}\n`]));
    await writer.close();
    expect(await collect()).to.deep.equal(texts.map((line, index) => `${index}:${line}`));
  });

  it('gives the last lines without the others', async () => {
    const writer = await write(Array.from({ length: 2000 }, (_, n) => [n, `line ${n}\n`]));
    await writer.close();
    expect(await collect({ tail: 2 })).to.deep.equal(['1998:line 1998', '1999:line 1999']);
    expect(await collect({ tail: 0 })).to.deep.equal([]);
    expect((await collect({ tail: 5000 })).length).to.equal(2000);
    expect(await collect({ tail: 2000, since: time(1999) })).to.deep.equal(['1999:line 1999']);
    expect(await collect({ since: time(5), until: time(8) - 1n })).to.deep.equal([
      '5:line 5',
      '6:line 6',
      '7:line 7',
    ]);
  });

  for (const compress of ['false', 'true']) {
    it(`keeps max-file files of max-size bytes and reads across them (compress=${compress})`, async () => {
      const options = { 'max-size': '1k', 'max-file': '3', compress };
      const writer = await write(
        Array.from({ length: 50 }, (_, n) => [n, `${n}${'.'.repeat(50)}\n`]),
        options,
      );
      await writer.close();
      const { directory } = container;
      const names =
        compress === 'true' ? await namesOnceCompressed(directory) : (await readdir(directory)).sort();
      const extension = compress === 'true' ? '.gz' : '';
      const base = `${id}-json.log`;
      expect(names).to.deep.equal([base, `${base}.1${extension}`, `${base}.2${extension}`]);
      const elder = await readFile(`${path}.1${extension}`);
      expect((compress === 'true' ? gunzipSync(elder) : elder).length).to.be.within(1000, 1200);
      const all = await collect();
      expect(all.at(-1)).to.match(/^49:/);
      expect(all.length).to.be.within(20, 40);
      expect(await collect({ tail: all.length - 1 })).to.deep.equal(all.slice(1));
      expect(await collect({ tail: 12 })).to.deep.equal(all.slice(-12));
    });
  }

  it('follows through rotations until the writer closes', async () => {
    const writer = await write([[0, 'first\n']], { 'max-size': '1k', 'max-file': '5' });
    const following = collect({ follow: true });
    for (let n = 1; n <= 30; n++) {
      await writer.write({ stream: 'stdout', time: time(n), data: Buffer.from(`${n}${'.'.repeat(100)}\n`) });
      await new Promise(setImmediate);
    }
    await writer.close();
    const seconds = (await following).map((line) => Number(line.split(':')[0]));
    expect(seconds).to.deep.equal(Array.from({ length: 31 }, (_, n) => n));
  });

  it('gives a follower what comes, and ends when it is no longer wanted', async () => {
    const writer = await write([[0, 'old\n']]);
    const abort = new AbortController();
    const lines: string[] = [];
    const following = (async () => {
      for await (const entries of driver.read(container, { follow: true, tail: 0, signal: abort.signal })) {
        lines.push(...entries.map(text));
        if (lines.length >= 3) abort.abort();
      }
    })();
    for (let n = 1; !abort.signal.aborted; n++) {
      await writer.write({ stream: 'stdout', time: time(n), data: Buffer.from('new\n') });
      await new Promise(setImmediate);
    }
    await following;
    await writer.close();
    const first = Number(lines[0]?.split(':')[0]);
    expect(lines).to.deep.equal(lines.map((_, index) => `${first + index}:new`));
  });

  it('does not wait for more when nothing writes', async () => {
    await (await write([[0, 'x\n']])).close();
    expect(await collect({ follow: true })).to.deep.equal(['0:x']);
  });

  it('cuts off a line that a crash left unfinished and goes on after it', async () => {
    await (
      await write([
        [0, 'kept\n'],
        [1, 'torn\n'],
      ])
    ).close();
    const whole = await readFile(path);
    await truncate(path, whole.length - 5);
    await (await write([[2, 'next\n']])).close();
    expect(await collect()).to.deep.equal(['0:kept', '2:next']);
  });

  it('reads a file that another engine wrote', async () => {
    await (await write([])).close();
    await writeFile(
      path,
      '{"log":"tab\\u0009\\n","stream":"stderr","time":"1970-01-01T00:00:03Z"}\nrubbish\n{"time":"1970-01-01T00:00:04Z","stream":"stdout","log":"odd"}\n',
    );
    expect(await collect()).to.deep.equal(['3:tab\t', '4:odd~']);
  });

  it('removes all its files', async () => {
    const options = { 'max-size': '100', 'max-file': '3' };
    await (
      await write(
        [1, 2, 3, 4, 5].map((n) => [n, `${'x'.repeat(90)}\n`]),
        options,
      )
    ).close();
    await driver.remove(container);
    expect(await readdir(container.directory)).to.deep.equal([]);
  });

  it('refuses bad options with Docker’s words', async () => {
    expect(() => driver.validate({ foo: '1' })).to.throw(
      ArcaError,
      "unknown log opt 'foo' for json-file log driver",
    );
    const refusal = (options: Record<string, string>) =>
      driver.open(container, options).then(
        () => 'accepted',
        (error: unknown) => (error as Error).message,
      );
    expect(await refusal({ 'max-size': '0' })).to.equal('max-size must be a positive number');
    expect(await refusal({ 'max-size': 'many' })).to.equal("invalid size: 'many'");
    expect(await refusal({ 'max-file': '0' })).to.equal('max-file cannot be less than 1');
    expect(await refusal({ compress: 'true' })).to.equal(
      'compress cannot be true when max-file is less than 2 or max-size is not set',
    );
  });
});

const text = ({ time: at, line, partial }: LogEntry) =>
  `${at / 1_000_000_000n}:${line.toString()}${partial ? '~' : ''}`;

const record = (directory: string): ContainerRecord => ({
  id,
  name: 'box',
  createdAt: never,
  image: { id: `sha256:${'b'.repeat(64)}`, reference: 'busybox' },
  body: {
    Config: { Labels: { b: 'label', c: 'other' }, Env: ['A=1', 'PATHS=2', 'B=3'] },
    HostConfig: {},
    NetworkingConfig: {},
  },
  platform: 'linux',
  state: {
    status: 'running',
    pid: 1,
    exitCode: 0,
    error: '',
    oomKilled: false,
    startedAt: never,
    finishedAt: never,
    stoppedByUser: false,
    restartCount: 0,
  },
  runtime: {},
  directory,
  execIds: [],
  ociRuntime: '',
});
