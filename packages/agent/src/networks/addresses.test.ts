import { expect } from 'chai';
import { addressBytes } from '../linux/address-bytes.js';
import { parseRoute4, parseRoute6 } from '../linux/interfaces.js';
import { contains, networkOf, parsePrefix } from './addresses.js';
import { bridgeMac, checkInterfaceName, checkSandboxId, vethName, vethPrefix } from './interface-names.js';

describe('addresses', () => {
  it('are read with their network, in one spelling', () => {
    expect(networkOf(parsePrefix('172.17.5.1/16'))).to.equal('172.17.0.0/16');
    expect(networkOf(parsePrefix('10.1.2.255/30'))).to.equal('10.1.2.252/30');
    expect(networkOf(parsePrefix('FD00:0:0:7:8::1/60'))).to.equal('fd00::/60');
    expect(networkOf(parsePrefix('1.2.3.4/0'))).to.equal('0.0.0.0/0');
    for (const bad of ['1.2.3.4', '1.2.3.4/33', '1.2.3/8', 'fd00::/129', 'fe80::1%lo/64', '']) {
      expect(() => parsePrefix(bad), bad).to.throw('invalid address');
    }
  });

  it('are known to be in a network or not', () => {
    expect(contains(parsePrefix('172.17.0.1/16'), '172.17.255.9')).to.equal(true);
    expect(contains(parsePrefix('172.17.0.1/16'), '172.18.0.1')).to.equal(false);
    expect(contains(parsePrefix('fd00::1/64'), 'fd00::9')).to.equal(true);
    expect(contains(parsePrefix('0.0.0.0/0'), 'fd00::9')).to.equal(false);
  });

  it('become bytes', () => {
    expect([...addressBytes('192.0.2.1')]).to.eql([192, 0, 2, 1]);
    const hex = (address: string) => addressBytes(address).toString('hex');
    expect(hex('::')).to.equal('0'.repeat(32));
    expect(hex('2001:db8::a:1')).to.equal('20010db80000000000000000000a0001');
    expect(hex('1:2:3:4:5:6:7:8')).to.equal('00010002000300040005000600070008');
    expect(hex('::ffff:192.0.2.1')).to.equal('00000000000000000000ffffc0000201');
  });

  it("are read from the kernel's routing tables", () => {
    expect(parseRoute4('docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0')).to.eql([
      '172.17.0.0/16',
    ]);
    expect(parseRoute4('eth0\t00000000\t010011AC\t0003\t0\t0\t0\t00000000\t0\t0\t0')).to.eql([]);
    expect(parseRoute4('Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU')).to.eql([]);
    const zero = '0'.repeat(32);
    const route6 = (destination: string, bits: string, flags: string, device: string) =>
      parseRoute6(`${destination} ${bits} ${zero} 00 ${zero} 00000100 00000001 00000000 ${flags} ${device}`);
    expect(route6(`fd00${'0'.repeat(28)}`, '40', '00000001', '    br0')).to.eql(['fd00::/64']);
    expect(route6(`fe80${'0'.repeat(28)}`, '40', '00000001', '    br0')).to.eql([]);
    expect(route6(`fd00${'0'.repeat(27)}1`, '80', '80200001', '    br0')).to.eql([]);
    expect(route6(zero, '00', '00000003', '    br0')).to.eql([]);
    expect(route6(`${'0'.repeat(31)}1`, '80', '00000001', '     lo')).to.eql([]);
  });
});

describe('names of interfaces', () => {
  it('fit into 15 bytes and tell instances, sandboxes and interfaces apart', () => {
    const names = [
      'arca/a1/eth0',
      'arca/a1/eth1',
      'arca/a2/eth0',
      'other/a1/eth0',
      'arca/a1/eth999',
      'arca/a1/lan',
    ]
      .map((name) => name.split('/') as [string, string, string])
      .map((parts) => vethName(...parts));
    expect(new Set(names).size).to.equal(names.length);
    for (const name of names) expect(name).to.match(/^veth[0-9a-z]{11}$/);
    expect(names[1]!.startsWith(vethPrefix('arca', 'a1'))).to.equal(true);
  });

  it('are checked before a program reads them', () => {
    for (const bad of ['', 'a b', 'a/b', '-x', 'a;b', 'sixteen-letters-', 'br*']) {
      expect(() => checkInterfaceName(bad), bad).to.throw('invalid interface name');
    }
    expect(() => checkSandboxId('../x')).to.throw('invalid sandbox id');
    expect(bridgeMac('arca', 'arca0')).to.match(/^02:42(:[0-9a-f]{2}){4}$/);
  });
});
