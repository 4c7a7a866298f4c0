import { request, type Api } from '@arca/test';
import { hasApi, timed, type Question } from '../question.js';
import type { Subject } from '../subject.js';

type HostConfig = Record<string, unknown>;

const published = { PortBindings: { '80/tcp': [{ HostPort: '' }] } };
const others = (count: number) => (count ? ` with ${count} others` : '');

/** Start to end of a container on a user-defined network, which has a name server for it, among others of that network. */
const startOn = (name: string, neighbours: number, more: HostConfig = {}): Question => ({
  name,
  asks: `POST …/start until …/wait answers, on a user-defined network${others(neighbours)}`,
  unit: 'ms',
  rounds: neighbours > 20 ? 3 : 7,
  lower: true,
  answers: hasApi,
  measure: (subject) =>
    onNetwork(subject, neighbours, async (client, NetworkMode) => {
      const took: number[] = [];
      for (let count = 0; count < (neighbours > 20 ? 9 : 3); count++) {
        const id = await client.create({ Cmd: ['true'], HostConfig: { NetworkMode, ...more } });
        took.push(
          await timed(async () => {
            client.expect(await client.post(`/containers/${id}/start`), 204);
            await client.wait(id);
          }),
        );
        client.expect(await client.delete(`/containers/${id}`, { force: true }), 204);
      }
      return middle(took);
    }),
});

/** The same, of which the daemon itself says how long its network feature has worked on it. */
const networkPart = (name: string, neighbours: number, more: HostConfig = {}): Question => ({
  name,
  asks: `what the daemon counts as the network's part of a start on a user-defined network${others(neighbours)}`,
  unit: 'ms',
  rounds: neighbours > 20 ? 3 : 7,
  lower: true,
  answers: ({ name: subject }) => subject === 'arca',
  measure: (subject) =>
    onNetwork(subject, neighbours, async (client, NetworkMode) => {
      const took: number[] = [];
      for (let count = 0; count < 15; count++) {
        const id = await client.create({ Cmd: ['true'], HostConfig: { NetworkMode, ...more } });
        const before = await networkSeconds(client);
        client.expect(await client.post(`/containers/${id}/start`), 204);
        took.push(1000 * ((await networkSeconds(client)) - before));
        client.expect(await client.delete(`/containers/${id}`, { force: true }), 204);
      }
      return middle(took);
    }),
});

async function networkSeconds(client: Api): Promise<number> {
  const { text } = client.expect(await request(client.engine.socketPath, 'GET', '/arca/metrics'), 200);
  return Number(/^arca_start_hook_seconds_sum\{feature="network"\} (\S+)$/m.exec(text)?.[1] ?? 0);
}

/** Works on a network of its own that has so many containers. */
async function onNetwork(
  subject: Subject,
  neighbours: number,
  work: (client: Api, network: string) => Promise<number>,
): Promise<number> {
  const { client } = subject.api!;
  const NetworkMode = 'bench';
  client.expect(await client.post('/networks/create', { Name: NetworkMode }), 201);
  const ids: string[] = [];
  try {
    for (let count = 0; count < neighbours; count++)
      ids.push(await client.start({ Cmd: ['sleep', '3600'], HostConfig: { NetworkMode } }));
    return await work(client, NetworkMode);
  } finally {
    for (const id of ids) await subject.api!.remove(id);
    client.expect(await client.delete(`/networks/${NetworkMode}`), 204);
  }
}

const middle = (figures: number[]): number => figures.sort((a, b) => a - b)[figures.length >> 1]!;

export const questions = [
  startOn('start-network', 0),
  startOn('start-network-20', 20),
  startOn('start-network-200', 200),
  startOn('start-published', 0, published),
  networkPart('network-part', 0),
  networkPart('network-part-200', 200),
  networkPart('network-part-published', 0, published),
];
