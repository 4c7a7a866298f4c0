import { expect } from 'chai';
import { describe, it } from 'mocha';
import { KeyedLocks, Slots } from './locks.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('locks', () => {
  it('let work under one key go one after another, under others side by side', async () => {
    const locks = new KeyedLocks();
    const events: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = locks.run('a', async () => {
      events.push('first');
      await gate.promise;
      events.push('first ends');
    });
    const onWait = () => events.push('waits');
    const second = locks.run('a', async () => void events.push('second'), { onWait });
    await locks.run('b', async () => void events.push('other'));
    gate.resolve();
    await Promise.all([first, second]);
    expect(events).to.deep.equal(['waits', 'first', 'other', 'first ends', 'second']);
  });

  it('are given on by work that fails or gives up waiting', async () => {
    const locks = new KeyedLocks();
    const gate = Promise.withResolvers<void>();
    const stop = new AbortController();
    const outcomes = Promise.allSettled([
      locks.run('a', () => gate.promise),
      locks.run('a', async () => 'never', { signal: stop.signal }),
      locks.run('a', async () => 'last'),
    ]);
    stop.abort(new Error('gave up'));
    await settled();
    gate.reject(new Error('failed'));
    const results = (await outcomes).map((one) =>
      one.status === 'fulfilled' ? one.value : String(one.reason),
    );
    expect(results).to.deep.equal(['Error: failed', 'Error: gave up', 'last']);
  });

  it('are not opened by the last in the row giving up', async () => {
    const locks = new KeyedLocks();
    const gate = Promise.withResolvers<void>();
    const events: string[] = [];
    const first = locks.run('a', () => gate.promise).then(() => events.push('first ends'));
    const signal = AbortSignal.abort(new Error('gave up'));
    expect(await locks.run('a', async () => 'never', { signal }).catch(String)).to.equal('Error: gave up');
    const third = locks.run('a', async () => events.push('third'));
    await settled();
    gate.resolve();
    await Promise.all([first, third]);
    expect(events).to.deep.equal(['first ends', 'third']);
  });
});

describe('slots', () => {
  it('let so many in at a time', async () => {
    const slots = new Slots(2);
    let now = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++now);
      await settled();
      now -= 1;
    };
    let waits = 0;
    const onWait = () => (waits += 1);
    await Promise.all(Array.from({ length: 9 }, () => slots.run(work, { onWait })));
    expect({ most, waits }).to.deep.equal({ most: 2, waits: 7 });
  });

  it('lose none when work fails or gives up waiting', async () => {
    const slots = new Slots(1);
    const gate = Promise.withResolvers<void>();
    const stop = new AbortController();
    const outcomes = Promise.allSettled([
      slots.run(() => gate.promise),
      slots.run(async () => 'never', { signal: stop.signal }),
      slots.run(async () => 'last'),
      slots.run(async () => 'never', { signal: AbortSignal.abort(new Error('early')) }),
    ]);
    stop.abort(new Error('gave up'));
    await settled();
    gate.reject(new Error('failed'));
    const results = (await outcomes).map((one) =>
      one.status === 'fulfilled' ? one.value : String(one.reason),
    );
    expect(results).to.deep.equal(['Error: failed', 'Error: gave up', 'last', 'Error: early']);
    expect(await slots.run(async () => 'free')).to.equal('free');
  });
});
