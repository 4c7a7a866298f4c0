import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { NewEvent } from '@arca/plugin-kit';
import { passes } from './filter.js';
import { toMessage } from './message.js';

const event = (change: Partial<NewEvent> = {}) =>
  toMessage(
    {
      type: 'container',
      action: 'start',
      id: 'abcdef',
      attributes: { name: 'web-1', image: 'registry:5000/team/app:2', tier: 'front' },
      ...change,
    },
    1n,
  ).message;

const keeps = (filters: Record<string, string[]>, change?: Partial<NewEvent>) =>
  passes(event(change), new Map(Object.entries(filters)));

describe('filters of events', () => {
  it('lets everything through without a filter, and through filters that are not known', () => {
    expect(keeps({})).to.equal(true);
    expect(keeps({ event: [] })).to.equal(true);
    expect(keeps({ nonsense: ['x'] })).to.equal(true);
  });

  it('matches actions whole, and by their start those with details', () => {
    expect(keeps({ event: ['start'] })).to.equal(true);
    expect(keeps({ event: ['sta'] })).to.equal(false);
    expect(keeps({ event: ['exec_start'] }, { action: 'exec_start: sh -c true' })).to.equal(true);
    expect(keeps({ event: ['exec_start: sh'] }, { action: 'exec_start: sh -c true' })).to.equal(false);
    expect(keeps({ event: ['health_status'] }, { action: 'health_status: healthy' })).to.equal(true);
    expect(keeps({ event: ['health_status: healthy'] }, { action: 'health_status: healthy' })).to.equal(true);
    expect(keeps({ event: ['die', 'start'] })).to.equal(true);
  });

  it('matches actors by the start of id or name', () => {
    for (const value of ['abcdef', 'abc', 'web-1', 'web'])
      expect(keeps({ container: [value] }), value).to.equal(true);
    expect(keeps({ container: ['eb-1'] })).to.equal(false);
    expect(keeps({ container: ['x', 'abc'] })).to.equal(true);
    expect(keeps({ volume: ['data'] }, { type: 'volume', id: 'data-1', attributes: {} })).to.equal(true);
    expect(
      keeps({ network: ['front'] }, { type: 'network', id: 'f00', attributes: { name: 'front' } }),
    ).to.equal(true);
    expect(keeps({ network: ['front'], container: ['web'] })).to.equal(false);
    expect(keeps({ daemon: ['host'] }, { type: 'daemon', id: 'ID', attributes: { name: 'host' } })).to.equal(
      true,
    );
  });

  it('matches images by id and name, with and without tag', () => {
    expect(keeps({ image: ['registry:5000/team/app:2'] })).to.equal(true);
    expect(keeps({ image: ['registry:5000/team/app'] })).to.equal(true);
    expect(keeps({ image: ['team/app'] })).to.equal(false);
    const image = {
      type: 'image',
      action: 'tag',
      id: 'sha256:1',
      attributes: { name: 'busybox:1' },
    } as const;
    expect(keeps({ image: ['busybox'] }, image)).to.equal(true);
    expect(keeps({ image: ['sha256:1'] }, image)).to.equal(true);
    expect(keeps({ image: ['busybox:2'] }, image)).to.equal(false);
  });

  it('wants every label, with its value when one is given', () => {
    expect(keeps({ label: ['tier'] })).to.equal(true);
    expect(keeps({ label: ['tier=front', 'name'] })).to.equal(true);
    expect(keeps({ label: ['tier=back'] })).to.equal(false);
    expect(keeps({ label: ['tier', 'zone'] })).to.equal(false);
    expect(keeps({ label: ['tier'] }, { attributes: {} })).to.equal(false);
    expect(keeps({ label: ['toString'] })).to.equal(false);
  });

  it('matches type and scope whole', () => {
    expect(keeps({ type: ['container', 'image'] })).to.equal(true);
    expect(keeps({ type: ['image'] })).to.equal(false);
    expect(keeps({ scope: ['local'] })).to.equal(true);
    expect(keeps({ scope: ['swarm'] })).to.equal(false);
  });
});
