import { expect } from 'chai';
import { describe, it } from 'mocha';
import { resolveUser } from './accounts.js';
import { ArcaError } from './errors.js';

const passwd = `# comment
root:x:0:0:root:/root:/bin/sh

app:x:1000:1001:App:/home/app:/bin/sh
4242:x:77:78::/odd:/bin/sh
`;
const group = `root:x:0:root
app:x:1001:
wheel:x:10:app,other
audio:x:29:other,app
9999:x:55:
`;

const ids = (spec: string, groupAdd: string[] = [], files = { passwd, group }) => {
  const { uid, gid, additionalGids } = resolveUser(spec, groupAdd, files.passwd, files.group);
  return { uid, gid, additionalGids };
};

const refusal = (spec: string, groupAdd: string[] = []) => {
  try {
    resolveUser(spec, groupAdd, passwd, group);
  } catch (error) {
    if (error instanceof ArcaError) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return 'accepted';
};

describe('accounts (unit)', () => {
  it('takes root with its groups when nothing is named', () => {
    expect(ids('')).to.deep.equal({ uid: 0, gid: 0, additionalGids: [0, 0] });
  });

  it('finds a name with its primary and further groups, and its home', () => {
    expect(resolveUser('app', [], passwd, group)).to.deep.equal({
      uid: 1000,
      gid: 1001,
      additionalGids: [1001, 10, 29],
      name: 'app',
      home: '/home/app',
    });
  });

  it('gives the same for the id of a known user', () => {
    expect(ids('1000')).to.deep.equal(ids('app'));
  });

  it('leaves the further groups out when a group is named', () => {
    expect(ids('app:wheel')).to.deep.equal({ uid: 1000, gid: 10, additionalGids: [10] });
    expect(ids('1000:1234')).to.deep.equal({ uid: 1000, gid: 1234, additionalGids: [1234] });
    expect(ids(':audio')).to.deep.equal({ uid: 0, gid: 29, additionalGids: [29] });
  });

  it('lets an unknown id run in group 0', () => {
    expect(ids('500')).to.deep.equal({ uid: 500, gid: 0, additionalGids: [0] });
    expect(ids('500', [], { passwd: '', group: '' })).to.deep.equal({
      uid: 500,
      gid: 0,
      additionalGids: [0],
    });
  });

  it('takes digits as an id even when a user has that name', () => {
    expect(ids('4242').uid).to.equal(4242);
  });

  it('adds groups by name and by number, each once', () => {
    expect(ids('app:app', ['audio', '29', '31', '9999']).additionalGids).to.deep.equal([1001, 29, 31, 55]);
  });

  it('refuses names that are not there', () => {
    expect(refusal('nobody')).to.equal(
      'InvalidParameter: unable to find user nobody: no matching entries in passwd file',
    );
    expect(refusal('app:nogroup')).to.equal(
      'InvalidParameter: unable to find group nogroup: no matching entries in group file',
    );
    expect(refusal('app', ['nogroup'])).to.equal(
      'InvalidParameter: Unable to find group nogroup: no matching entries in group file',
    );
  });

  it('refuses ids outside of 31 bits', () => {
    const text = 'InvalidParameter: uids and gids must be in range 0-2147483647';
    expect(refusal('-1')).to.equal(text);
    expect(refusal('2147483648')).to.equal(text);
    expect(refusal('0:2147483648')).to.equal(text);
    expect(refusal('0', ['-5'])).to.equal(text);
    expect(ids('2147483647').uid).to.equal(2147483647);
  });
});
