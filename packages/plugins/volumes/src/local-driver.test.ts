import type { Agent } from '@arca/agent-proto';
import { expect } from 'chai';
import { LocalDriver } from './local-driver.js';

const driver = new LocalDriver({} as Pick<Agent, 'volumes'>);

/** The refusal of a volume; undefined when it is taken. */
function refusal(name: string, options: Record<string, string> = {}): string | undefined {
  try {
    driver.check({ name, options });
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}

describe('the volume driver local (unit)', () => {
  it('takes names that are directories', () => {
    expect(['ab', 'a.b', 'a-b_c', '0x'].map((name) => refusal(name))).to.deep.equal(Array(4).fill(undefined));
    for (const name of ['', '.a', 'a/b', '../a', 'a b', 'ä1'])
      expect(refusal(name), name).to.match(/invalid char/);
    expect(refusal('a')).to.match(/too short/);
  });

  it('takes options that belong together', () => {
    expect(refusal('ok', { type: 'nfs', device: ':/x', o: 'addr=192.0.2.1' })).to.equal(undefined);
    expect(refusal('ok', { size: '0' })).to.equal(undefined);
    expect(refusal('no', { o: 'ro' })).to.equal('missing required option: "device"');
    expect(refusal('no', { device: 'x' })).to.equal('missing required option: "type"');
    expect(refusal('no', { speed: 'x' })).to.equal('invalid option: "speed"');
    expect(refusal('no', { size: '1g' })).to.equal('quota size requested but no quota support');
    expect(refusal('no', { size: 'big' })).to.equal("invalid size: 'big'");
    expect(refusal('no', { type: 'cifs', device: '//host:445/share' })).to.match(/^port not allowed/);
  });
});
