import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import type { EventMessage } from '@arca/api';
import type { Clock, EventQuery } from '@arca/plugin-kit';
import { EventBus } from './events.js';

/** A time at which a JSON number of nanoseconds is not exact. */
const start = 1_700_000_000_123_456_789n;

describe('events', () => {
  let time: bigint;
  let logged: string[];
  let bus: EventBus;
  let aborter: AbortController;
  const clock: Clock = { now: () => '', nanoseconds: () => time };

  beforeEach(() => {
    time = start;
    logged = [];
    aborter = new AbortController();
    bus = new EventBus(clock, (_level, message) => void logged.push(message));
  });

  const query = (change: Partial<EventQuery> = {}): EventQuery => ({
    filters: new Map(),
    signal: aborter.signal,
    ...change,
  });
  const emit = (action: string, step = 1_000_000_000n) => {
    time += step;
    bus.emit({ type: 'container', action, id: 'c1', attributes: { name: 'web', image: 'busybox' } });
  };
  const read = async (events: AsyncIterable<EventMessage>, count: number): Promise<EventMessage[]> => {
    const found: EventMessage[] = [];
    const iterator = events[Symbol.asyncIterator]();
    while (found.length < count) {
      const { value, done } = await iterator.next();
      if (done) break;
      found.push(value);
    }
    return found;
  };
  const actions = async (events: AsyncIterable<EventMessage>, count: number) =>
    (await read(events, count)).map(({ Action }) => Action);

  it('writes containers and images with their older fields, others without', async () => {
    const events = bus.subscribe(query());
    emit('start', 0n);
    bus.emit({
      type: 'image',
      action: 'pull',
      id: 'busybox:1',
      attributes: { name: 'busybox:1', image: 'x' },
    });
    bus.emit({ type: 'network', action: 'connect', id: 'n1' });
    const [container, image, network] = await read(events, 3);
    expect(container).to.deep.equal({
      status: 'start',
      id: 'c1',
      from: 'busybox',
      Type: 'container',
      Action: 'start',
      Actor: { ID: 'c1', Attributes: { name: 'web', image: 'busybox' } },
      scope: 'local',
      time: 1_700_000_000,
      timeNano: 1_700_000_000_123_456_000,
    });
    expect(image).to.include({ status: 'pull', id: 'busybox:1' }).and.not.have.property('from');
    expect(network).to.not.have.any.keys('status', 'id', 'from');
    expect(network!.Actor).to.deep.equal({ ID: 'n1', Attributes: {} });
  });

  it('listens from the call on, and replays nothing unasked', async () => {
    emit('before');
    const events = bus.subscribe(query());
    emit('one');
    emit('two');
    expect(await actions(events, 2)).to.deep.equal(['one', 'two']);
    expect(bus.subscribers).to.equal(1);
    bus.subscribe({ ...query(), internal: true });
    expect(bus.subscribers, 'of clients').to.equal(1);
  });

  it('replays from `since` on and goes on with what comes', async () => {
    for (const action of ['one', 'two', 'three']) emit(action);
    const events = bus.subscribe(query({ since: start + 1_999_999_000n }));
    emit('four');
    expect(await actions(events, 3)).to.deep.equal(['two', 'three', 'four']);
  });

  it('takes the time of an event as the client has read it', async () => {
    emit('one');
    emit('two', 1000n);
    const [first, second] = await read(bus.subscribe(query({ since: 0n })), 2);
    const since = (event: EventMessage) => BigInt(JSON.stringify(event.timeNano));
    expect(await actions(bus.subscribe(query({ since: since(second!), until: time })), 9)).to.deep.equal([
      'two',
    ]);
    expect(await actions(bus.subscribe(query({ since: since(first!), until: time })), 9)).to.deep.equal([
      'one',
      'two',
    ]);
  });

  it('ends after the past when `until` is over', async () => {
    for (const action of ['one', 'two', 'three']) emit(action);
    const events = bus.subscribe(query({ until: start + 2_000_000_500n }));
    emit('four');
    expect(await actions(events, 9)).to.deep.equal(['one', 'two']);
    expect(bus.subscribers).to.equal(0);
  });

  it('ends at an `until` that is to come', async () => {
    const events = bus.subscribe(query({ until: time + 20_000_000n }));
    emit('one', 0n);
    expect(await actions(events, 9)).to.deep.equal(['one']);
    expect(bus.subscribers).to.equal(0);
  });

  it('filters past and new events', async () => {
    for (const action of ['start', 'die']) emit(action);
    const events = bus.subscribe(query({ since: 0n, filters: new Map([['event', ['die']]]) }));
    for (const action of ['start', 'die']) emit(action);
    expect(await actions(events, 2)).to.deep.equal(['die', 'die']);
  });

  it('ends with the signal, also while a reader waits', async () => {
    const events = bus.subscribe(query());
    const reading = actions(events, 1);
    await setImmediate();
    aborter.abort();
    expect(await reading).to.deep.equal([]);
    expect(bus.subscribers).to.equal(0);
    expect(await actions(bus.subscribe(query({ since: 0n })), 1)).to.deep.equal([]);
    expect(bus.subscribers).to.equal(0);
  });

  it('lets go of a reader that stops', async () => {
    const events = bus.subscribe(query());
    emit('one');
    for await (const { Action } of events) {
      expect(Action).to.equal('one');
      break;
    }
    expect(bus.subscribers).to.equal(0);
  });

  it('does not wait for a slow reader: it misses events, and the log says so once', async () => {
    const slow = bus.subscribe(query());
    for (let i = 0; i < 1100; i++) emit(String(i));
    expect(logged).to.have.lengthOf(1);
    const read = await actions(slow, 1024);
    expect(read.at(0)).to.equal('0');
    expect(read.at(-1)).to.equal('1023');
    emit('again');
    expect(await actions(slow, 1)).to.deep.equal(['again']);
  });

  it('keeps the last events and no more', async () => {
    for (let i = 0; i < 3000; i++) emit(String(i));
    const past = await actions(bus.subscribe(query({ since: 0n, until: time })), 5000);
    expect(past).to.have.lengthOf(1024);
    expect(past.at(-1)).to.equal('2999');
  });
});
