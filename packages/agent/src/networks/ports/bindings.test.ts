import { create } from '@bufbuild/protobuf';
import { PublishRequestSchema } from '@arca/agent-proto';
import { expect } from 'chai';
import { bindingsOf } from './bindings.js';

const context = { hostBinding: '', ipv6: true };

function bindings(ports: object[], addresses: object = { containerIpv4: '10.0.0.2' }, given = context) {
  const request = create(PublishRequestSchema, { sandboxId: 's', ...addresses, ports });
  return bindingsOf(request, given).map(({ range, targets }) => ({
    range,
    targets: Object.fromEntries(targets),
  }));
}

describe('bindings of published ports', () => {
  const port = { protocol: 'tcp', containerPort: 80 };

  it('are on all addresses of both families, IPv6 leading to IPv4 where the container has no other', () => {
    expect(bindings([port])).to.eql([
      { range: undefined, targets: { '0.0.0.0': '10.0.0.2', '::': '10.0.0.2' } },
    ]);
    const both = { containerIpv4: '10.0.0.2', containerIpv6: 'FD00:0::2' };
    expect(bindings([port], both)[0]!.targets).to.eql({ '0.0.0.0': '10.0.0.2', '::': 'fd00::2' });
    expect(bindings([port], undefined, { hostBinding: '', ipv6: false })[0]!.targets).to.eql({
      '0.0.0.0': '10.0.0.2',
    });
  });

  it("are on the port's address, else on the network's", () => {
    const given = { hostBinding: '127.0.0.1', ipv6: true };
    expect(bindings([port], undefined, given)[0]!.targets).to.eql({ '127.0.0.1': '10.0.0.2' });
    expect(bindings([{ ...port, hostIp: '::' }], undefined, given)[0]!.targets).to.eql({ '::': '10.0.0.2' });
  });

  it('share a port when they differ in the address only', () => {
    expect(
      bindings([
        { ...port, hostIp: '127.0.0.1' },
        { ...port, hostIp: '::1' },
        { ...port, hostIp: '::1' },
      ]),
    ).to.eql([{ range: undefined, targets: { '127.0.0.1': '10.0.0.2', '::1': '10.0.0.2' } }]);
  });

  it('are made for exact ports first', () => {
    const ranges = bindings([
      port,
      { ...port, hostPort: 8000, hostPortEnd: 8010 },
      { ...port, hostPort: 8001 },
    ]);
    expect(ranges.map(({ range }) => range)).to.eql([
      { first: 8001, last: 8001 },
      undefined,
      { first: 8000, last: 8010 },
    ]);
  });

  it('are refused when they cannot be', () => {
    expect(() => bindings([{ ...port, protocol: 'icmp' }])).to.throw('invalid port 0-0:80/icmp');
    expect(() => bindings([{ ...port, containerPort: 0 }])).to.throw('invalid port');
    expect(() => bindings([{ ...port, hostPort: 9, hostPortEnd: 8 }])).to.throw('invalid port 9-8:80/tcp');
    expect(() => bindings([{ ...port, hostIp: 'localhost' }])).to.throw('invalid address "localhost"');
  });
});
