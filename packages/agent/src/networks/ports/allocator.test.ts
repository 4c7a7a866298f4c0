import { AgentError } from '@arca/agent-proto';
import { expect } from 'chai';
import { PortAllocator } from './allocator.js';

const exactly = (port: number) => ({ first: port, last: port });

describe('port allocator', () => {
  let ports: PortAllocator;
  beforeEach(() => {
    ports = new PortAllocator({ first: 40000, last: 40002 });
  });

  it('gives a port once per address and protocol', () => {
    ports.take('tcp', ['127.0.0.1'], exactly(80));
    expect(() => ports.take('tcp', ['127.0.0.1'], exactly(80))).to.throw(
      AgentError,
      'Bind for 127.0.0.1:80 failed: port is already allocated',
    );
    expect(ports.take('tcp', ['127.0.0.2'], exactly(80))).to.equal(80);
    expect(ports.take('udp', ['127.0.0.1'], exactly(80))).to.equal(80);
  });

  it('knows that all addresses of a family are one of them too', () => {
    ports.take('tcp', ['0.0.0.0'], exactly(80));
    expect(() => ports.take('tcp', ['127.0.0.1'], exactly(80))).to.throw('Bind for 0.0.0.0:80');
    expect(ports.take('tcp', ['::1'], exactly(80))).to.equal(80);
    expect(() => ports.take('tcp', ['::'], exactly(80))).to.throw('Bind for ::1:80');
  });

  it('goes on from the last port that it chose, and comes back to what has been released', () => {
    const take = () => ports.take('tcp', ['0.0.0.0', '::']);
    expect([take(), take()]).to.eql([40000, 40001]);
    for (const address of ['0.0.0.0', '::']) ports.release({ protocol: 'tcp', address, port: 40000 });
    expect([take(), take()]).to.eql([40002, 40000]);
    expect(take).to.throw(AgentError, 'all ports are allocated');
  });
});
