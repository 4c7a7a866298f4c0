import { expect } from 'chai';
import { describe, it } from 'mocha';
import { invalidParameter } from '../errors.js';
import type { defineFeature } from '../feature.js';
import { type AnyFeature } from '../feature.js';
import { describeFeature } from './describe-feature.js';
import type { FeatureCase } from './feature-case.js';
import { hostWithoutCgroups } from './host.js';

const manifest = {
  id: 'example',
  summary: 'Limits processes and says so',
  owns: ['HostConfig.PidsLimit', 'HostConfig.OomScoreAdj'],
  reads: ['HostConfig.Privileged'],
  writes: ['linux.resources.pids', 'process.env[LIMITED]'],
  updates: ['HostConfig.PidsLimit'],
} as const;

type Hooks = Parameters<
  typeof defineFeature<(typeof manifest.owns)[number], (typeof manifest.reads)[number]>
>[1];

const hooks: Hooks = {
  defaults({ HostConfig }) {
    if (HostConfig.PidsLimit === 0) HostConfig.PidsLimit = -1;
  },
  validate({ HostConfig }) {
    if ((HostConfig.PidsLimit ?? 0) < -1) throw invalidParameter('too few');
  },
  adapt({ HostConfig }, { host, warn }) {
    if (HostConfig.PidsLimit == null || host.features!.pids) return;
    warn('no pids');
    HostConfig.PidsLimit = null as never;
  },
  spec({ HostConfig }, rooms, { container }) {
    if (HostConfig.PidsLimit == null) return;
    rooms.set('linux.resources.pids', { limit: HostConfig.PidsLimit }, 'HostConfig.PidsLimit');
    rooms.add('process.env', 'LIMITED', container.name, 'default');
  },
  update({ PidsLimit }, { HostConfig }) {
    HostConfig.PidsLimit = PidsLimit!;
    return { pids: { limit: PidsLimit! } };
  },
  inspect({ HostConfig }, { container }, answer) {
    answer.Name = `/${container.name}/${HostConfig.PidsLimit}`;
  },
};

/** Titles of the tests that fail, with their messages. */
function failures(change: Partial<Hooks>, cases: FeatureCase[], more: object = {}): Record<string, string> {
  const failed: Record<string, string> = {};
  const feature = { manifest: { ...manifest, ...more }, ...hooks, ...change } as AnyFeature;
  describeFeature(feature, cases, {
    describe: (_title, suite) => suite(),
    it: (title, test) => {
      try {
        test();
      } catch (error) {
        failed[title] = (error as Error).message;
      }
    },
  });
  return failed;
}

const complete: FeatureCase = {
  name: 'all of it',
  body: { HostConfig: { PidsLimit: 7, OomScoreAdj: 1 } },
  completed: { HostConfig: { PidsLimit: 7 } },
  warnings: [],
  rooms: { 'linux.resources.pids': { limit: 7 }, 'process.env[LIMITED]': 'brave_name' },
  provenance: { 'linux.resources.pids': 'HostConfig.PidsLimit', 'process.env[LIMITED]': 'default' },
  update: {
    changes: { PidsLimit: 9 },
    completed: { HostConfig: { PidsLimit: 9 } },
    resources: { pids: { limit: 9 } },
  },
  inspect: { Name: '/brave_name/7' },
};

