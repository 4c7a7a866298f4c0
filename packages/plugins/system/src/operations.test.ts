import { once } from 'node:events';
import type { Agent } from '@arca/agent-proto';
import type { EventMessage } from '@arca/api';
import type { Catalog, Clock, Daemon, EventQuery, Events, OperationRequest, Volumes } from '@arca/plugin-kit';
import { containerRecord, hostInfo, knownContainers, recordedCall } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { dataUsage } from './data-usage.js';
import { events, eventsWebsocket } from './events.js';
import { ping, pingHead } from './ping.js';
import { version } from './version.js';

const failure = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => Promise.reject(new Error('did not fail')),
    (error: Error) => error,
  );

describe('ping (unit)', () => {
  const hostWith = (available: boolean) =>
    ({ buildKit: { find: async () => ({ available }) } }) as unknown as Agent;

  it('answers OK, and a HEAD nothing, with the same headers', async () => {
    const [get, head] = [recordedCall(), recordedCall()];
    const agent = hostWith(false);
    expect(await ping(agent)({ params: {}, body: undefined }, get)).to.equal('OK');
    expect(await pingHead(agent)({ params: {}, body: undefined }, head)).to.equal('');
    expect(get.answerHeaders).to.deep.equal(head.answerHeaders);
    expect(get.answerHeaders).to.include({
      'Builder-Version': '1',

      Pragma: 'no-cache',
    });
  });

  it('offers BuildKit where there is one', async () => {
    const call = recordedCall();
    await ping(hostWith(true))({ params: {}, body: undefined }, call);
    expect(call.answerHeaders).to.include({ 'Builder-Version': '2' });
  });
});

describe('version (unit)', () => {
  const daemon = {
    version: '1.2.3',
    gitCommit: 'abc',
    apiVersion: '1.51',
    minApiVersion: '1.24',
    buildTime: 'then',
  };
  const agent = { system: { info: async () => hostInfo() } } as unknown as Agent;
  const ask = () => version(daemon as Daemon, agent)({ params: {}, body: undefined }, recordedCall());

  it('tells of the engine twice', async () => {
    const { Components, ...told } = await ask();
    const facts = { ApiVersion: '1.51', MinAPIVersion: '1.24', GitCommit: 'abc', Os: 'linux', Arch: 'amd64' };
    expect(told).to.deep.include({
      ...facts,
      Version: '1.2.3',
      Platform: { Name: 'Arca' },
      BuildTime: 'then',
    });
    expect(told.GoVersion).to.match(/^node v\d+/);
    expect(Components![0]).to.deep.include({ Name: 'Engine', Version: '1.2.3' });
    expect(Components![0]!.Details).to.include({ ...facts, Experimental: 'false' });
  });

  it('tells of its parts', async () => {
    const parts = (await ask()).Components!.slice(1).map(({ Name, Version }) => [Name, Version]);
    expect(parts).to.deep.equal([
      ['containerd', '1.6.20'],
      ['crun', '1.8'],
      ['docker-init', '0.19.0'],
    ]);
  });
});

