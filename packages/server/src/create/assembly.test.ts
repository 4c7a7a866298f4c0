import { expect } from 'chai';
import { describe, it } from 'mocha';
import {
  defineFeature,
  type AnyFeature,
  type ArcaError,
  type Manifest,
  type RoomWriter,
} from '@arca/plugin-kit';
import { containerRecord, hostInfo, imageFacts } from '@arca/plugin-kit/testing';
import { FeatureTable } from '../kernel/feature-table.js';
import { loadedFeature } from '../kernel/loaded-feature.js';
import { buildSpec } from './spec-builder.js';

type Write = (rooms: RoomWriter<'User'>, runtime: unknown) => void;

const feature = (id: string, manifest: Partial<Manifest>, write: Write): AnyFeature =>
  defineFeature(
    { id, summary: id, owns: ['User'], ...(manifest as object) },
    {
      spec: (_fields, rooms, { runtime }) => write(rooms, runtime),
    },
  );

/** Builds the spec of a container with the features in this order. */
function build(features: AnyFeature[], runtimes = {}) {
  const loaded = features.map((value) => loadedFeature('@acme/plugin', value));
  const record = containerRecord({ body: { Config: { User: 'app' } } });
  return buildSpec(new FeatureTable(loaded), {
    body: record.body,
    host: hostInfo(),
    image: imageFacts(),
    container: record,
    made: {},
    runtimes,
    accounts: { passwd: '', group: '' },
    directory: '/containers/1',
  });
}

function failure(...features: AnyFeature[]): ArcaError {
  try {
    build(features);
  } catch (error) {
    return error as ArcaError;
  }
  throw new Error('it did not fail');
}

