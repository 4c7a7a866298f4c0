import { expect } from 'chai';
import type { Fields } from './manifest.js';
import { externalServers, resolvOf, type ResolverKind } from './resolv-conf.js';

const host = {
  ...{ dnsServers: ['127.0.0.1', '192.0.2.1', '2001:db8::1'], dnsSearch: ['corp'], dnsOptions: ['ndots:x'] },
};
const fields = (HostConfig: object) => ({ Config: {}, HostConfig, NetworkingConfig: {} }) as Fields;
const written = (kind: ResolverKind, own = {}, of = host) => resolvOf(fields(own), of, kind).split('\n');

describe('resolv.conf of containers', () => {
  it('has the servers of the host that can be reached from where the container is', () => {
    expect(written('bridge')).to.deep.equal([
      ...['nameserver 192.0.2.1', 'search corp', 'options ndots:x', '', '# Overrides: []', ''],
    ]);
    expect(written('bridge6')).to.include.members(['nameserver 192.0.2.1', 'nameserver 2001:db8::1']);
    expect(written('host')).to.include.members(['nameserver 127.0.0.1', 'nameserver 2001:db8::1']);
    const local = { ...host, dnsServers: ['127.0.0.1', '::1'] };
    expect(written('bridge', {}, local).slice(0, 2)).to.deep.equal([
      ...['nameserver 8.8.8.8', 'nameserver 8.8.4.4'],
    ]);
  });

  it('has what the container sets in the place of it', () => {
    const own = { Dns: ['127.0.0.1'], DnsSearch: ['.'], DnsOptions: ['timeout:1'] };
    expect(written('bridge', own)).to.deep.equal([
      ...['nameserver 127.0.0.1', 'options timeout:1', '', '# Overrides: [nameservers search options]', ''],
    ]);
  });

  it('names the container’s own server, with the others in a comment', () => {
    expect(written('named')).to.deep.equal([
      ...['nameserver 127.0.0.11', 'search corp', 'options ndots:0', ''],
      ...['# ExtServers: [host(127.0.0.1) host(192.0.2.1) host(2001:db8::1)]', '# Overrides: []', ''],
    ]);
    const own = { Dns: ['127.0.0.11', '9.9.9.9'], DnsOptions: ['ndots:2'] };
    expect(written('named', own)).to.include.members(['options ndots:2', '# ExtServers: [9.9.9.9]']);
    expect(externalServers(fields(own), host)).to.deep.equal(['9.9.9.9']);
  });
});
