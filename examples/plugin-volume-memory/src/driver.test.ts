import { expect } from 'chai';
import { describe, it } from 'mocha';
import { MemoryDriver } from './driver.js';

describe('the driver memory', () => {
  const driver = new MemoryDriver({ volumes: {} } as never);
  const check = (options: Record<string, string>) => () => driver.check({ name: 'cache', options });

  it('takes a size and a mode', () => {
    expect(check({ size: '16m' })).not.to.throw();
    expect(check({ size: '1g', mode: '0700' })).not.to.throw();
  });

  it('refuses all else', () => {
    expect(check({})).to.throw('memory volumes need a size, such as size=64m');
    expect(check({ size: '0' })).to.throw('need a size');
    expect(check({ size: '1m', mode: '999' })).to.throw('invalid mode: 999');
    expect(check({ size: '1m', uid: '1' })).to.throw('memory volumes have no option uid');
  });
});
