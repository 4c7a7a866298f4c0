import { expect } from 'chai';
import { describe, it } from 'mocha';
import { familiarName, familiarReference, parseImageReference } from './image-reference.js';

const digest = `sha256:${'ab'.repeat(32)}`;

describe('image references', () => {
  it('completes what people leave out', () => {
    expect(parseImageReference('busybox')).to.deep.equal({ domain: 'docker.io', path: 'library/busybox' });
    expect(parseImageReference('index.docker.io/busybox:1')).to.deep.equal({
      domain: 'docker.io',
      path: 'library/busybox',
      tag: '1',
    });
    expect(parseImageReference(`reg:5000/a/b@${digest}`)).to.deep.equal({
      domain: 'reg:5000',
      path: 'a/b',
      digest,
    });
    expect(parseImageReference('localhost/x')).to.deep.include({ domain: 'localhost', path: 'x' });
    expect(parseImageReference('team/app')).to.deep.include({ domain: 'docker.io', path: 'team/app' });
  });

  it('refuses what is no name', () => {
    for (const text of [
      '',
      'Busybox',
      'a//b',
      'a:',
      'a:b:c/d',
      'a@b',
      `${'a'.repeat(300)}`,
      'ab'.repeat(32),
      digest,
    ]) {
      expect(parseImageReference(text), text).to.equal(undefined);
    }
  });

  it('gives the short forms', () => {
    expect(familiarReference('docker.io/library/busybox')).to.equal('busybox:latest');
    expect(familiarReference('docker.io/team/app:2')).to.equal('team/app:2');
    expect(familiarReference(`x:1@${digest}`)).to.equal(`x:1@${digest}`);
    expect(familiarReference(`x@${digest}`)).to.equal(`x@${digest}`);
    expect(familiarReference('ab'.repeat(32))).to.equal(digest);
    expect(familiarReference(digest)).to.equal(digest);
    expect(familiarReference('docker.io/library/a/b')).to.equal('library/a/b:latest');
    expect(familiarName(parseImageReference('reg.example/app:3')!)).to.equal('reg.example/app');
  });
});
