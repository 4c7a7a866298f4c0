import { expect } from 'chai';
import { describe, it } from 'mocha';
import {
  familiar,
  isDigest,
  isRecordName,
  noSuchImage,
  parseDigest,
  parseReference,
  recordName,
  withDefaultTag,
} from './reference.js';

const digest = `sha256:${'ab'.repeat(32)}`;

describe('image references', () => {
  const forms: [string, string, string][] = [
    ['busybox', 'docker.io/library/busybox:latest', 'busybox:latest'],
    ['busybox:1.36', 'docker.io/library/busybox:1.36', 'busybox:1.36'],
    ['team/app', 'docker.io/team/app:latest', 'team/app:latest'],
    ['docker.io/busybox', 'docker.io/library/busybox:latest', 'busybox:latest'],
    ['index.docker.io/team/app', 'docker.io/team/app:latest', 'team/app:latest'],
    ['library/a/b', 'docker.io/library/a/b:latest', 'library/a/b:latest'],
    ['localhost/x', 'localhost/x:latest', 'localhost/x:latest'],
    ['host.example/x:1', 'host.example/x:1', 'host.example/x:1'],
    ['host:5000/x', 'host:5000/x:latest', 'host:5000/x:latest'],
    ['[::1]:5000/x', '[::1]:5000/x:latest', '[::1]:5000/x:latest'],
    [`busybox@${digest}`, `docker.io/library/busybox@${digest}`, `busybox@${digest}`],
    [`busybox:1@${digest}`, `docker.io/library/busybox@${digest}`, `busybox:1@${digest}`],
    ['team/a__b.c-d/e', 'docker.io/team/a__b.c-d/e:latest', 'team/a__b.c-d/e:latest'],
  ];
  for (const [text, full, short] of forms) {
    it(`normalises ${text}`, () => {
      const reference = withDefaultTag(parseReference(text));
      expect(recordName(reference)).to.equal(full);
      expect(familiar(reference)).to.equal(short);
      const again = parseReference(recordName(reference));
      expect(recordName(again)).to.equal(full);
    });
  }

  const bad: [string, string][] = [
    ['', 'invalid reference format'],
    ['UPPER', 'invalid reference format: repository name must be lowercase'],
    ['UPPER/case', 'invalid reference format: repository name must be lowercase'],
    ['host.example/Upper:x', 'invalid reference format: repository name must be lowercase'],
    ['a b', 'invalid reference format'],
    ['a:b:c', 'invalid reference format'],
    ['a:', 'invalid reference format'],
    [`a:${'t'.repeat(129)}`, 'invalid reference format'],
    ['a//b', 'invalid reference format'],
    ['../a', 'invalid reference format'],
    ['a@sha256:1234', 'invalid reference format'],
    ['a..b', 'invalid reference format'],
    ['a\n', 'invalid reference format'],
    ['-a', 'invalid reference format'],
    ['a'.repeat(256), 'repository name must not be more than 255 characters'],
    [
      'ab'.repeat(32),
      `invalid repository name (${'ab'.repeat(32)}), cannot specify 64-byte hexadecimal strings`,
    ],
  ];
  for (const [text, message] of bad) {
    it(`refuses ${JSON.stringify(text.slice(0, 20))}: ${message.slice(0, 40)}`, () => {
      expect(() => parseReference(text))
        .to.throw(message)
        .with.property('code', 'INVALID_ARGUMENT');
    });
  }

  it('tells names of records from other texts', () => {
    for (const text of ['docker.io/library/busybox:1', `h:5/x@${digest}`])
      expect(isRecordName(text)).to.equal(true);
    const others = ['busybox', 'docker.io/busybox:1', digest, `dangling@${digest}`, 'import-2024', ''];
    for (const text of others) expect(isRecordName(text), text).to.equal(false);
  });

  it('keeps case in a tag', () => {
    expect(parseReference('a:V1').tag).to.equal('V1');
  });

  it('tells ids and digests from names', () => {
    expect(parseDigest('ab'.repeat(32))).to.equal(digest);
    expect(parseDigest(digest)).to.equal(digest);
    expect(parseDigest('abab')).to.equal(undefined);
    expect(isDigest('sha256:AB')).to.equal(false);
  });

  it('says that an image is not there as Docker does', () => {
    expect(noSuchImage('nosuch').message).to.equal('No such image: nosuch:latest');
    expect(noSuchImage('docker.io/library/x:1').message).to.equal('No such image: x:1');
    expect(noSuchImage('ab'.repeat(32)).message).to.equal(`No such image: ${digest}`);
  });
});
