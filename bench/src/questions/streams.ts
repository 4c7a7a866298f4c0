import { once } from 'node:events';
import type { Api } from '@arca/test';
import { hasApi, timed, type Question } from '../question.js';
import type { Subject } from '../subject.js';

const MEGABYTE = 1_000_000;
const upgrade = { Connection: 'Upgrade', Upgrade: 'tcp' };
const silent = { NetworkMode: 'none', LogConfig: { Type: 'none', Config: {} } };

const question = (
  name: string,
  asks: string,
  rounds: number,
  measure: (client: Api) => Promise<number>,
): Question => ({
  ...{ name, asks, rounds, unit: 'MB/s', lower: false, answers: hasApi },
  measure: ({ api }: Subject) => measure(api!.client),
});

/** A command that prints lines of a length, the newline counted. */
const printing = (line: number, megabytes: number): string[] => [
  'sh',
  '-c',
  `yes ${'x'.repeat(line - 1)} | head -c ${megabytes * MEGABYTE}`,
];

async function read(client: Api): Promise<number> {
  const megabytes = 500;
  const id = await client.start({ Cmd: printing(100, megabytes), HostConfig: { NetworkMode: 'none' } });
  await client.wait(id);
  let received = 0;
  const took = await timed(async () => {
    const response = await client.open('GET', `/containers/${id}/logs`, { query: { stdout: true } });
    response.on('data', (chunk: Buffer) => (received += chunk.length));
    await once(response, 'end');
  });
  await client.delete(`/containers/${id}`, { force: true });
  if (received < megabytes * MEGABYTE) throw new Error(`only ${received} bytes of the log came`);
  return (megabytes * 1000) / took;
}

/** Attaches, lets the container go on by a line, and waits for the end of the connection. */
async function attached(client: Api, script: string, megabytes: number, feed: boolean): Promise<number> {
  const Cmd = ['sh', '-c', script];
  const id = await client.create({ OpenStdin: true, StdinOnce: true, Cmd, HostConfig: silent });
  const path = `/containers/${id}/attach?stream=1&stdin=1&stdout=1`;
  const connection = await client.raw('POST', path, undefined, upgrade);
  await connection.head();
  const { socket } = connection;
  socket.removeAllListeners('data').resume();
  client.expect(await client.post(`/containers/${id}/start`), 204);
  const block = Buffer.alloc(MEGABYTE, 'x');
  const took = await timed(async () => {
    socket.write('go\n');
    if (feed)
      for (let sent = 0; sent < megabytes; sent++) if (!socket.write(block)) await once(socket, 'drain');
    if (feed) connection.halfClose();
    await connection.end(120_000);
  });
  connection.destroy();
  await client.delete(`/containers/${id}`, { force: true });
  return (megabytes * 1000) / took;
}

export const questions = [
  question('logs', 'GET …/logs of 500 MB in lines of 100 bytes', 1, read),
  question('attach-output', '500 MB from a container to an attached client', 3, (client) =>
    attached(client, 'read x; head -c 500000000 /dev/zero', 500, false),
  ),
  question('attach-input', '200 MB from an attached client to a container', 3, (client) =>
    attached(client, 'read x; cat > /dev/null', 200, true),
  ),
];
