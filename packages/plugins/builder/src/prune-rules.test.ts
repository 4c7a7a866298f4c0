import { expect } from 'chai';
import { describe, it } from 'mocha';
import { allowance, pruneRules } from './prune-rules.js';

const NOW = Date.parse('2030-01-02T00:00:00Z');
const rules = (filters: object, more: object = {}) =>
  pruneRules({ filters: JSON.stringify(filters), ...more }, NOW);

describe('pruneRules', () => {
  it('reads filters with a value, and flags without one', () => {
    expect(rules({ id: ['abc'], type: ['regular'] }).filters).to.deep.equal([
      { name: 'id', value: 'abc' },
      { name: 'type', value: 'regular' },
    ]);
    expect(rules({ inuse: [] }).filters).to.deep.equal([{ name: 'inuse' }]);
    expect(rules({ label: ['a', 'b'] }).filters).to.deep.equal([]);
  });

  it('reads since when what stays was used, as a duration or a time', () => {
    expect(rules({ until: ['24h'] }).keepDuration).to.equal(86_400_000);
    expect(rules({ 'unused-for': ['1h30m'] }).keepDuration).to.equal(5_400_000);
    expect(rules({ until: ['2030-01-01T23:00:00Z'] }).keepDuration).to.equal(3_600_000);
    expect(rules({}).keepDuration).to.equal(0);
  });

  it('refuses what it does not know, and what excludes or repeats another', () => {
    const cases: [object, string][] = [
      [{ colour: ['red'] }, 'colour'],
      [{ id: ['a', 'b'] }, 'filters expect only one value'],
      [{ until: ['1h', '2h'] }, 'filters expect only one value'],
      [{ until: ['1h'], 'unused-for': ['1h'] }, 'conflicting filters: "until" and "unused-for"'],
      [{ until: ['x'] }, `"until" filter expects a duration (e.g., '24h') or a timestamp`],
    ];
    for (const [filters, message] of cases) expect(() => rules(filters)).to.throw(message);
  });

  it('takes the older name of the space that stays', () => {
    expect(rules({}, { 'keep-storage': 5 }).reserved).to.equal(5);
    expect(rules({}, { 'keep-storage': 5, 'reserved-space': 7 }).reserved).to.equal(7);
  });
});

describe('allowance', () => {
  const limits = (reserved: number, most: number, free: number) => ({ ...rules({}), reserved, most, free });

  it('is what may stay, at least what is reserved', () => {
    expect(allowance(limits(0, 40, 0), 100, 0)).to.equal(40);
    expect(allowance(limits(60, 40, 0), 100, 0)).to.equal(60);
    expect(allowance(limits(30, 0, 0), 100, 0)).to.equal(30);
  });

  it('leaves so much less as is missing on the disk', () => {
    expect(allowance(limits(0, 0, 50), 100, 20)).to.equal(70);
    expect(allowance(limits(0, 60, 50), 100, 20)).to.equal(60);
    expect(allowance(limits(0, 0, 500), 100, 20)).to.equal(0);
    expect(allowance(limits(10, 0, 500), 100, 20)).to.equal(10);
    expect(allowance(limits(0, 0, 50), 100, 60)).to.equal(0);
  });
});
