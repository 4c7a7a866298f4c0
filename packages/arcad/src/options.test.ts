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

  it('takes an IPv4 address for the default bridge', () => {
    expect(parseOptions(['--bip', '10.9.0.1/24'], {}).bridgeAddress).to.equal('10.9.0.1/24');
    for (const text of ['fd00::1/64', '10.9.0.1', '10.9.0.1/33', 'nothing/8'])
      expect(() => parseOptions(['--bip', text], {})).to.throw(
        `--bip wants an IPv4 address/length, got ${text}`,
      );
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
