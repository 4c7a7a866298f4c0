import { expect } from 'chai';
import { describe, it } from 'mocha';
import { splitVersion, versionNumber } from './api-version.js';
import { Router } from './router.js';

describe('router', () => {
  const router = new Router();
  const find = (method: string, path: string) => {
    const match = router.find(method, path);
    return match && `${match.route.id} ${match.pathValue}`.trim();
  };

  it('prefers paths without a parameter, and longer ends', () => {
    expect(find('GET', '/images/json')).to.equal('ImageList');
    expect(find('GET', '/images/json/json')).to.equal('ImageInspect json');
    expect(find('GET', '/images/get')).to.equal('ImageGetAll');
    expect(find('GET', '/images/a/get')).to.equal('ImageGet a');
    expect(find('GET', '/containers/a/attach/ws')).to.equal('ContainerAttachWebsocket a');
    expect(find('POST', '/containers/prune')).to.equal('ContainerPrune');
    expect(find('DELETE', '/containers/prune')).to.equal('ContainerDelete prune');
  });

  it('lets images, plugins, distributions and networks have slashes', () => {
    expect(find('DELETE', '/images/a/b/c')).to.equal('ImageDelete a/b/c');
    expect(find('GET', '/plugins/a/b:1/json')).to.equal('PluginInspect a/b:1');
    expect(find('GET', '/distribution/r:5/a/json')).to.equal('DistributionInspect r:5/a');
    expect(find('GET', '/networks/a/b')).to.equal('NetworkInspect a/b');
    expect(find('GET', '/tasks/a/b')).to.equal(undefined);
  });

  it('wants a value for a parameter', () => {
    expect(find('GET', '/containers//json')).to.equal(undefined);
    expect(find('DELETE', '/images/')).to.equal(undefined);
    expect(find('GET', '/')).to.equal(undefined);
  });

  it('takes the version off a path', () => {
    expect(splitVersion('/v1.41/info')).to.deep.equal(['1.41', '/info']);
    expect(splitVersion('/volumes')).to.deep.equal([undefined, '/volumes']);
    expect(splitVersion('/v1.41')).to.deep.equal([undefined, '/v1.41']);
    expect(splitVersion('/info')).to.deep.equal([undefined, '/info']);
  });

  it('compares versions by their numbers', () => {
    expect(versionNumber('1.9')).to.be.below(versionNumber('1.24'));
    expect(versionNumber('1.51')).to.be.below(versionNumber('2.0'));
    expect(versionNumber('1.51.3')).to.equal(versionNumber('1.51'));
    expect(versionNumber('..')).to.equal(0);
  });
});
