import { expect } from 'chai';
import {
  AddressPool,
  contains,
  defaultPools,
  firstAddress,
  freeSubnet,
  isSubnet,
  overlap,
} from './subnets.js';

describe('subnets', () => {
  it('chooses the first that nobody uses', () => {
    expect(freeSubnet(defaultPools, [])).to.equal('172.17.0.0/16');
    expect(freeSubnet(defaultPools, ['172.17.42.0/24', '172.18.0.0/15', 'fd00::/64'])).to.equal(
      '172.20.0.0/16',
    );
    expect(freeSubnet([{ base: '10.0.0.0/23', size: 24 }], ['10.0.0.0/24'])).to.equal('10.0.1.0/24');
    expect(freeSubnet([{ base: '10.0.0.0/24', size: 24 }], ['10.0.0.7/32'])).to.equal(undefined);
  });

  it('compare', () => {
    expect(overlap('10.0.0.0/8', '10.1.0.0/16')).to.equal(true);
    expect(overlap('10.0.0.0/16', '10.1.0.0/16')).to.equal(false);
    expect(contains('10.0.0.0/24', '10.0.0.255')).to.equal(true);
    expect(contains('10.0.0.0/24', '10.0.1.0')).to.equal(false);
    expect(isSubnet('10.0.0.0/24')).to.equal(true);
    expect(isSubnet('10.0.0.1/24')).to.equal(false);
    expect(isSubnet('10.0.0.0')).to.equal(false);
    expect(firstAddress('172.17.0.0/16')).to.equal('172.17.0.1');
  });
});

describe('addresses of a subnet', () => {
  it('are given from the lowest, each once', () => {
    const pool = new AddressPool('10.0.0.0/29', '', ['10.0.0.1']);
    expect(pool.reserve('10.0.0.3')).to.equal(true);
    expect(pool.reserve('10.0.0.3')).to.equal(false);
    expect([pool.take(), pool.take(), pool.take(), pool.take(), pool.take()]).to.deep.equal([
      '10.0.0.2',
      '10.0.0.4',
      '10.0.0.5',
      '10.0.0.6',
      undefined,
    ]);
    pool.release('10.0.0.4');
    expect(pool.take()).to.equal('10.0.0.4');
  });

  it('come from the range', () => {
    expect(new AddressPool('10.0.0.0/16', '10.0.9.0/24', []).take()).to.equal('10.0.9.0');
  });
});
