import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Turns } from './turns.js';

describe('turns (unit)', () => {
  it('lets so many go on at once, the others in order, also after failures', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const ends = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
    const results = ends.map(({ promise }, number) =>
      turns.run(async () => {
        begun.push(number);
        await promise;
      }),
    );
    results[0]!.catch(() => undefined);
    await new Promise(setImmediate);
    expect(begun).to.deep.equal([0, 1]);
    ends[0]!.reject(new Error('failed'));
    await new Promise(setImmediate);
    expect(begun).to.deep.equal([0, 1, 2]);
    for (const { resolve } of ends) resolve();
    await Promise.allSettled(results);
    expect(begun).to.deep.equal([0, 1, 2, 3]);
    expect(await turns.run(() => Promise.resolve('free again'))).to.equal('free again');
  });
});
