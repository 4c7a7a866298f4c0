import { expect } from 'chai';
import { head, LineEncoder } from './encoder.js';

/** The text between the quotes of the one line that the input makes. */
const escape = (data: Buffer | string): string => {
  const encoder = new LineEncoder('"');
  const out = Buffer.alloc(encoder.room + 200_000);
  encoder.encode(out, 0, Infinity, Buffer.from(data), 0);
  return out.toString('utf8', head.length, encoder.position - 1);
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

  it('stops at the limit, after the line that reaches it', () => {
    const encoder = new LineEncoder('"}\n');
    const out = Buffer.alloc(encoder.room + 100);
    const data = Buffer.from('one\ntwo\nthree\n');
    encoder.encode(out, 0, 17, data, 0);
    expect(out.toString('utf8', 0, encoder.position)).to.equal('{"log":"one\\n"}\n{"log":"two\\n"}\n');
    expect(encoder.consumed).to.equal(8);
    encoder.encode(out, 0, 1, data, 8);
    expect(out.toString('utf8', 0, encoder.position)).to.equal('{"log":"three\\n"}\n');
  });
});
