import { expect } from 'chai';
import { describe, it } from 'mocha';
import { endpointsOf, isInsecure } from './endpoints.js';

describe('places of registries', () => {
  const urls = (domain: string, options = {}) => endpointsOf(domain, options).map(({ url }) => url);

  it('are asked by HTTPS only', () => {
    expect(urls('registry.example')).to.deep.equal(['https://registry.example']);
    expect(urls('10.0.0.1:5000')).to.deep.equal(['https://10.0.0.1:5000']);
  });

  it('are asked by HTTP, too, on loopback and where that is allowed', () => {
    for (const host of ['127.0.0.1:5000', '127.9.9.9', 'localhost', 'localhost:5000', '[::1]:5000']) {
      expect(urls(host), host).to.deep.equal([`https://${host}`, `http://${host}`]);
    }
    const insecureRegistries = ['registry.example:5000', '10.1.0.0/16', 'fd00::/8'];
    for (const host of ['registry.example:5000', '10.1.2.3', '10.1.2.3:80', '[fd00::1]:5000']) {
      expect(isInsecure(host, { insecureRegistries }), host).to.equal(true);
    }
    for (const host of [
      'registry.example',
      '10.2.0.1',
      '[fe00::1]',
      '127.0.0.1.example',
      'localhost.example',
    ]) {
      expect(isInsecure(host, { insecureRegistries }), host).to.equal(false);
    }
  });

  it('begin with the mirrors for the default registry', () => {
    const registryMirrors = ['https://mirror.example/cache/', 'localhost:5000'];
    const places = endpointsOf('docker.io', { registryMirrors });
    expect(places.map(({ url, mirror }) => [url, mirror]).slice(0, 3)).to.deep.equal([
      ['https://mirror.example/cache', true],
      ['https://localhost:5000', true],
      ['http://localhost:5000', true],
    ]);
    expect(places).to.have.length(4);
    expect(urls('registry.example', { registryMirrors })).to.deep.equal(['https://registry.example']);
  });
});
