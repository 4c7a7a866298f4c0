import { expect } from 'chai';
import { describe, it } from 'mocha';
import { mergeConfig } from './merge.js';

describe('the configuration of a commit (unit)', () => {
  it('takes from the container what it leaves open', () => {
    const other = { User: 'u', WorkingDir: '/w', StopSignal: 'TERM', Cmd: ['c'], Entrypoint: ['e'] };
    expect(mergeConfig({}, other)).to.deep.include(other);
    expect(mergeConfig({ User: '', WorkingDir: '/x' }, other)).to.include({ User: 'u', WorkingDir: '/x' });
  });

  it('unites maps, and variables by name', () => {
    const own = { Env: ['A=1'], Labels: { a: '1' }, ExposedPorts: { '80/tcp': {} }, Volumes: { '/a': {} } };
    const other = { Env: ['A=2', 'B=2'], Labels: { a: '2', b: '2' }, ExposedPorts: { '81/udp': {} } };
    expect(mergeConfig(own, other)).to.deep.equal({
      ...{ Env: ['A=1', 'B=2'], Labels: { a: '1', b: '2' }, Volumes: { '/a': {} } },
      ExposedPorts: { '80/tcp': {}, '81/udp': {} },
    });
  });

  it('keeps commands together', () => {
    const other = { Cmd: ['c'], Entrypoint: ['e'] };
    expect(mergeConfig({ Entrypoint: ['x'] }, other)).to.deep.include({ Entrypoint: ['x'] });
    expect(mergeConfig({ Entrypoint: ['x'] }, other)).to.not.have.property('Cmd');
    expect(mergeConfig({ Cmd: ['x'] }, other)).to.deep.include({ Cmd: ['x'], Entrypoint: ['e'] });
    expect(mergeConfig({ Entrypoint: [] }, other)).to.deep.include({ Cmd: ['c'], Entrypoint: [] });
  });

  it('completes a health check', () => {
    const other = { Healthcheck: { Test: ['CMD', 'a'], Interval: 1, Retries: 2 } };
    const merged = mergeConfig({ Healthcheck: { Interval: 3 } }, other).Healthcheck;
    expect(merged)
      .to.include({ Interval: 3, Retries: 2 })
      .and.deep.include({ Test: ['CMD', 'a'] });
    expect(mergeConfig({}, other).Healthcheck).to.deep.equal(other.Healthcheck);
  });

  it('has no fields that images do not have', () => {
    const container = { Hostname: 'h', Tty: true, Image: 'i', Env: [], Labels: {} };
    expect(mergeConfig({ ...container }, {})).to.deep.equal({ Env: [], Labels: {} });
  });
});
