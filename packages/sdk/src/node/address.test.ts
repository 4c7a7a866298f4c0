import { expect } from 'chai';
import { describe, it } from 'mocha';
import { parseAddress } from './address.js';

describe('addresses of daemons', () => {
  it('are sockets, pipes of Windows, and hosts', () => {
    expect(parseAddress('unix:///run/x.sock')).to.include({
      socketPath: '/run/x.sock',
      origin: 'http://docker',
    });
    expect(parseAddress('npipe:////./pipe/docker_engine').socketPath).to.equal('\\\\.\\pipe\\docker_engine');
    expect(parseAddress('tcp://far:2375').origin).to.equal('http://far:2375');
    expect(parseAddress('ssh://me@far').dial).to.be.a('function');
    expect(parseAddress('tcp://far:2376', { ca: 'CA' })).to.include({ origin: 'https://far:2376' });
  });

  it('are refused when they are none', () => {
    for (const bad of ['far', 'ftp://far', 'tcp://', 'ssh://me:secret@far'])
      expect(() => parseAddress(bad), bad).to.throw(TypeError);
  });
});