describe('assembling the spec', () => {
  it('starts from next to nothing', () => {
    expect(build([]).spec).to.deep.equal({
      ociVersion: '1.0.2',
      process: { user: { uid: 0, gid: 0 }, args: [], cwd: '/' },
      root: { path: '' },
      mounts: [],
      linux: { namespaces: [], resources: {} },
    });
  });

  it('puts single rooms where they belong, with provenance', () => {
    const { spec, provenance } = build([
      feature(
        'a',
        { writes: ['process.user', 'linux.resources.memory', 'hostname', 'root.readonly'] },
        (rooms) => {
          rooms.set('process.user', { uid: 1, gid: 2 }, 'User');
          rooms.set('linux.resources.memory', { limit: 3 }, 'default');
          rooms.set('hostname', 'h', 'default');
          rooms.set('root.readonly', true, 'default');
        },
      ),
    ]);
    expect(spec.process.user).to.deep.equal({ uid: 1, gid: 2 });
    expect(spec.linux.resources).to.deep.equal({ memory: { limit: 3 } });
    expect(spec).to.deep.include({ hostname: 'h', root: { path: '', readonly: true } });
    expect(provenance['process.user']).to.deep.equal({ feature: 'a', field: 'User', value: 'app' });
    expect(provenance['hostname']).to.deep.equal({ feature: 'a', field: 'default' });
  });

  it('puts keyed rooms together, each in its own shape', () => {
    const writes = [
      'process.env[]',
      'process.rlimits[]',
      'annotations[]',
      'linux.sysctl[]',
      'linux.namespaces[]',
    ] as const;
    const more = [
      'linux.devices[]',
      'linux.resources.hugepageLimits[]',
      'linux.resources.unified[]',
      'hooks.poststop[]',
    ] as const;
    const { spec, provenance } = build([
      feature('a', { writes: [...writes, ...more] }, (rooms) => {
        rooms.add('process.env', 'B', '2', 'User');
        rooms.add('process.env', 'A', '1=1', 'User');
        rooms.add('process.rlimits', 'RLIMIT_CORE', { soft: 1, hard: 2 }, 'default');
        rooms.add('annotations', '__proto__', 'v', 'default');
        rooms.add('linux.sysctl', 'net.x', '1', 'default');
        rooms.add('linux.namespaces', 'pid', { path: '/p' }, 'default');
        rooms.add('linux.devices', '/dev/x', { type: 'c', major: 1, minor: 2 }, 'default');
        rooms.add('linux.resources.hugepageLimits', '2MB', { limit: 4 }, 'default');
        rooms.add('linux.resources.unified', 'memory.high', '5', 'default');
        rooms.add('hooks.poststop', 'mine', { path: '/bin/true' }, 'default');
      }),
    ]);
    expect(spec.process.env).to.deep.equal(['B=2', 'A=1=1']);
    expect(spec.process.rlimits).to.deep.equal([{ type: 'RLIMIT_CORE', soft: 1, hard: 2 }]);
    expect(Object.entries(spec.annotations!)).to.deep.equal([['__proto__', 'v']]);
    expect(spec.linux).to.deep.equal({
      namespaces: [{ type: 'pid', path: '/p' }],
      devices: [{ path: '/dev/x', type: 'c', major: 1, minor: 2 }],
      sysctl: { 'net.x': '1' },
      resources: { hugepageLimits: [{ pageSize: '2MB', limit: 4 }], unified: { 'memory.high': '5' } },
    });
    expect(spec.hooks).to.deep.equal({ poststop: [{ path: '/bin/true' }] });
    expect(provenance['process.env[A]']).to.deep.equal({ feature: 'a', field: 'User' });
  });

  it('mounts parents before what lies in them, else as written', () => {
    const writes = ['mounts[]'] as const;
    const { spec } = build([
      feature('a', { writes }, (rooms) => {
        for (const path of ['/b/c/d', '/z', '/b//c/', '/a', '/'])
          rooms.add('mounts', path, { type: 'tmpfs' }, 'default');
      }),
    ]);
    expect(spec.mounts.map(({ destination }) => destination)).to.deep.equal([
      '/',
      '/z',
      '/a',
      '/b/c',
      '/b/c/d',
    ]);
  });

  it('keeps device rules in order, behind the one that denies everything', () => {
    const { spec } = build([
      feature('a', { writes: ['linux.resources.devices[]'] }, (rooms) => {
        rooms.add(
          'linux.resources.devices',
          'null',
          { allow: true, type: 'c', major: 1, minor: 3, access: 'rwm' },
          'default',
        );
        rooms.add(
          'linux.resources.devices',
          'not',
          { allow: false, type: 'c', major: 9, access: 'm' },
          'default',
        );
        rooms.add('linux.resources.devices', 'all', { allow: false, access: 'rwm' }, 'default');
      }),
    ]);
    expect(spec.linux.resources?.devices?.map(({ major }) => major)).to.deep.equal([undefined, 1, 9]);
  });

  it('gives a feature its own runtime, and takes files and directories', () => {
    const built = build(
      [
        feature('a', { writes: ['hostname'] }, (rooms, runtime) => {
          rooms.set('hostname', rooms.file('hosts', JSON.stringify(runtime), 0o600), 'default');
          rooms.file('other', '');
          rooms.directory('/srv/data');
          rooms.directory('/srv/data');
        }),
      ],
      { a: { n: 1 }, b: { n: 2 } },
    );
    expect(built.spec.hostname).to.equal('/containers/1/hosts');
    expect(built.files).to.deep.equal({ hosts: { content: '{"n":1}', mode: 0o600 }, other: { content: '' } });
    expect(built.directories).to.deep.equal(['/srv/data']);
  });

  it('refuses a room that is not claimed, naming feature and hook', () => {
    const error = failure(
      feature('a', { writes: ['mounts[/a]'] }, (rooms) => rooms.add('mounts', '/b', {}, 'default')),
    );
    expect(error).to.include({
      kind: 'System',
      message: 'feature a writes mounts[/b], which it has not claimed',
    });
    expect(error.origin).to.deep.equal({ plugin: '@acme/plugin', feature: 'a', hook: 'spec' });
    const single = failure(feature('a', {}, (rooms) => rooms.set('hostname', 'x', 'default')));
    expect(single.message).to.equal('feature a writes hostname, which it has not claimed');
    const offered = failure(
      feature('a', { writes: ['mounts[]'] }, (rooms) => rooms.offer('mounts', '/b', {}, 'default')),
    );
    expect(offered.message).to.include('mounts[/b], which it has not claimed');
  });

  it('refuses double entries, naming both features', () => {
    // The kernel does not boot with such claims; plugins that meet only here must not pass either.
    const writer = (id: string) =>
      feature(id, { writes: ['mounts[]', 'hostname'] }, (rooms) => {
        rooms.add('mounts', '/a', {}, 'default');
        rooms.set('hostname', 'x', 'default');
      });
    expect(failure(writer('a'), writer('b')).message).to.equal('the features a and b both write mounts[/a]');
    const single = (id: string) =>
      feature(id, { writes: ['hostname'] }, (rooms) => rooms.set('hostname', 'x', 'default'));
    expect(failure(single('a'), single('b')).message).to.equal('the features a and b both write hostname');
    const file = (id: string) => feature(id, {}, (rooms) => void rooms.file('hosts', ''));
    expect(failure(file('a'), file('b')).message).to.equal('the features a and b both write file hosts');
    const offering = (id: string) =>
      feature(id, { offers: ['mounts[/a]'] }, (rooms) => rooms.offer('mounts', '/a', {}, 'default'));
    expect(failure(offering('a'), offering('b')).message).to.equal(
      'the features a and b both write mounts[/a]',
    );
    const twice = feature('a', { writes: ['mounts[]'] }, (rooms) => {
      rooms.add('mounts', '/a', {}, 'default');
      rooms.add('mounts', '/a/', {}, 'default');
    });
    expect(failure(twice).message).to.equal('feature a writes mounts[/a] twice');
  });

  it('lets what is added replace what is offered, in any order', () => {
    const offering = feature('offering', { offers: ['mounts[/a]'] }, (rooms) =>
      rooms.offer('mounts', '/a', { source: 'offered' }, 'default'),
    );
    const adding = feature('adding', { writes: ['mounts[]'] }, (rooms) =>
      rooms.add('mounts', '/a', { source: 'added' }, 'User'),
    );
    for (const features of [
      [offering, adding],
      [adding, offering],
    ]) {
      const { spec, provenance } = build(features);
      expect(spec.mounts).to.deep.equal([{ destination: '/a', source: 'added' }]);
      expect(provenance['mounts[/a]']).to.deep.equal({ feature: 'adding', field: 'User' });
    }
  });

  it('refuses file names that would leave the directory', () => {
    for (const name of ['../x', 'a/b', '', '.', '.hidden', 'a\n']) {
      expect(failure(feature('a', {}, (rooms) => void rooms.file(name, ''))).code, name).to.equal(
        'spec.file-name',
      );
    }
  });
});
