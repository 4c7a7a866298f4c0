import { expect } from 'chai';
import { LineEncoder } from './encoder.js';
import { head, LineEnding } from './ending.js';

/** The text between the quotes of the one line that the input makes. */
const escape = (data: Buffer | string): string => {
  const encoder = new LineEncoder(new LineEnding('stdout', '', 0n));
  const out = Buffer.alloc(encoder.room + 200_000);
  encoder.encode(out, 0, Infinity, Buffer.from(data), 0);
  const line = out.toString('utf8', 0, encoder.position);
  return line.slice(head.length, line.lastIndexOf('","stream"'));
};

describe('json-file encoder (unit)', () => {
  it('leaves plain text alone, also beyond ASCII', () => {
    expect(escape('Grüße, 世界 𝄞 ~')).to.equal('Grüße, 世界 𝄞 ~');
  });

  it('escapes as Docker does, HTML characters too', () => {
    expect(escape('"\\<>&\t\r\0\x1f\x7f')).to.equal(
      '\\"\\\\\\u003c\\u003e\\u0026\\u0009\\r\\u0000\\u001f\x7f',
    );
    expect(escape('\u2028\u2029\u202a')).to.equal('\\u2028\\u2029\u202a');
  });

  it('is undone by JSON.parse, whatever the text', () => {
    const text = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code))
      .join('')
      .replace('\n', '');
    expect(JSON.parse(`"${escape(text)}"`)).to.equal(text);
  });

  it('puts U+FFFD in the place of each byte that is not UTF-8', () => {
    const bad = '\\ufffd';
    expect(escape(Buffer.from([0x61, 0xff, 0x62]))).to.equal(`a${bad}b`);
    expect(escape(Buffer.from([0xe2, 0x80])), 'cut off').to.equal(bad + bad);
    expect(escape(Buffer.from([0xc0, 0xaf])), 'overlong').to.equal(bad + bad);
    expect(escape(Buffer.from([0xed, 0xa0, 0x80])), 'surrogate').to.equal(bad.repeat(3));
    expect(escape(Buffer.from([0xf4, 0x90, 0x80, 0x80])), 'beyond Unicode').to.equal(bad.repeat(4));
  });

  it('finds what it must escape at any place, and ends lines of any length', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('');
    const texts = ['"', '&', '<', '>', '\\', '\t', 'é', '\u2028', '𝄞'].flatMap((special) =>
      letters.map((_, place) =>
        letters
          .toSpliced(place, 1, special)
          .slice(0, place + 20)
          .join(''),
      ),
    );
    for (let length = 0; length < 40; length++) texts.push('x'.repeat(length));
    const encoder = new LineEncoder(new LineEnding('stdout', '', 0n));
    const out = Buffer.alloc(encoder.room + 200_000);
    const data = Buffer.from(texts.map((text) => `${text}\n`).join(''));
    encoder.encode(out, 0, Infinity, data, 0);
    expect(encoder.consumed).to.equal(data.length);
    const lines = out.toString('utf8', 0, encoder.position).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { log: string }).log)).to.deep.equal(
      texts.map((text) => `${text}\n`),
    );
  });

  it('stops at the limit, after the line that reaches it', () => {
    const encoder = new LineEncoder(new LineEnding('stdout', '', 1_000_000_001n));
    const out = Buffer.alloc(encoder.room + 500);
    const data = Buffer.from('one\ntwo\nthree\n');
    const written = () => out.toString('utf8', 0, encoder.position);
    const line = (text: string, digit: number) =>
      `{"log":"${text}\\n","stream":"stdout","time":"1970-01-01T00:00:01.00000000${digit}Z"}\n`;
    encoder.encode(out, 0, line('one', 1).length + 1, data, 0);
    expect(written()).to.equal(line('one', 1) + line('two', 2));
    expect(encoder.consumed).to.equal(8);
    encoder.encode(out, 0, 1, data, 8);
    expect(written()).to.equal(line('three', 3));
  });

  it('gives each line a later time, none with a zero at its end', () => {
    const encoder = new LineEncoder(new LineEnding('stderr', '{"a":"b"}', 1_999_999_988n));
    const out = Buffer.alloc(encoder.room + 2000);
    encoder.encode(out, 0, Infinity, Buffer.from('x\n'.repeat(14)), 0);
    const lines = out.toString('utf8', 0, encoder.position).trim().split('\n');
    const times = lines.map((line) => (JSON.parse(line) as { time: string }).time.slice(17));
    expect(times).to.deep.equal([
      ...['01.999999988Z', '01.999999989Z', '01.999999991Z', '01.999999992Z', '01.999999993Z'],
      ...['01.999999994Z', '01.999999995Z', '01.999999996Z', '01.999999997Z', '01.999999998Z'],
      ...['01.999999999Z', '02.000000001Z', '02.000000002Z', '02.000000003Z'],
    ]);
  });
});
