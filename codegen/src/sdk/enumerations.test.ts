import { expect } from 'chai';
import { describe, it } from 'mocha';
import { listedOnly, openEnumerations } from './enumerations.js';

const TYPES = `/**
 * One of 'a' | 'b'.
 */
export type Kind = 'a' | 'b';

export type Thing = {
    /**
     * 'a' | 'b'
     */
    kind?: 'a' | 'b';
    kinds: Array<'a' | 'b'>;
    only: 'a';
};

export type ThingListData = {
    query?: {
        kind?: 'a' | 'b';
    };
    url: '/things';
};
`;

describe('enumerations of the client', () => {
  it('take what newer engines answer, and parameters what is listed', () => {
    const opened = openEnumerations(TYPES);
    const changed = opened.split('\n').filter((line) => !TYPES.split('\n').includes(line));
    expect(changed).to.deep.equal([
      "export type Kind = 'a' | 'b' | NewerValue;",
      "    kind?: 'a' | 'b' | NewerValue;",
      "    kinds: Array<'a' | 'b' | NewerValue>;",
    ]);
    expect(opened).to.match(/ThingListData[^]*kind\?: 'a' \| 'b';/);
    expect(listedOnly(opened)).to.equal(TYPES);
  });
});
