import { expect } from 'chai';
import { describe, it } from 'mocha';
import {
  claimFor,
  claimsOverlap,
  keyedRooms,
  parseClaim,
  roomKey,
  singleRooms,
  type Claim,
} from './claims.js';

const claim = (text: string): Claim => parseClaim(text)!;

describe('room claims', () => {
  it('reads the four forms of a claim', () => {
    expect(claim('process.user')).to.deep.equal({ kind: 'single', room: 'process.user' });
    expect(claim('mounts[/etc/hosts]')).to.deep.equal({ kind: 'key', room: 'mounts', key: '/etc/hosts' });
    expect(claim('mounts[]')).to.deep.equal({ kind: 'whole', room: 'mounts' });
    expect(claim('mounts[*]')).to.deep.equal({ kind: 'open', room: 'mounts' });
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

  it('lets open claims stand beside keys and each other, and whole claims beside nothing', () => {
    const overlap = (a: string, b: string) => claimsOverlap(claim(a), claim(b));
    expect(overlap('process.user', 'process.user')).to.equal(true);
    expect(overlap('mounts[/a]', 'mounts[/a/]')).to.equal(true);
    expect(overlap('mounts[]', 'mounts[/a]')).to.equal(true);
    expect(overlap('mounts[*]', 'mounts[]')).to.equal(true);
    expect(overlap('mounts[*]', 'mounts[*]')).to.equal(false);
    expect(overlap('mounts[*]', 'mounts[/a]')).to.equal(false);
    expect(overlap('mounts[/a]', 'mounts[/b]')).to.equal(false);
    expect(overlap('mounts[/a]', 'linux.sysctl[/a]')).to.equal(false);
  });

  it('tells by which claim a place is written', () => {
    const claims = ['mounts[*]', 'mounts[/a]', 'process.user'].map(claim);
    expect(claimFor(claims, 'mounts', '/a')).to.equal('key');
    expect(claimFor(claims, 'mounts', '/b')).to.equal('open');
    expect(claimFor(claims, 'process.user')).to.equal('single');
    expect(claimFor(claims, 'process.args')).to.equal(undefined);
  });

  it('lists every room once', () => {
    expect(singleRooms).to.include('hostname').and.not.include('mounts');
    expect(keyedRooms).to.include('mounts').and.not.include('hostname');
  });
});
