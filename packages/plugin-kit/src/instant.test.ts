import { expect } from 'chai';
import { describe, it } from 'mocha';
import { never } from './container.js';
import { formatInstant, parseInstant } from './instant.js';

describe('instants (unit)', () => {
  for (const text of [
    '2024-02-29T23:59:59.123456789Z',
    '2024-02-29T23:59:59.1Z',
    '1970-01-01T00:00:00Z',
    '1969-12-31T23:59:59.5Z',
    never,
  ]) {
    it(`keeps ${text}`, () => expect(formatInstant(parseInstant(text))).to.equal(text));
  }

  it('counts nanoseconds since the epoch', () => {
    expect(parseInstant('1970-01-01T00:00:01.000000002Z')).to.equal(1_000_000_002n);
    expect(parseInstant('1970-01-01T01:00:01+01:00')).to.equal(1_000_000_000n);
  });

  it('refuses what is no time', () => {
    for (const text of ['', 'now', '2024-02-30', '2024-13-01T00:00:00Z'])
      expect(() => parseInstant(text)).to.throw(RangeError);
  });
});
