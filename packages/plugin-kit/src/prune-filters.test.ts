import { expect } from 'chai';
import { describe, it } from 'mocha';
import { parseFilters } from './filters.js';
import { pruneTest } from './prune-filters.js';

const hour = 3_600_000_000_000n;
const now = 1_700_000_000n * 1_000_000_000n;
const test = (filters: object) => pruneTest(parseFilters(JSON.stringify(filters)), now);
const made = (ago: bigint, labels: Record<string, string> = {}) => ({ created: now - ago, labels });

describe('filters of prune (unit)', () => {
  it('takes everything without a filter', () => {
    expect(test({})(made(0n))).to.equal(true);
  });

  it('spares what is younger than "until"', () => {
    expect(test({ until: ['2h'] })(made(3n * hour))).to.equal(true);
    expect(test({ until: ['2h'] })(made(1n * hour))).to.equal(false);
    expect(test({ until: ['1699996400'] })(made(1n * hour))).to.equal(true);
  });

  it('looks at labels', () => {
    expect(test({ label: ['a', 'b=1'] })(made(0n, { a: '', b: '1' }))).to.equal(true);
    expect(test({ label: ['a', 'b=1'] })(made(0n, { a: '' }))).to.equal(false);
    expect(test({ 'label!': ['keep'] })(made(0n, { keep: '' }))).to.equal(false);
    expect(test({ 'label!': ['keep'] })(made(0n))).to.equal(true);
  });

  it('spares for several "label!" only what has them all', () => {
    const passes = test({ 'label!': ['a', 'b'] });
    expect(passes(made(0n, { a: '' }))).to.equal(true);
    expect(passes(made(0n, { a: '', b: '' }))).to.equal(false);
  });

  it('refuses a time that is none, and two', () => {
    const kind = 'InvalidParameter';
    expect(() => test({ until: ['soon'] }))
      .to.throw('failed to parse value as time or duration: "soon"')
      .with.property('kind', kind);
    expect(() => test({ until: ['1h', '2h'] }))
      .to.throw('more than one until filter specified')
      .with.property('kind', kind);
  });
});
