import { expect } from 'chai';
import { describe, it } from 'mocha';
import { createFields, type AnyFeature, type CreateField } from '@arca/plugin-kit';
import { loadedFeature } from './loaded-feature.js';
import { checkManifests } from './manifest-check.js';
import { dependencyOrder } from './order.js';

const feature = (id: string, manifest: object = {}, hooks: object = {}) =>
  loadedFeature(`@acme/${id}`, {
    manifest: { id, summary: id, owns: [], ...manifest },
    ...hooks,
  } as AnyFeature);

const reasons = (...features: ReturnType<typeof feature>[]) =>
  checkManifests(features, []).map(({ feature: id, reason }) => `${id}: ${reason}`);

describe('manifests', () => {
  it('may be complete', () => {
    const all = feature('all', {
      owns: createFields,
      writes: ['mounts[]', 'process.user'],
      offers: ['process.env[A]'],
    });
    expect(checkManifests([all])).to.deep.equal([]);
  });

  it('name fields and rooms that exist', () => {
    expect(
      reasons(
        feature('odd', {
          owns: ['HostConfig.Memroy'],
          reads: ['Usr'],
          uses: ['Ttyy'],
          writes: ['process.usr', 'mounts'],
          offers: ['process.user'],
        }),
      ),
    ).to.deep.equal([
      'odd: owns HostConfig.Memroy, which is no field of the API',
      'odd: reads Usr, which is no field of the API',
      'odd: uses Ttyy, which is no field of the API',
      'odd: writes process.usr, which is no room of the OCI spec',
      'odd: writes mounts, which is no room of the OCI spec',
      'odd: offers process.user, which is no keyed room of the OCI spec',
    ]);
  });

  it('update and describe what they own, by a hook', () => {
    const manifest = {
      owns: ['User', 'HostConfig.Memory'],
      updates: ['HostConfig.Memory', 'User', 'HostConfig.Init'],
      flags: { Tty: '-t' },
    };
    expect(reasons(feature('odd', manifest))).to.deep.equal([
      'odd: updates User, which is not in HostConfig',
      'odd: updates HostConfig.Init, which it does not own',
      'odd: describes Tty, which it does not own',
      'odd: has fields to update and no hook update',
    ]);
  });

  it('have hooks that can be called and ids in kebab case', () => {
    expect(reasons(feature('odd', {}, { spec: 'x' }))).to.deep.equal(['odd: its hook spec is no function']);
    expect(reasons(feature('Odd_Name'))).to.have.lengthOf(1);
    expect(reasons(feature('acme.policy-2'))).to.deep.equal([]);
  });

  it('claim rooms once', () => {
    const taken = (a: string, b: string, kind = 'writes') =>
      reasons(feature('one', { [kind]: [a] }), feature('two', { [kind]: [b] }));
    expect(taken('process.user', 'process.user')).to.deep.equal([
      'two: the room process.user overlaps process.user of feature one of @acme/one',
    ]);
    expect(taken('mounts[]', 'mounts[/a]')).to.deep.equal([
      'two: the room mounts[/a] overlaps mounts[] of feature one of @acme/one',
    ]);
    expect(taken('mounts[/a]', 'mounts[]')).to.have.lengthOf(1);
    expect(taken('mounts[/a]', 'mounts[/a/]')).to.have.lengthOf(1);
    expect(taken('mounts[/a]', 'mounts[/b]')).to.deep.equal([]);
    expect(taken('mounts[/a]', 'mounts[/a]', 'offers')).to.have.lengthOf(1);
    expect(taken('mounts[]', 'mounts[/a]', 'offers')).to.deep.equal([]);
    expect(taken('mounts[]', 'mounts[]', 'offers')).to.have.lengthOf(1);
    expect(
      reasons(feature('one', { writes: ['mounts[]'] }), feature('two', { offers: ['mounts[/a]'] })),
    ).to.deep.equal([]);
  });
});

describe('the order of features', () => {
  const ids = (...features: ReturnType<typeof feature>[]) =>
    dependencyOrder(features).order.map(({ id }) => id);

  it('is by id, whatever the order of loading', () => {
    expect(ids(feature('c'), feature('a'), feature('b'))).to.deep.equal(['a', 'b', 'c']);
  });

  it('puts a feature after the owners of the fields that it reads', () => {
    const owner = (id: string, field: CreateField, reads: CreateField[] = []) =>
      feature(id, { owns: [field], reads });
    const a = owner('a', 'User', ['Tty']);
    const b = owner('b', 'Image', ['User', 'Image', 'HostConfig.Init']);
    const z = owner('z', 'Tty');
    expect(ids(a, b, z)).to.deep.equal(['z', 'a', 'b']);
    expect(ids(z, b, a)).to.deep.equal(['z', 'a', 'b']);
  });

  it('lets features use each other’s complete fields', () => {
    const a = feature('a', { owns: ['User'], uses: ['Tty'] });
    const b = feature('b', { owns: ['Tty'], uses: ['User'] });
    expect(dependencyOrder([b, a])).to.deep.equal({ order: [a, b], problems: [] });
  });

  it('names a circle', () => {
    const a = feature('a', { owns: ['User'], reads: ['Tty'] });
    const b = feature('b', { owns: ['Image'], reads: ['User'] });
    const c = feature('c', { owns: ['Tty'], reads: ['Image'] });
    expect(dependencyOrder([a, b, c]).problems).to.deep.equal([
      { plugin: '@acme/a', feature: 'a', reason: 'reads in a circle: a → c → b → a' },
    ]);
  });
});