describe('events (unit)', () => {
  const second = 1_000_000_000n;
  const clock = { nanoseconds: () => 1000n * second } as Clock;

  async function ask(params: OperationRequest<'SystemEvents'>['params'], apiVersion = '1.51') {
    const queries: EventQuery[] = [];
    async function* past(): AsyncGenerator<EventMessage> {
      yield { Type: 'image', Action: 'create' };
      yield { Type: 'image', Action: 'tag' };
    }
    const bus = { subscribe: (query: EventQuery) => (queries.push(query), past()) } as unknown as Events;
    const call = recordedCall({ apiVersion });
    const actions: (string | undefined)[] = [];
    for await (const { Action } of await events(bus, clock)({ params, body: undefined }, call))
      actions.push(Action);
    const { signal, ...query } = queries[0]!;
    expect(signal).to.equal(call.signal);
    return { query, actions, flushed: call.flushed };
  }

  it('sends its head at once and then what there is', async () => {
    expect(await ask({})).to.deep.equal({
      query: { since: undefined, until: undefined, filters: new Map() },
      actions: ['create', 'tag'],
      flushed: ['application/json'],
    });
  });

  it('reads times and filters, also those that it does not know', async () => {
    const { query } = await ask({
      since: '5.5',
      until: '1m',
      filters: '{"type":["image"],"odd":["x"]}',
    });
    expect(query).to.deep.equal({
      since: 5_500_000_000n,
      until: 940n * second,
      filters: new Map([
        ['type', ['image']],
        ['odd', ['x']],
      ]),
    });
  });

  it('does not tell older clients of images that come into being', async () => {
    expect((await ask({}, '1.45')).actions).to.deep.equal(['tag']);
  });

  it('refuses times that are none or in the wrong order', async () => {
    expect(await failure(ask({ since: 'x' }))).to.include({
      message: 'strconv.ParseInt: parsing "x": invalid syntax',
    });
    expect(await failure(ask({ filters: 'x' }))).to.include({
      kind: 'InvalidParameter',
      message: 'invalid filter',
    });
    expect(await failure(ask({ since: '10', until: '5' }))).to.include({
      kind: 'InvalidParameter',
      message: '`since` time (10) cannot be after `until` time (5)',
    });
  });

  it('sends each as a text of its own over a WebSocket, until the client goes', async () => {
    const aborter = new AbortController();
    const call = recordedCall({ signal: aborter.signal });
    async function* coming(signal: AbortSignal): AsyncGenerator<EventMessage> {
      yield { Type: 'image', Action: 'create' };
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    }
    const bus = { subscribe: ({ signal }: EventQuery) => coming(signal) } as unknown as Events;
    const served = eventsWebsocket(bus, clock)({ params: {}, body: undefined }, call);
    const [message] = (await once(call.client, 'data')) as [Buffer];
    expect(JSON.parse(message.toString())).to.deep.equal({ Type: 'image', Action: 'create' });
    aborter.abort();
    await served;
  });
});

describe('data usage (unit)', () => {
  const usage = (id: string, bytes: Record<string, number>, buildCache = false) => ({
    ...{ id, buildCache },
    parts: Object.entries(bytes).map(([name, size]) => ({ name, bytes: size, document: false })),
  });
  const agent = {
    images: {
      list: async () => ({ images: ['i1', 'i2', 'i3'].map((id) => ({ id, manifests: [] })) }),
      usage: async () => ({
        images: [
          usage('i1', { a: 10, b: 1 }),
          usage('i2', { a: 10, c: 2 }),
          usage('i3', { d: 3 }),
          usage('i4', { b: 1, e: 100 }, true),
        ],
      }),
    },
  } as unknown as Agent;
  const containers = knownContainers([containerRecord({ image: { id: 'i1', reference: 'x' } })]);
  const asked: unknown[] = [];
  const listing = (items: object[]) => async (request: { params: object }) => (
    asked.push(request.params),
    items
  );
  const operations: Record<string, unknown> = {
    ImageList: listing([{ Id: 'i1' }, { Id: 'i2' }, { Id: 'i3' }]),
    ContainerList: listing([{ Id: 'c1', SizeRw: 5, ImageManifestDescriptor: {} }]),
  };
  const catalog = { operation: (id: string) => operations[id] } as unknown as Catalog;
  const volumes = {} as Volumes; // nothing lists any
  type Params = OperationRequest<'SystemDataUsage'>['params'];
  const ask = (params: Params, apiVersion = '1.51') =>
    dataUsage(catalog, containers, agent, volumes, { list: async () => [] })(
      { params, body: undefined },
      recordedCall({ apiVersion }),
    );

  it('is made up of the lists, and counts each layer once', async () => {
    asked.length = 0;
    expect(await ask({})).to.deep.equal({
      LayersSize: 16,
      Images: [
        { Id: 'i1', Size: 11, SharedSize: 10, Containers: 1 },
        { Id: 'i2', Size: 12, SharedSize: 10, Containers: 0 },
        { Id: 'i3', Size: 3, SharedSize: 0, Containers: 0 },
      ],
      Containers: [{ Id: 'c1', SizeRw: 5 }],
      Volumes: [],
      BuildCache: [],
    });
    expect(asked).to.deep.include({ all: true, size: true });
  });

  it('has the kinds asked for', async () => {
    const nothing = { LayersSize: 0, Images: null, Containers: null, Volumes: null, BuildCache: null };
    expect(await ask({ type: ['volume'] })).to.deep.equal({ ...nothing, Volumes: [] });
    expect(await ask({ type: ['volume'] }, '1.41')).to.have.property('LayersSize', 16);
    expect(await failure(ask({ type: ['shoe'] as never }))).to.include({
      kind: 'InvalidParameter',
      message: 'unknown object type: shoe',
    });
  });
});
