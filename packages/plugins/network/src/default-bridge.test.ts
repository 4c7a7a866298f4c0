import { expect } from 'chai';
import { defaultRanges, isOutdated } from './default-bridge.js';

const rest = { icc: true, masquerade: true, mtu: 1500, hostAddress: '' };
const none = { address: '', address6: '', range: '', range6: '', ipv6: false, ...rest };
const choose = (family: 4 | 6) => Promise.resolve(family === 4 ? '172.17.0.0/16' : 'fd12::/64');
const whole = { ipRange: '', auxiliary: {} };

describe('the default bridge', () => {
  it('has a chosen network, or what flags say, in both families', async () => {
    const four = { subnet: '172.17.0.0/16', gateway: '172.17.0.1', ...whole };
    expect(await defaultRanges(none, choose)).to.deep.equal([four]);
    const six = { subnet: 'fd12::/64', gateway: 'fd12::1', ...whole };
    expect(await defaultRanges({ ...none, ipv6: true }, choose)).to.deep.equal([four, six]);
    const flags = { ...none, address: '10.9.0.5/24', range: '10.9.0.64/26', address6: 'fd00:1::5/64' };
    expect(await defaultRanges(flags, choose)).to.deep.equal([
      { subnet: '10.9.0.0/24', gateway: '10.9.0.5', ipRange: '10.9.0.64/26', auxiliary: {} },
      { subnet: 'fd00:1::/64', gateway: 'fd00:1::5', ...whole },
    ]);
    expect(await defaultRanges({ ...none, range6: 'fd00:2::/80' }, choose)).to.deep.equal([
      four,
      { subnet: 'fd00:2::/80', gateway: 'fd00:2::1', ...whole },
    ]);
    const outside = await defaultRanges({ ...flags, range: '10.8.0.0/26' }, choose).catch(String);
    expect(outside).to.include('10.8.0.0/26 is not part of 10.9.0.0/24');
  });

  it('is outdated when flags say something else', async () => {
    const flags = { ...none, address: '10.9.0.5/24', range: '10.9.0.64/26', address6: 'fd00:1::5/64' };
    const ranges = await defaultRanges(flags, choose);
    expect(isOutdated(flags, ranges)).to.equal(false);
    expect(isOutdated(none, await defaultRanges(none, choose))).to.equal(false);
    for (const more of [{ address: '10.9.0.6/24' }, { range: '10.9.0.0/25' }, { address6: 'fd00:1::6/64' }])
      expect(isOutdated({ ...flags, ...more }, ranges), JSON.stringify(more)).to.equal(true);
    expect(isOutdated(none, ranges), 'without IPv6').to.equal(true);
  });
});
