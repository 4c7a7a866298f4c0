import { expect } from 'chai';
import { mountOptions } from './mount-options.js';

describe('options of mount(8)', () => {
  it('are flags, or data of the file system', () => {
    expect(mountOptions(['ro', 'nosuid', 'size=64k', '', 'uid=1000'])).to.deep.equal({
      ...{ flags: 1 | 2, data: ['size=64k', 'uid=1000'] },
    });
    expect(mountOptions(['rbind'])).to.deep.equal({ flags: 4096 | 16384, data: [] });
  });

  it('count in their order', () => {
    expect(mountOptions(['ro', 'noexec', 'rw', 'exec', 'defaults'])).to.deep.equal({ flags: 0, data: [] });
    expect(mountOptions(['rw', 'ro']).flags).to.equal(1);
  });
});
