import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Call, Containers, CreateRequest, Manifest } from '@arca/plugin-kit';
import { FeatureTable } from '../kernel/feature-table.js';
import { loadedFeature } from '../kernel/loaded-feature.js';
import { HookTimes } from '../kernel/hook-times.js';
import { KernelCatalog } from './catalog.js';
import { coverageMarkdown } from './markdown.js';
import { containerExplain, containerSpec, coverage } from './operations.js';

const manifests: Manifest[] = [
  {
    id: 'user',
    summary: 'Who it runs as | how',
    owns: ['User', 'HostConfig.GroupAdd'],
    writes: ['process.user'],
    offers: ['mounts[/etc/passwd]'],
    flags: { User: '--user, -u' },
    effects: { 'HostConfig.GroupAdd': 'nowhere' },
  },
  { id: 'restart', summary: 'Restarts', owns: ['HostConfig.RestartPolicy'] },
];
const features = new FeatureTable(manifests.map((manifest) => loadedFeature('@acme/plugin', { manifest })));
const catalog = new KernelCatalog({ features, find: () => undefined, hookTimes: new HookTimes() });
const call = { apiVersion: '1.44' } as Call;

describe('the catalogue', () => {
  it('lists fields by name with owner, rooms, flag and effect', () => {
    expect(catalog.coverage()).to.deep.equal([
      { field: 'HostConfig.GroupAdd', feature: 'user', rooms: [], flag: '', effect: 'nowhere' },
      { field: 'HostConfig.RestartPolicy', feature: 'restart', rooms: [], flag: '', effect: '' },
      {
        field: 'User',
        feature: 'user',
        rooms: ['process.user', 'mounts[/etc/passwd]'],
        flag: '--user, -u',
        effect: '',
      },
    ]);
    expect(catalog.features().map(({ id }) => id)).to.deep.equal(['restart', 'user']);
  });

  it('answers it as the API has it', async () => {
    const items = await coverage(catalog)({ params: {}, body: undefined }, call);
    expect(items).to.deep.equal([
      { Field: 'HostConfig.GroupAdd', Plugin: 'user', Rooms: [], Flags: [], Effect: 'nowhere' },
      { Field: 'HostConfig.RestartPolicy', Plugin: 'restart', Rooms: [], Flags: [] },
      {
        Field: 'User',
        Plugin: 'user',
        Rooms: ['process.user', 'mounts[/etc/passwd]'],
        Flags: ['--user', '-u'],
      },
    ]);
  });

  it('writes it as a page', () => {
    const page = coverageMarkdown(manifests, (field) => `test of ${field}`);
    expect(page).to.include(
      '| `User` | `user` | `--user, -u` | `process.user`, `mounts[/etc/passwd]` | test of User |',
    );
    expect(page).to.include('| `HostConfig.GroupAdd` | `user` |  | nowhere | test of HostConfig.GroupAdd |');
    expect(page).to.include('| `user` | Who it runs as \\| how |');
  });

  it('answers specs with their provenance', async () => {
    const asked: CreateRequest[] = [];
    const known = {
      spec: { ociVersion: '1.0.2' },
      provenance: {
        hostname: { feature: 'user', field: 'User', value: 'x' },
        domainname: { feature: 'user', field: 'default' },
      },
      warnings: ['w'],
    };
    const containers = {
      spec: async () => known,
      explain: async (request: CreateRequest) => {
        asked.push(request);
        return known;
      },
    } as unknown as Containers;
    const Provenance = {
      hostname: { Plugin: 'user', Field: 'User', Value: 'x' },
      domainname: { Plugin: 'user', Field: 'default' },
    };
    expect(await containerSpec(containers)({ params: { id: 'x' }, body: undefined }, call)).to.deep.equal({
      Spec: { ociVersion: '1.0.2' },
      Provenance,
    });
    const body = { Image: 'busybox', HostConfig: { Memory: 1 }, NetworkingConfig: null };
    expect(await containerExplain(containers)({ params: {}, body }, call)).to.deep.equal({
      Spec: { ociVersion: '1.0.2' },
      Provenance,
      Warnings: ['w'],
    });
    expect(asked).to.deep.equal([
      { Config: { Image: 'busybox' }, HostConfig: { Memory: 1 }, NetworkingConfig: {}, apiVersion: '1.44' },
    ]);
  });
});