describe('the round trip of a feature', () => {
  it('passes a feature that does what its cases say', () => {
    const others: FeatureCase[] = [
      { name: 'refusal', body: { HostConfig: { PidsLimit: -2 } }, invalid: 'too few' },
      {
        name: 'default',
        body: { HostConfig: { PidsLimit: 0 } },
        completed: { HostConfig: { PidsLimit: -1 } },
      },
      {
        name: 'poor host',
        body: { HostConfig: { PidsLimit: 5 } },
        host: hostWithoutCgroups,
        warnings: ['no pids'],
        rooms: {},
      },
    ];
    expect(failures({}, [complete, ...others])).to.deep.equal({});
  });

  it('fails where the feature does otherwise', () => {
    const wrong = (change: Partial<FeatureCase>) => Object.keys(failures({}, [{ ...complete, ...change }]));
    expect(wrong({ completed: { HostConfig: { PidsLimit: 8 } } })).to.deep.equal(['all of it']);
    expect(wrong({ warnings: ['x'] })).to.deep.equal(['all of it']);
    expect(wrong({ rooms: {} })).to.deep.equal(['all of it']);
    expect(wrong({ provenance: {} })).to.deep.equal(['all of it']);
    expect(wrong({ invalid: 'too few' })).to.include('all of it');
    expect(wrong({ specError: /./ })).to.include('all of it');
    expect(wrong({ inspect: { Name: '/other' } })).to.deep.equal(['all of it']);
    expect(wrong({ update: { changes: { PidsLimit: 9 }, resources: {} } })).to.deep.equal(['all of it']);
    expect(wrong({ update: { changes: { Memory: 9 } } })).to.deep.equal(['all of it']);
    expect(wrong({ update: { changes: {}, invalid: /./ } })).to.deep.equal(['all of it']);
  });

  it('lets `defaults` and `validate` refuse a request, and no other hook', () => {
    const refusing = (hook: string) => {
      const change = { validate: undefined, [hook]: () => { throw invalidParameter('no'); } }; // prettier-ignore
      return Object.keys(
        failures(change, [complete, { name: 'refused', body: complete.body!, invalid: 'no' }]),
      );
    };
    expect(refusing('defaults')).to.not.include('refused');
    expect(refusing('validate')).to.not.include('refused');
    expect(refusing('adapt')).to.include('refused');
    expect(refusing('spec')).to.include('refused');
  });

  it('names fields and rooms without a case', () => {
    const failed = failures({}, [{ name: 'little', body: { HostConfig: { OomScoreAdj: 1 } } }]);
    expect(failed['has a case for every field that it owns']).to.include('HostConfig.PidsLimit');
    expect(failed['has a case for every room that it claims']).to.include('process.env[LIMITED]');
  });

  it('refuses rooms and fields that are not declared', () => {
    const failure = (change: object, more?: object) =>
      failures(change as Partial<Hooks>, [complete], more)['all of it'];
    expect(failure({}, { writes: ['linux.resources.pids'] })).to.include(
      'process.env[LIMITED], which it has not claimed',
    );
    expect(failure({ validate: ({ Config }: { Config: { User: string } }) => Config.User })).to.equal(
      'example looks at User, which its manifest does not declare for validate',
    );
    expect(
      failure({
        defaults: ({ HostConfig }: { HostConfig: object }) => Object.assign(HostConfig, { Privileged: true }),
      }),
    ).to.equal('hook defaults of example changes HostConfig.Privileged');
    expect(
      failure({
        validate: ({ HostConfig }: { HostConfig: object }) => Object.assign(HostConfig, { PidsLimit: 1 }),
      }),
    ).to.equal('hook validate of example changes HostConfig.PidsLimit');
    const look = ({ Config }: { Config: { User: string } }) => void Config.User;
    expect(failure({ validate: look }, { uses: ['User'] })).to.equal(undefined);
    expect(failure({ adapt: look }, { uses: ['User'] })).to.include('does not declare for adapt');
    let calls = 0;
    const spec: Hooks['spec'] = (_fields, rooms) =>
      rooms.set('linux.resources.pids', { limit: ++calls }, 'HostConfig.PidsLimit');
    expect(failure({ spec })).to.include('spec is not a pure function');
    const other = (_fields: unknown, rooms: Parameters<NonNullable<Hooks['spec']>>[1]) =>
      rooms.set('linux.resources.pids', { limit: 1 }, 'User' as never);
    expect(failure({ spec: other })).to.include('comes from User');
  });
});
