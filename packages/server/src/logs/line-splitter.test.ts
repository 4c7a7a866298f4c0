import { logEntries, type LogBatch } from '@arca/plugin-kit';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { LineSplitter, maxLineLength } from './line-splitter.js';

const second = 1_000_000_000n;

/** Feeds the chunks at times 1 s, 2 s, 3 s … and gives `second:text` of each entry, a piece with a trailing `~`. */
function entries(...chunks: (string | Buffer)[]): string[] {
  const splitter = new LineSplitter('stdout');
  const batches: LogBatch[] = chunks.flatMap((chunk, index) => {
    const lent = Buffer.from(chunk);
    const given = splitter.push(lent, BigInt(index + 1) * second).map(copied);
    lent.fill('#'); // the next chunk is read to the same place
    return given;
  });
  const last = splitter.end(99n * second);
  if (last) batches.push(last);
  return batches.flatMap((batch) =>
    [...logEntries(batch)].map(
      ({ time, line, partial }) => `${time / second}:${short(line)}${partial ? '~' : ''}`,
    ),
  );
}

const copied = (batch: LogBatch): LogBatch => ({ ...batch, data: Buffer.from(batch.data) });
const short = (line: Buffer) => (line.length > 20 ? `${line.length}` : line.toString());
const long = (length: number) => 'x'.repeat(length);

describe('line splitter (unit)', () => {
  it('gives whole lines and waits for the rest', () => {
    expect(entries('a\nb\nc', 'd\n', '\n')).to.deep.equal(['1:a', '1:b', '2:cd', '3:']);
  });

  it('gives what is left at the end as a piece', () => {
    expect(entries('a\nb')).to.deep.equal(['1:a', '99:b~']);
  });

  it('finds the same lines however the bytes are cut', () => {
    const text = `one\n\ntwo ${long(maxLineLength)} end\nthree\n${long(3 * maxLineLength)}\nfour`;
    const texts = (chunks: string[]) => entries(...chunks).map((entry) => entry.replace(/^\d+:/, ''));
    const whole = texts([text]);
    for (const size of [1, 7, 4096, maxLineLength, 65536]) {
      const chunks = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(texts(chunks), `in chunks of ${size}`).to.deep.equal(whole);
    }
  });

  it('cuts an overlong line at 16 KiB and gives all pieces the time of the first', () => {
    expect(entries(long(maxLineLength), 'end\n', 'next\n')).to.deep.equal(['1:16384~', '1:end', '3:next']);
    expect(entries(long(2 * maxLineLength - 1), 'y\n')).to.deep.equal(['1:16384~', '1:16384~', '1:']);
  });

  it('leaves a line of just under the limit whole', () => {
    expect(entries(`${long(maxLineLength - 1)}\n`)).to.deep.equal(['1:16383']);
  });

  it('keeps lines before and after an overlong one apart', () => {
    expect(entries(`a\n${long(maxLineLength + 5)}\nb\n`)).to.deep.equal([
      '1:a',
      '1:16384~',
      '1:xxxxx',
      '1:b',
    ]);
  });
});
