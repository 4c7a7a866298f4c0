import { AgentError, type Agent, type AgentCode } from '@arca/agent-proto';
import type { ArcaError, Events, NewEvent, RestingMounts } from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall, type RecordOptions } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { Readable } from 'node:stream';
import { changes } from './changes.js';
import { exportContainer } from './export.js';
import { extract } from './extract.js';
import { withoutMountPoints } from './mount-points.js';
import { goFileMode } from './path-stat.js';
import { archive, archiveInfo } from './read.js';

const mounts = [
  { type: 'bind', source: '/data', destination: '/volume', options: ['rbind', 'ro'] },
  { type: 'proc', source: 'proc', destination: '/proc' },
];

/** A part of a volume at `/volume`. */
class RecordedMounts implements RestingMounts {
  opened = 0;
  open() {
    this.opened++;
    const mount = { destination: '/volume', source: '/disk', image: 0, subpath: 'part' };
    return Promise.resolve({ mounts: [mount], close: () => Promise.resolve(void this.opened--) });
  }
}

function world(options: RecordOptions = {}, fails?: AgentCode) {
  const asked: unknown[] = [];
  const told: NewEvent[] = [];
  const record = containerRecord({ name: 'web', ...options });
  const ask = <T>(answer: T) => {
    return (...args: unknown[]) => {
      if (fails) return Promise.reject(new AgentError(fails, 'what the agent says'));
      asked.push(args[0]);
      return Promise.resolve(answer);
    };
  };
  const stat = { name: 'f', size: 3, mode: 0o100644, modified: '2024-01-02T03:04:05Z', linkTarget: '' };
  async function* groups() {
    if (record.state.status === 'created') return;
    await Promise.resolve();
    yield { changes: [{ path: '/a', kind: 1 }] };
    yield { changes: [{ path: '/b', kind: 2 }] };
  }
  const agent = {
    files: { stat: ask(stat), changes: groups },
    streams: {
      archive: ask(Readable.from(['tar'])),
      extract: ask(undefined),
      export: ask(Readable.from(['tar'])),
    },
    containers: {
      readFile: ({ path }: { path: string }) =>
        Promise.resolve({ content: Buffer.from(path === '/etc/passwd' ? 'app:x:42:43::/:\n' : '') }),
    },
  } as unknown as Agent;
  const events = { emit: (event: NewEvent) => void told.push(event) } as unknown as Events;
  const atRest = new RecordedMounts();
  const containers = knownContainers([record], {
    spec: () => Promise.resolve({ spec: { mounts } as never, provenance: {} }),
  });
  return { agent, asked, atRest, containers, events, looked: { containers, atRest }, record, told };
}

async function failure(result: Promise<unknown>): Promise<ArcaError> {
  try {
    await result;
  } catch (error) {
    return error as ArcaError;
  }
  throw new Error('nothing was refused');
}

const params = { id: 'web', path: '/f' };

