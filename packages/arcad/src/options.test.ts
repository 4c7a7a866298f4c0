import { expect } from 'chai';
import { parseOptions } from './options.js';

describe('command line', () => {
  it('serves on the instance’s own socket and directories by default', () => {
    const options = parseOptions([], {});
    expect(options.command).to.equal('serve');
    expect(options.hosts).to.deep.equal(['unix:///run/arca/arca.sock']);
    expect(parseOptions(['--instance', 'two'], {}).hosts).to.deep.equal(['unix:///run/two/arca.sock']);
    expect(parseOptions(['--instance', 'two'], {}).root).to.equal('/var/lib/two');
  });

  it('takes the address from ARCA_HOST, and a flag before it', () => {
    expect(parseOptions([], { ARCA_HOST: 'tcp://127.0.0.1:1' }).hosts).to.deep.equal(['tcp://127.0.0.1:1']);
    expect(parseOptions(['-H', 'unix:///a', '-H', 'unix:///b'], { ARCA_HOST: 'x' }).hosts).to.deep.equal([
      'unix:///a',
      'unix:///b',
    ]);
  });

  it('takes addresses of both families for the default bridge', () => {
    const flags = ['--bip', '10.9.0.1/24', '--bip6', 'fd00::1/64', '--fixed-cidr', '10.9.0.64/26', '--ipv6'];
    expect(parseOptions(flags, {}).defaultBridge).to.deep.equal({
      ...{ address: '10.9.0.1/24', address6: 'fd00::1/64', range: '10.9.0.64/26', range6: '', ipv6: true },
      ...{ icc: true, masquerade: true, mtu: 1500, hostAddress: '' },
    });
    for (const text of ['fd00::1/64', '10.9.0.1', '10.9.0.1/33', 'nothing/8'])
      expect(() => parseOptions(['--bip', text], {})).to.throw(
        `--bip wants an IPv4 address/length, got ${text}`,
      );
    expect(() => parseOptions(['--bip6', '10.9.0.1/24'], {})).to.throw('--bip6 wants an IPv6 address/length');
    for (const pool of ['base=10.9.0.0/16,size=8', 'base=10.9.0.0,size=24', 'base=fd00::/48,size=129'])
      expect(() => parseOptions(['--default-address-pool', pool], {})).to.throw(
        '--default-address-pool wants',
      );
  });

  it('takes what holds on the default bridge, and whom containers ask for names', () => {
    const bridge = ['--icc=false', '--ip-masq=0', '--mtu', '1400', '--ip', '127.0.0.1'];
    expect(parseOptions(bridge, {}).defaultBridge).to.include({
      ...{ icc: false, masquerade: false, mtu: 1400, hostAddress: '127.0.0.1' },
    });
    const dns = [
      '--dns',
      '10.9.0.53',
      '--dns',
      'fd00::53',
      '--dns-search',
      'a.example',
      '--dns-opt',
      'ndots:2',
    ];
    expect(parseOptions(dns, {}).defaultDns).to.deep.equal({
      servers: ['10.9.0.53', 'fd00::53'],
      search: ['a.example'],
      options: ['ndots:2'],
    });
    const more = ['--default-network-opt', 'bridge=mtu=1', '--default-network-opt=bridge=a=b=c'];
    expect(parseOptions(more, {}).networkOptions).to.deep.equal({ bridge: { mtu: '1', a: 'b=c' } });
    for (const bad of ['--icc=maybe', '--mtu=1', '--ip=host', '--dns=host', '--default-network-opt=a=b'])
      expect(() => parseOptions([bad], {})).to.throw(`${bad.split('=')[0]} wants`);
  });

  it('reads pairs and pools', () => {
    const options = parseOptions(
      ['--add-runtime', 'mine=/usr/bin/mine', '--default-address-pool', 'base=10.9.0.0/16,size=24'],
      {},
    );
    expect(options.runtimes).to.deep.equal({ mine: '/usr/bin/mine' });
    expect(options.addressPools).to.deep.equal([{ base: '10.9.0.0/16', size: 24 }]);
  });

  it('reads origins as browsers write them', () => {
    const flags = ['--allow-origin', 'https://Console.example/', '--allow-origin', 'http://a:80'];
    expect(parseOptions(flags, {}).allowedOrigins).to.deep.equal(['https://console.example', 'http://a']);
    expect(parseOptions([], {}).allowedOrigins).to.deep.equal([]);
    for (const bad of ['console.example', 'https://a/page', '*'])
      expect(() => parseOptions(['--allow-origin', bad], {})).to.throw('--allow-origin wants');
  });

  it('says what is wrong with a flag', () => {
    expect(() => parseOptions(['--instance', 'Too-Long-A-Name'], {})).to.throw('--instance');
    expect(() => parseOptions(['dance'], {})).to.throw('unknown command: dance');
    expect(() => parseOptions(['--add-runtime', 'x'], {})).to.throw('--add-runtime wants');
    expect(() => parseOptions(['--no-such-flag'], {})).to.throw('no-such-flag');
  });
});
