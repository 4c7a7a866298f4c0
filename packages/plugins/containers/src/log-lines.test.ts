import type { LogEntry } from '@arca/plugin-kit';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { logLines, type LineOptions } from './log-lines.js';

const time = 1_700_000_000_000_000_012n;
const entry = (line: string, also: Partial<LogEntry> = {}): LogEntry => ({
  stream: 'stdout',
  time,
  line: Buffer.from(line),
  partial: false,
  ...also,
});

async function* groups(...entries: LogEntry[][]) {
  yield* entries;
}

/** The chunks by group, each as "stream:text". */
async function shown(log: AsyncIterable<readonly LogEntry[]>, options: Partial<LineOptions> = {}) {
  const seen: string[][] = [];
  for await (const group of logLines(log, { stdout: true, stderr: true, ...options }))
    seen.push(group.map(({ stream, data }) => `${stream}:${data.toString()}`));
  return seen;
}

describe('lines of a log (unit)', () => {
  it('end as they were written, group by group', async () => {
    const log = groups(
      [entry('a'), entry('b', { stream: 'stderr' })],
      [entry('pie', { partial: true }), entry('ce')],
    );
    expect(await shown(log)).to.deep.equal([
      ['stdout:a\n', 'stderr:b\n'],
      ['stdout:pie', 'stdout:ce\n'],
    ]);
  });

  it('are of the streams that are wanted', async () => {
    const log = () => groups([entry('a')], [entry('b', { stream: 'stderr' })]);
    expect(await shown(log(), { stdout: false })).to.deep.equal([['stderr:b\n']]);
    expect(await shown(log(), { stderr: false })).to.deep.equal([['stdout:a\n']]);
  });

  it('have their time before them, with all nine digits', async () => {
    const log = groups([entry('a'), entry('b', { time: time + 1n }), entry('c', { time: time + 10n ** 9n })]);
    expect(await shown(log, { timestamps: true })).to.deep.equal([
      [
        'stdout:2023-11-14T22:13:20.000000012Z a\n',
        'stdout:2023-11-14T22:13:20.000000013Z b\n',
        'stdout:2023-11-14T22:13:21.000000012Z c\n',
      ],
    ]);
  });

  it('have their attributes before them, by name and escaped', async () => {
    const attributes = { tag: "x y/z(1)'", a: 'ü', 'k=': '*' };
    const log = () => groups([entry('l', { attributes }), entry('m')]);
    const text = 'a=%C3%BC,k%3D=%2A,tag=x+y%2Fz%281%29%27';
    expect(await shown(log(), { details: true })).to.deep.equal([[`stdout:${text} l\n`, 'stdout: m\n']]);
    expect((await shown(log(), { details: true, timestamps: true }))[0]![0]).to.match(/Z a=%C3%BC,/);
  });

  it('end with the reason when the log cannot be read to its end', async () => {
    async function* broken() {
      yield [entry('a')];
      throw new Error('disk on fire');
    }
    expect(await shown(broken())).to.deep.equal([
      ['stdout:a\n'],
      ['stderr:Error grabbing logs: disk on fire\n'],
    ]);
  });
});