describe('archive', () => {
  it('tells what a path is in a header', async () => {
    const { agent, asked, atRest, looked, record } = world();
    const call = recordedCall();
    await archiveInfo(looked, agent)({ params, body: undefined }, call);
    const header = call.answerHeaders['X-Docker-Container-Path-Stat']!;
    expect(JSON.parse(Buffer.from(header, 'base64').toString())).to.deep.equal({
      ...{ name: 'f', size: 3, mode: 0o644, mtime: '2024-01-02T03:04:05Z', linkTarget: '' },
    });
    const target = { source: '/disk', subpath: 'part', image: 0, target: '/volume', readOnly: true };
    const { mounts, ...rest } = asked[0] as { mounts: object[] };
    expect(rest).to.deep.equal({ containerId: record.id, path: '/f' });
    expect(mounts[0]).to.include(target);
    expect(atRest.opened).to.equal(0);
  });

  it('writes modes as Go does', () => {
    const cases = [
      [0o040755, 0x800001ed],
      [0o120777, 0x080001ff],
      [0o104755, 0x008001ed],
      [0o041777, 0x801001ff],
      [0o020600, 0x04200180],
    ] as const;
    for (const [mode, expected] of cases) expect(goFileMode(mode), mode.toString(8)).to.equal(expected);
  });

  it('gives a tar with that header; of a container that runs the processes know the mounts', async () => {
    const { agent, asked, looked, events, record, told } = world({
      state: { status: 'running', pid: 7 },
    });
    const call = recordedCall();
    const tar = await archive(looked, agent, events)({ params, body: undefined }, call);
    expect(await Readable.from(tar as AsyncIterable<string>).toArray()).to.deep.equal(['tar']);
    expect(call.answerHeaders).to.have.property('X-Docker-Container-Path-Stat');
    expect(asked).to.deep.equal(
      [record.id, record.id].map((containerId) => ({ containerId, path: '/f', mounts: [] })),
    );
    expect(told.map(({ action }) => action)).to.deep.equal(['archive-path']);
  });

  it('puts the agent’s failures into dockerd’s words', async () => {
    const cases = {
      NOT_FOUND: ['NotFound', 'Could not find the file /f in container web'],
      INVALID_ARGUMENT: ['InvalidParameter', 'what the agent says'],
      PERMISSION_DENIED: ['InvalidParameter', 'what the agent says'],
      INTERNAL: ['System', 'what the agent says'],
    } as const;
    for (const [code, [kind, message]] of Object.entries(cases)) {
      const { agent, looked, events, told } = world({}, code as AgentCode);
      const request = { params, body: undefined };
      const body = Readable.from([]);
      for (const refused of [
        archiveInfo(looked, agent)(request, recordedCall()),
        archive(looked, agent, events)(request, recordedCall()),
        extract(looked, agent, events)({ params, body }, recordedCall()),
      ])
        expect(await failure(refused), code).to.include({ kind, message });
      expect(told).to.deep.equal([]);
    }
  });

  it('unpacks with the options, and gives all to the container’s user when asked to', async () => {
    const body = { Config: { User: 'app' }, HostConfig: { ReadonlyRootfs: true } };
    const { agent, asked, looked, events, told } = world({ body });
    const put = (more: object) =>
      extract(
        looked,
        agent,
        events,
      )({ params: { ...params, ...more }, body: Readable.from([]) }, recordedCall());
    await put({});
    await put({ copyUIDGID: true, noOverwriteDirNonDir: true });
    expect(asked[0]).to.deep.include({ noOverwrite: false, readOnlyRoot: true });
    expect(asked[0]).not.to.have.property('owner');
    expect(asked[1]).to.deep.include({ noOverwrite: true, owner: { uid: 42, gid: 43 } });
    expect(told.map(({ action }) => action)).to.deep.equal(['extract-to-dir', 'extract-to-dir']);
  });

  it('exports, unless the container is being removed', async () => {
    const { agent, asked, containers, events, record, told } = world();
    const run = () =>
      exportContainer(containers, agent, events)({ params: { id: 'web' }, body: undefined }, recordedCall());
    await run();
    expect(asked).to.deep.equal([record.id]);
    expect(told.map(({ action }) => action)).to.deep.equal(['export']);
    const gone = world({ state: { status: 'removing' } });
    const refused = exportContainer(gone.containers, gone.agent, gone.events);
    expect(await failure(refused({ params: { id: 'web' }, body: undefined }, recordedCall()))).to.include({
      kind: 'Conflict',
      message: `You cannot export container ${record.id} which is being removed`,
    });
  });

  it('leaves out what every container gets to mount on', () => {
    const [modified, added] = [0, 1] as const;
    const etc = { Path: '/etc', Kind: modified };
    const hosts = { Path: '/etc/hosts', Kind: added };
    const own = { Path: '/etc/own', Kind: added };
    expect(withoutMountPoints([etc, hosts, { Path: '/proc', Kind: added }])).to.deep.equal([]);
    expect(withoutMountPoints([etc, hosts, own])).to.deep.equal([etc, own]);
    expect(withoutMountPoints([etc, { ...hosts, Kind: modified }])).to.have.length(2);
  });

  it('lists changes, or null', async () => {
    const list = ({ agent, containers }: ReturnType<typeof world>) =>
      changes(containers, agent)({ params: { id: 'web' }, body: undefined }, recordedCall());
    expect(await list(world())).to.equal(null);
    expect(await list(world({ state: { status: 'exited' } }))).to.deep.equal([
      { Path: '/a', Kind: 1 },
      { Path: '/b', Kind: 2 },
    ]);
  });
});
