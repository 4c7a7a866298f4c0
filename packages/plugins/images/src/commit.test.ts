import type { Agent } from '@arca/agent-proto';
import { conflict, type NewEvent } from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { commit } from './commit.js';
import { ImageEvents } from './image-events.js';

const body = { Config: { Cmd: ['sh', '-c', 'x'], Env: ['A=1'] } };
const records = (['exited', 'running', 'paused', 'dead', 'removing'] as const).map((status, index) =>
  containerRecord({ id: `${index}${index}`, name: status, body, state: { status } }),
);

/** Commits, and tells everything that happened. */
async function committing(params: object, { config = undefined as object | undefined, failing = '' } = {}) {
  const told = { steps: [] as string[], events: [] as NewEvent[], request: {} as Record<string, string> };
  const step = (name: string) => () => {
    told.steps.push(name);
    return failing === name ? Promise.reject(conflict(name)) : Promise.resolve();
  };
  const containers = knownContainers(records, { pause: step('pause'), unpause: step('unpause') });
  const images = {
    commit: async (request: Record<string, string>) => {
      told.request = request;
      await step('commit')();
      return { imageId: 'sha256:1', reference: request['reference'] && 'name:tag' };
    },
    get: () => Promise.resolve({ config: '{"config":{"Labels":{"a":"b"}}}' }),
  };
  const agent = { images } as unknown as Agent;
  const events = { emit: (event: NewEvent) => void told.events.push(event) } as never;
  const ports = { agent, containers, events, images: new ImageEvents(agent, events), log: () => undefined };
  let [error, answer]: unknown[] = [];
  const request = { params: { container: 'exited', ...params }, body: config as never };
  await Promise.resolve()
    .then(() => commit(ports)(request, recordedCall()))
    .then((value) => (answer = value))
    .catch((reason: unknown) => (error = reason));
  return { ...told, answer, error };
}

describe('commit (unit)', () => {
  it('asks for an image of the container, and tells of it', async () => {
    const { answer, request, events, steps } = await committing({
      ...{ author: 'me', comment: 'why', repo: 'name', tag: 'tag', changes: ['ENV B=2'] },
    });
    expect(answer).to.deep.equal({ Id: 'sha256:1' });
    expect(request).to.include({ containerId: '00', author: 'me', message: 'why', createdBy: 'sh -c x' });
    expect(request).to.include({ reference: 'name', tag: 'tag' });
    expect(JSON.parse(request['config']!)).to.deep.include({ Env: ['A=1', 'B=2'], Cmd: ['sh', '-c', 'x'] });
    expect(steps).to.deep.equal(['commit']);
    expect(events.map(({ type, action }) => `${type} ${action}`)).to.deep.equal([
      ...['image create', 'image tag', 'container commit'],
    ]);
    expect(events[2]!.attributes).to.include({ comment: 'why', imageID: 'sha256:1', imageRef: 'name:tag' });
  });

  it('takes the configuration of the body, unless it is empty', async () => {
    const given = await committing({}, { config: { Cmd: ['y'], User: null } });
    expect(JSON.parse(given.request['config']!)).to.deep.include({ Cmd: ['y'], Env: ['A=1'] });
    const empty = await committing({}, { config: {} });
    expect(JSON.parse(empty.request['config']!)).to.deep.include({ Cmd: ['sh', '-c', 'x'] });
  });

  it('gives the command up with the entrypoint, unless it is changed, too', async () => {
    const entrypoint = 'ENTRYPOINT ["e"]';
    const { request } = await committing({ changes: [entrypoint] });
    expect(JSON.parse(request['config']!)).to.not.have.property('Cmd');
    const both = await committing({ changes: ['CMD ["c"]', entrypoint] });
    expect(JSON.parse(both.request['config']!)).to.deep.include({ Cmd: ['c'], Entrypoint: ['e'] });
  });

  it('pauses what runs, and lets it go on also when it fails', async () => {
    const container = 'running';
    expect((await committing({ container })).steps).to.deep.equal(['pause', 'commit', 'unpause']);
    expect((await committing({ container, pause: false })).steps).to.deep.equal(['commit']);
    expect((await committing({ container: 'paused' })).steps).to.deep.equal(['commit']);
    const failed = await committing({ container }, { failing: 'commit' });
    expect(failed.steps).to.deep.equal(['pause', 'commit', 'unpause']);
    expect(failed.error).to.include({ kind: 'Conflict' });
    expect((await committing({ container }, { failing: 'pause' })).steps).to.deep.equal(['pause', 'commit']);
  });

  it('refuses containers that are not there or going', async () => {
    const messages: string[] = [];
    for (const container of ['nosuch', 'dead', 'removing'])
      messages.push(((await committing({ container })).error as Error).message);
    expect(messages[0]).to.contain('No such container: nosuch');
    expect(messages.slice(1)).to.deep.equal([
      'You cannot commit container 33 which is Dead',
      'You cannot commit container 44 which is being removed',
    ]);
    expect((await committing({ changes: ['RUN x'] })).error).to.include({ kind: 'InvalidParameter' });
  });
});
