import { expect } from 'chai';
import { hostsFile, parseExtraHost } from './files.js';

describe('files of names', () => {
  it('tell a container of itself and of extra hosts', () => {
    const text = hostsFile(
      { addresses: ['10.0.0.2'], hostname: 'web', domainname: 'example.test' },
      ['db:10.9.9.9', 'up=host-gateway'],
      '10.0.0.1',
    );
    expect(text).to.match(/^127\.0\.0\.1\tlocalhost\n/);
    expect(text).to.include('10.9.9.9\tdb\n10.0.0.1\tup\n10.0.0.2\tweb.example.test web\n');
  });

  it('have the first part of a name that was given with its domain', () => {
    const own = { addresses: ['172.17.0.2'], hostname: 'web.example.org', domainname: '' };
    expect(hostsFile(own, [], '')).to.match(/^172\.17\.0\.2\tweb\.example\.org web$/m);
  });

  it('read extra hosts with addresses of both families', () => {
    expect(parseExtraHost('a:[::1]')).to.deep.equal({ name: 'a', address: '::1' });
    expect(parseExtraHost('a:fe80::1')).to.deep.equal({ name: 'a', address: 'fe80::1' });
    expect(() => parseExtraHost('a')).to.throw('bad format for add-host: "a"');
    expect(() => parseExtraHost('a:name')).to.throw('invalid IP address in add-host: "name"');
  });
});
