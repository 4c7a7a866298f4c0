import { expect } from 'chai';
import { describe, it } from 'mocha';
import { claims, claimsOverlap, keyedRooms, parseClaim, roomKey, singleRooms, type Claim } from './claims.js';

const claim = (text: string): Claim => parseClaim(text)!;

describe('room claims', () => {
  it('reads the three forms of a claim', () => {
    expect(claim('process.user')).to.deep.equal({ kind: 'single', room: 'process.user' });
    expect(claim('mounts[/etc/hosts]')).to.deep.equal({ kind: 'key', room: 'mounts', key: '/etc/hosts' });
    expect(claim('mounts[]')).to.deep.equal({ kind: 'whole', room: 'mounts' });
    expect(claim('linux.sysctl[net.a[b]]')).to.deep.equal({
      kind: 'key',
      room: 'linux.sysctl',
      key: 'net.a[b]',
    });
  });

  it('knows no other room and no wrong form', () => {
    for (const text of [
      'process.users',
      'process.user[]',
      'mounts',
      'mounts[',
      'mount[]',
      '',
      '[]',
      'toString',
    ]) {
      expect(parseClaim(text), text).to.equal(undefined);
    }
  });

  it('gives a mount one spelling', () => {
    expect(roomKey('mounts', '//data/./x/')).to.equal('/data/x');
    expect(roomKey('mounts', '/')).to.equal('/');
    expect(roomKey('process.env', 'A/')).to.equal('A/');
  });

  it('lets different keys stand beside each other, and whole claims beside nothing', () => {
    const overlap = (a: string, b: string) => claimsOverlap(claim(a), claim(b));
    expect(overlap('process.user', 'process.user')).to.equal(true);
    expect(overlap('mounts[/a]', 'mounts[/a/]')).to.equal(true);
    expect(overlap('mounts[]', 'mounts[/a]')).to.equal(true);
    expect(overlap('mounts[/a]', 'mounts[]')).to.equal(true);
    expect(overlap('mounts[]', 'mounts[]')).to.equal(true);
    expect(overlap('mounts[/a]', 'mounts[/b]')).to.equal(false);
    expect(overlap('mounts[/a]', 'linux.sysctl[/a]')).to.equal(false);
  });

  it('tells whether a place is claimed', () => {
    const list = ['process.env[]', 'mounts[/a]', 'process.user'].map(claim);
    expect(claims(list, 'mounts', '/a')).to.equal(true);
    expect(claims(list, 'mounts', '/b')).to.equal(false);
    expect(claims(list, 'process.env', 'ANY')).to.equal(true);
    expect(claims(list, 'process.user')).to.equal(true);
    expect(claims(list, 'process.args')).to.equal(false);
  });

  it('lists every room once', () => {
    expect(singleRooms).to.include('hostname').and.not.include('mounts');
    expect(keyedRooms).to.include('mounts').and.not.include('hostname');
  });
});
