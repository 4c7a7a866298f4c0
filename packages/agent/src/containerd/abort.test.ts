import { expect } from 'chai';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { unlessAborted } from './abort.js';

describe('work that is waited for unless a signal comes', () => {
  it('gives its outcome', async () => {
    expect(await unlessAborted(Promise.resolve(1), new AbortController().signal)).to.equal(1);
    const failed = unlessAborted(Promise.reject(new Error('failed')), new AbortController().signal);
    expect(await failed.catch(String)).to.equal('Error: failed');
  });

  it('fails alone when the signal has come before: that ends no process', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    try {
      const stopped = unlessAborted(Promise.reject(new Error('late')), AbortSignal.abort(new Error('stop')));
      expect(await stopped.catch(String)).to.equal('Error: stop');
      await turn();
      await turn();
    } finally {
      process.off('unhandledRejection', note);
    }
    expect(unhandled).to.deep.equal([]);
  });
});
