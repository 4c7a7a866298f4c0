import { parseFilters } from '@arca/plugin-kit';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { listFilters, matches } from './filters.js';
import type { NetworkRecord } from './record.js';

const network = {
  id: 'ab12',
  name: 'web-net',
  driver: 'bridge',
  labels: { a: '1', b: '' },
} as unknown as NetworkRecord;
const fixed = { ...network, name: 'bridge' };
const passes = (filters: object, of: NetworkRecord = network, inUse = false) =>
  matches(of, parseFilters(JSON.stringify(filters), listFilters), inUse);

describe('filters of the network list (unit)', () => {
  it('matches names and ids by a part, drivers and scopes as a whole', () => {
    expect(passes({ name: ['^web'], id: ['b1'], driver: ['bridge'], scope: ['local'] })).to.equal(true);
    for (const filters of [{ name: ['x'] }, { id: ['x'] }, { driver: ['brid'] }, { scope: ['swarm'] }])
      expect(passes(filters), JSON.stringify(filters)).to.equal(false);
  });

  it('wants all labels', () => {
    expect(passes({ label: ['a=1', 'b'] })).to.equal(true);
    expect(passes({ label: ['a=1', 'c'] })).to.equal(false);
  });

  it('knows the networks that are always there', () => {
    expect(passes({ type: ['builtin'] }, fixed)).to.equal(true);
    expect(passes({ type: ['builtin'] })).to.equal(false);
    expect(passes({ type: ['builtin', 'custom'] })).to.equal(true);
    expect(passes({ dangling: ['true'] }, fixed)).to.equal(false);
  });

  it('calls a network without endpoints dangling', () => {
    expect(passes({ dangling: ['1'] })).to.equal(true);
    expect(passes({ dangling: ['1'] }, network, true)).to.equal(false);
    expect(passes({ dangling: ['false'] }, network, true)).to.equal(true);
  });

  it('refuses values that a filter does not have', () => {
    expect(() => passes({ type: ['odd'] })).to.throw("invalid filter: 'type'='odd'");
    expect(() => passes({ dangling: ['maybe'] })).to.throw("invalid value for filter 'dangling'");
    expect(() => passes({ dangling: ['0', '1'] })).to.throw(
      'got more than one value for filter key "dangling"',
    );
  });
});
