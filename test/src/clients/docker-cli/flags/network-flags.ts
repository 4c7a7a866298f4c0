import { expect } from 'chai';
import { eventually } from '../../../harness/eventually.js';
import { freePort } from '../../../harness/registry.js';
import type { FlagCase } from './flag-case.js';

export const networkFlags: readonly FlagCase[] = [
  {
    flags: ['--hostname', '--domainname', '--add-host', '--dns', '--dns-option', '--dns-search'],
    title: 'name it and what it knows',
    async test(on) {
      const names = ['-h', 'host1', '--domainname', 'example.test', '--add-host', 'other:10.9.8.7'];
      const dns = ['--dns', '192.0.2.1', '--dns-option', 'ndots:3', '--dns-search', 'search.test'];
      const script = 'hostname; cat /proc/sys/kernel/domainname /etc/hosts /etc/resolv.conf';
      const said = await on.sh([...names, ...dns], script);
      expect(said).to.match(/^host1\nexample\.test\n/);
      expect(said)
        .to.match(/^10\.9\.8\.7\s+other$/m)
        .and.match(/^\S+\s+host1\.example\.test host1$/m);
      expect(said)
        .to.match(/^nameserver 192\.0\.2\.1$/m)
        .and.match(/^search search\.test$/m);
      expect(said).to.match(/^options ndots:3$/m);
    },
  },
  {
    flags: ['--network'],
    title: 'is its network, or none',
    async test(on) {
      expect(await on.sh(['--network', 'none'], 'ls /sys/class/net')).to.equal('lo');
      expect(await on.sh([], 'ls /sys/class/net')).to.include('eth0');
    },
  },
  {
    flags: ['--mac-address'],
    title: 'is the address of its interface',
    since: ['1.44', 'the client asks no older engine for it'],
    test: async (on) =>
      expect(await on.sh(['--mac-address', '02:42:ac:11:00:99'], 'cat /sys/class/net/eth0/address')).to.equal(
        '02:42:ac:11:00:99',
      ),
  },
  {
    flags: ['--publish', '--publish-all', '--expose'],
    title: 'open ports of the host to it',
    async test(on) {
      const port = await freePort();
      const server = ['sh', '-c', 'echo served > /index.html; exec httpd -f -p 80 -h /'];
      const flags = ['-p', `${port}:80`, '-P', '--expose', '90', '--name', 'web'];
      await on.start(flags, ...server);
      const page = () => fetch(`http://127.0.0.1:${port}/index.html`).then((answer) => answer.text());
      expect(await eventually(page, 'it answers')).to.equal('served\n');
      expect(await on.docker.out('port', 'web', '90')).to.match(/^0\.0\.0\.0:\d+$/m);
    },
  },
  {
    flags: ['--ip', '--network-alias'],
    title: 'are its address and its further name on a network of one’s own',
    async test(on) {
      await on.docker.out('network', 'create', '--subnet', '10.214.0.0/24', 'flag-net');
      const flags = ['--network', 'flag-net', '--ip', '10.214.0.77', '--network-alias', 'again'];
      const { NetworkSettings } = await on.start([...flags, '--name', 'aliased']);
      expect(NetworkSettings.Networks['flag-net']!.IPAddress).to.equal('10.214.0.77');
      const said = await on.sh(['--network', 'flag-net'], 'ping -c 1 -W 5 again');
      expect(said).to.match(/^PING again \(10\.214\.0\.77\)/);
    },
  },
  {
    flags: ['--ip6'],
    title: 'is its IPv6 address',
    async test(on) {
      const create = ['network', 'create', '--ipv6', '--subnet', 'fd00:dead::/64', 'flag-net6'];
      await on.docker.out(...create);
      const { NetworkSettings } = await on.start(['--network', 'flag-net6', '--ip6', 'fd00:dead::77']);
      expect(NetworkSettings.Networks['flag-net6']!['GlobalIPv6Address']).to.equal('fd00:dead::77');
    },
  },
  {
    flags: ['--link-local-ip'],
    title: 'adds an address',
    async test(on) {
      await on.docker.out('network', 'create', '--subnet', '10.215.0.0/24', 'flag-netl');
      const flags = ['run', '--rm', '--network', 'flag-netl', '--link-local-ip', '169.254.9.9'];
      expect(await on.docker.out(...flags, 'arca-test/busybox', 'ip', 'addr')).to.include('169.254.9.9/16');
    },
  },
  {
    flags: ['--link'],
    title: 'names another container',
    async test(on) {
      await on.start(['--name', 'linked', '-e', 'COLOUR=red']);
      const said = await on.sh(['--link', 'linked:friend'], 'ping -c 1 -W 5 friend; env');
      expect(said)
        .to.match(/^PING friend /)
        .and.match(/^FRIEND_ENV_COLOUR=red$/m);
    },
  },
];
