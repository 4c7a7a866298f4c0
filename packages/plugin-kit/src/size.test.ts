import { expect } from 'chai';
import { describe, it } from 'mocha';
import { parseSize } from './size.js';

describe('sizes (unit)', () => {
  it('reads numbers with and without a unit', () => {
    expect(parseSize('32', 1000)).to.equal(32);
    expect(parseSize('1.5k', 1024)).to.equal(1536);
    expect(parseSize('10 MB', 1000)).to.equal(10_000_000);
    expect(parseSize('2GiB', 1024)).to.equal(2 ** 31);
  });

  it('gives nothing for other texts', () => {
    for (const text of ['', 'k', '-1', '1x', '1kk', '1 k b', 'ten'])
      expect(parseSize(text, 1000)).to.equal(undefined);
  });
});
