import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { ContainerUpdateRequest } from '@arca/api';
import {
  completeBody,
  defineFeature,
  invalidParameter,
  type AnyFeature,
  type ArcaError,
} from '@arca/plugin-kit';
import { hostInfo } from '@arca/plugin-kit/testing';
import { FeatureTable } from '../kernel/feature-table.js';
import { loadedFeature } from '../kernel/loaded-feature.js';
import { applyUpdate } from './update.js';

const pids = defineFeature(
  {
    id: 'pids',
    summary: 'p',
    owns: ['HostConfig.PidsLimit', 'HostConfig.Init'],
    writes: ['linux.resources.pids'],
    updates: ['HostConfig.PidsLimit'],
  },
  {
    update({ PidsLimit }, { HostConfig }, { current, warn, running }) {
      if (PidsLimit === 13) throw invalidParameter('13 is unlucky');
      warn(`from ${current.HostConfig.PidsLimit} to ${PidsLimit}, ${running ? 'hot' : 'cold'}`);
      HostConfig.PidsLimit = PidsLimit;
      return { pids: { limit: PidsLimit ?? 0 } };
    },
  },
);

const restart = defineFeature(
  {
    id: 'restart',
    summary: 'r',
    owns: ['HostConfig.RestartPolicy'],
    updates: ['HostConfig.RestartPolicy'],
  },
  {
    update({ RestartPolicy }, { HostConfig }) {
      HostConfig.RestartPolicy = RestartPolicy;
    },
  },
);

describe('updating a container', () => {
  const current = completeBody({ HostConfig: { PidsLimit: 5, CgroupParent: '/x', Devices: [] } });

  const update = (
    changes: ContainerUpdateRequest,
    features: AnyFeature[] = [pids, restart],
    running = true,
  ) => {
    const table = new FeatureTable(features.map((feature) => loadedFeature('@acme/plugin', feature)));
    return applyUpdate(table, current, changes, { host: hostInfo(), running });
  };
  const failure = (call: () => unknown): ArcaError => {
    try {
      call();
    } catch (error) {
      return error as ArcaError;
    }
    throw new Error('it did not fail');
  };

  it('gives fields to their owners and joins what they answer', () => {
    const RestartPolicy = { Name: 'always', MaximumRetryCount: 0 } as const;
    const result = update({ PidsLimit: 7, Memory: 0, RestartPolicy });
    expect(result.body.HostConfig).to.deep.include({ PidsLimit: 7, RestartPolicy });
    expect(result.resources).to.deep.equal({ pids: { limit: 7 } });
    expect(result.warnings).to.deep.equal(['from 5 to 7, hot']);
    expect(current.HostConfig.PidsLimit).to.equal(5);
    expect(update({ RestartPolicy }).resources).to.equal(undefined);
    expect(update({ PidsLimit: 0 }, [pids], false).warnings).to.deep.equal(['from 5 to 0, cold']);
  });

  it('changes nothing for a request that says nothing', () => {
    const nothing = {
      Memory: 0,
      PidsLimit: null,
      Devices: null,
      CgroupParent: '',
      MemorySwappiness: -1,
      RestartPolicy: { Name: '', MaximumRetryCount: 0 },
    };
    expect(update(nothing as ContainerUpdateRequest)).to.deep.equal({
      body: current,
      resources: undefined,
      warnings: [],
    });
  });

  it('takes fixed fields that stay as they are, and refuses others by name', () => {
    expect(update({ CgroupParent: '/x', Init: false, OomKillDisable: false }).resources).to.equal(undefined);
    const Devices = [{ PathOnHost: '/dev/null' }];
    const error = failure(() => update({ CgroupParent: '/y', Init: true, Devices, PidsLimit: 7 }));
    expect(error).to.include({
      kind: 'InvalidParameter',
      message: 'CgroupParent, Init, Devices cannot be changed on an existing container',
    });
  });

  it('fails as the owner does', () => {
    const error = failure(() => update({ PidsLimit: 13 }));
    expect(error).to.include({ kind: 'InvalidParameter', message: '13 is unlucky' });
    expect(error.origin).to.deep.equal({ plugin: '@acme/plugin', feature: 'pids', hook: 'update' });
  });

  it('refuses resources that the feature has not claimed', () => {
    const greedy = { ...pids, update: () => ({ memory: { limit: 1 } }) };
    expect(failure(() => update({ PidsLimit: 7 }, [greedy])).message).to.equal(
      'feature pids updates linux.resources.memory, which it has not claimed',
    );
  });
});
