import { AgentError, type Agent } from '@arca/agent-proto';
import type { ContainerInspectResponse, ContainerSummary } from '@arca/api';
import type { ContainerRecord } from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall, type RecordOptions } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { list } from './list.js';

const images = [
  { id: 'sha256:base', layers: ['a'], repoTags: ['base:latest'], size: 1000 },
  { id: 'sha256:app', layers: ['a', 'b'], repoTags: ['app:latest'], size: 1500 },
  { id: 'sha256:other', layers: ['x', 'b'], repoTags: ['other:latest'], size: 10 },
];

const agent = {
  images: {
    get: async ({ reference }: { reference: string }) => {
      const found = images.find(({ id, repoTags }) => [id, ...repoTags].includes(reference));
      if (!found) throw new AgentError('NOT_FOUND', `No such image: ${reference}`);
      return found;
    },
    list: async () => ({ images }),
  },
  containers: { usage: async ({ id }: { id: string }) => ({ bytes: id.length }) },
} as unknown as Agent;

const made = (second: number, id: string, name: string, options: RecordOptions = {}) =>
  containerRecord({
    id,
    name,
    createdAt: `2024-05-06T07:08:0${second}.5Z`,
    image: { id: 'sha256:app', reference: 'app:latest' },
    ...options,
  });

const ended = { status: 'exited', exitCode: 3, startedAt: '2024-05-06T07:08:09Z' } as const;
const records = [
  made(1, 'aa11', 'web-1', {
    state: { status: 'running' },
    body: { Config: { Labels: { tier: 'web', n: '1' } } },
  }),
  made(2, 'aa22', 'web-2', { state: { status: 'paused' }, body: { Config: { Labels: { tier: 'web' } } } }),
  made(3, 'bb33', 'db', { state: ended, image: { id: 'sha256:base', reference: 'base:latest' } }),
  made(4, 'cc44', 'new', { image: { id: 'sha256:other', reference: 'app:latest' } }),
];

const summary = ({ id, name, image }: ContainerRecord): ContainerSummary => ({
  Id: id,
  Names: [`/${name}`],
  Image: image.reference,
  Mounts: name === 'db' ? [{ Type: 'volume', Name: 'data', Source: '/x', Destination: '/var/db' }] : [],
  NetworkSettings: { Networks: name === 'db' ? { back: { NetworkID: 'f00d' } } : {} },
  Ports: name === 'web-1' ? [{ PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }] : [],
});

const containers = knownContainers(records, {
  summary,
  inspect: (id) =>
    ({ State: id === 'aa11' ? { Health: { Status: 'healthy' } } : {} }) as ContainerInspectResponse,
});
type Params = Parameters<ReturnType<typeof list>>[0]['params'];
const ask = (params: Params) => list(containers, agent)({ params, body: undefined }, recordedCall());
const names = async (filters: object, params: Params = { all: true }) =>
  (await ask({ ...params, filters: JSON.stringify(filters) })).map(({ Names }) => Names![0]!.slice(1));

