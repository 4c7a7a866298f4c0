import { expect } from 'chai';
import { describe, it } from 'mocha';
import { gitCommit } from './git-commit.js';

describe('gitCommit', () => {
  it('knows repositories by their addresses', () => {
    const urls = ['git://h/r', 'git@h:r', 'ssh://git@h/r', 'http://h/r.git', 'https://h/r.git'];
    expect(urls.map((url) => gitCommit(url)?.url)).to.deep.equal(urls);
    expect(gitCommit('github.com/o/r')?.url).to.equal('https://github.com/o/r');
    for (const other of ['http://h/r', 'http://h/r.git/x.tar', 'file:///r.git', 'ext::sh', 'https://h/x#a'])
      expect(gitCommit(other), other).to.equal(undefined);
  });

  it('reads reference and directory of the fragment', () => {
    const of = (fragment: string) => {
      const { reference, directory } = gitCommit(`https://h/r.git${fragment}`)!;
      return [reference, directory];
    };
    expect(of('')).to.deep.equal(['master', '']);
    expect(of('#v1')).to.deep.equal(['v1', '']);
    expect(of('#:sub/a')).to.deep.equal(['master', 'sub/a']);
    expect(of('#pull/1/head:sub')).to.deep.equal(['pull/1/head', 'sub']);
  });
});
