import { expect } from 'chai';
import { parsePort, wantedPorts } from './ports.js';

describe('published ports', () => {
  it('are read with their protocol', () => {
    expect(parsePort('80')).to.deep.equal({ port: 80, protocol: 'tcp' });
    expect(parsePort('53/UDP')).to.deep.equal({ port: 53, protocol: 'udp' });
    expect(() => parsePort('x')).to.throw('invalid port specification: "x"');
    expect(() => parsePort('70000/tcp')).to.throw('invalid port specification');
    expect(() => parsePort('80/ipx')).to.throw('invalid proto: ipx');
  });

  it('leave the choice of a host port open, or in a range', () => {
    const common = { protocol: 'tcp', containerPort: 80 };
    expect(
      wantedPorts(
        { '80/tcp': [{ HostPort: '8080' }, { HostIp: '127.0.0.1', HostPort: '9000-9002' }] },
        [],
        false,
      ),
    ).to.deep.equal([
      { ...common, hostIp: '', hostPort: 8080, hostPortEnd: 0 },
      { ...common, hostIp: '127.0.0.1', hostPort: 9000, hostPortEnd: 9002 },
    ]);
    expect(wantedPorts({ '80/tcp': null }, [], false)).to.deep.equal([
      { ...common, hostIp: '', hostPort: 0, hostPortEnd: 0 },
    ]);
    expect(() => wantedPorts({ '80/tcp': [{ HostPort: '9-8' }] }, [], false)).to.throw(
      'invalid port specification: "9-8"',
    );
  });

  it('take in what is exposed when all are wanted', () => {
    const wanted = wantedPorts({ '80/tcp': [{ HostPort: '8080' }] }, ['80/tcp', '53/udp'], true);
    expect(wanted.map(({ containerPort, hostPort }) => [containerPort, hostPort])).to.deep.equal([
      [53, 0],
      [80, 8080],
    ]);
  });
});