describe('the list of containers (unit)', () => {
  it('has those that run, frozen ones among them, newest first', async () => {
    expect(await names({}, {})).to.deep.equal(['web-2', 'web-1']);
    expect(await names({})).to.deep.equal(['new', 'db', 'web-2', 'web-1']);
  });

  it('takes a limit for all states', async () => {
    expect(await names({}, { limit: 2 })).to.deep.equal(['new', 'db']);
    expect(await names({}, { limit: -1 })).to.deep.equal(['web-2', 'web-1']);
    expect(await names({ name: ['web'] }, { limit: 1 })).to.deep.equal(['web-2']);
  });

  it('filters by what the record tells', async () => {
    expect(await names({ name: ['^/web'] })).to.deep.equal(['web-2', 'web-1']);
    expect(await names({ name: ['^db$', 'new'] })).to.deep.equal(['new', 'db']);
    expect(await names({ id: ['aa1', 'bb33'] })).to.deep.equal(['db', 'web-1']);
    expect(await names({ label: ['tier=web', 'n'] })).to.deep.equal(['web-1']);
    expect(await names({ status: ['exited', 'paused'] }, {})).to.deep.equal(['db', 'web-2']);
    expect(await names({ exited: ['3', '4'] })).to.deep.equal(['db']);
    expect(await names({ exited: ['0'] })).to.deep.equal([]);
    expect(await names({ 'is-task': ['false'] })).to.have.length(4);
    expect(await names({ 'is-task': ['1'] })).to.deep.equal([]);
    expect(await names({ isolation: ['hyperv'] })).to.have.length(4);
  });

  it('takes a part of an id only where one container has it', async () => {
    expect(await names({ id: ['aa'] })).to.deep.equal([]);
    expect(await names({ id: [''] })).to.deep.equal([]);
  });

  it('filters by what features add', async () => {
    expect(await names({ volume: ['data'] })).to.deep.equal(['db']);
    expect(await names({ volume: ['/var/db'] })).to.deep.equal(['db']);
    expect(await names({ volume: ['/x'] })).to.deep.equal([]);
    expect(await names({ network: ['back'] })).to.deep.equal(['db']);
    expect(await names({ network: ['f00'] })).to.deep.equal(['db']);
    expect(await names({ publish: ['8000-8100/tcp'] })).to.deep.equal(['web-1']);
    expect(await names({ expose: ['80'] })).to.deep.equal(['web-1']);
    expect(await names({ health: ['healthy'] })).to.deep.equal(['web-1']);
    expect(await names({ health: ['none'] })).to.deep.equal(['new', 'db', 'web-2']);
  });

  it('finds containers of an image and of those made from it', async () => {
    expect(await names({ ancestor: ['base:latest'] })).to.deep.equal(['db', 'web-2', 'web-1']);
    expect(await names({ ancestor: ['app:latest'] })).to.deep.equal(['web-2', 'web-1']);
    expect(await names({ ancestor: ['gone', 'other:latest'] })).to.deep.equal(['new']);
    expect(await names({ ancestor: ['gone'] })).to.deep.equal([]);
  });

  it('cuts by age', async () => {
    expect(await names({ before: ['db'] })).to.deep.equal(['web-2', 'web-1']);
    expect(await names({ since: ['web-2'] })).to.deep.equal(['new', 'db']);
    expect(await names({ before: ['new'], since: ['web-1'] })).to.deep.equal(['db', 'web-2']);
    expect(await names({ before: ['web-1'], since: ['new'] })).to.deep.equal([]);
  });

  it('shows the id of an image whose name has moved on', async () => {
    const shown = await ask({ all: true });
    expect(shown.map(({ Image }) => Image)).to.deep.equal([
      'sha256:other',
      'base:latest',
      'app:latest',
      'app:latest',
    ]);
  });

  it('adds sizes on demand', async () => {
    const [web] = await ask({ size: true });
    expect(web).to.include({ SizeRw: 4, SizeRootFs: 1504 });
    expect((await ask({}))[0]).to.not.have.any.keys('SizeRw', 'SizeRootFs');
  });

  const refused = async (filters: object): Promise<Error> => {
    try {
      await names(filters);
    } catch (error) {
      return error as Error;
    }
    throw new Error(`${JSON.stringify(filters)} was taken`);
  };

  it('refuses unknown filters and values', async () => {
    const cases: [object, string][] = [
      [{ nonsense: ['x'] }, "invalid filter 'nonsense'"],
      [{ 'label!': ['x'] }, "invalid filter 'label!'"],
      [
        { status: ['flying'] },
        "invalid filter 'status=flying': invalid value for state (flying): must be one of created, running, paused, " +
          'restarting, removing, exited, dead',
      ],
      [
        { health: ['ill'] },
        "invalid filter 'health=ill': invalid value for health (ill): must be one of none, starting, healthy, unhealthy",
      ],
      [{ exited: ['many'] }, `invalid filter 'exited=many': strconv.Atoi: parsing "many": invalid syntax`],
      [{ 'is-task': ['maybe'] }, "invalid filter 'is-task=[maybe]'"],
    ];
    for (const [filters, message] of cases)
      expect(await refused(filters)).to.include({ kind: 'InvalidParameter', message });
  });

  it('does not find a container to cut at', async () => {
    expect(await refused({ before: ['gone'] })).to.include({
      kind: 'NotFound',
      message: 'No such container: gone',
    });
  });
});
