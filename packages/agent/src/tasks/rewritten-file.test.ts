import { expect } from 'chai';
import { rewritten } from './rewritten-file.js';

describe('files of containers that are written anew', () => {
  const before = '127.0.0.1\tlocalhost\n10.1.0.2\tweb\n';
  const content = '127.0.0.1\tlocalhost\n10.2.0.2\tweb\n';

  it('are what they are to be, when nobody has changed them', () => {
    expect(rewritten(before, { before, content, byLines: false })).to.equal(content);
    expect(rewritten(before, { before, content, byLines: true })).to.equal(content);
  });

  it('are left alone when somebody has', () => {
    expect(rewritten('mine\n', { before, content, byLines: false })).to.equal('mine\n');
  });

  it('keep the lines of others, and lack those that others have removed', () => {
    const found = `# mine\n${before}10.9.0.9\tother`;
    const expected = '# mine\n127.0.0.1\tlocalhost\n10.9.0.9\tother\n10.2.0.2\tweb\n';
    expect(rewritten(found, { before, content, byLines: true })).to.equal(expected);
    expect(rewritten('10.1.0.2\tweb\n', { before, content, byLines: true })).to.equal('10.2.0.2\tweb\n');
  });
});
