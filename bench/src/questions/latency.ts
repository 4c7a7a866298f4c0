import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Api } from '@arca/test';
import { hasApi, timed, type Question } from '../question.js';
import type { SubjectApi } from '../subject.js';

const loggers = 4;
const requests = 400;

/** ms that 99 of a hundred requests take at most, of such that follow each other. */
async function slowest(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < requests; index++) times.push(await timed(ask));
  return times.sort((a, b) => a - b)[Math.floor(requests * 0.99)]!;
}

async function latencies(client: Api, id: string): Promise<[ping: number, inspect: number]> {
  const ping = await slowest(() => client.get('/_ping'));
  return [ping, await slowest(() => client.get(`/containers/${id}/json`))];
}

/** A container that writes lines of 100 bytes without a pause, to files of 100 MB. */
async function startLogger({ client }: SubjectApi, directory: string): Promise<string> {
  const id = await client.create({
    Cmd: ['sh', '-c', 'while :; do cat /bench/lines; done'],
    HostConfig: {
      NetworkMode: 'none',
      Binds: [`${directory}:/bench:ro`],
      LogConfig: { Type: 'json-file', Config: { 'max-size': '100m', 'max-file': '2' } },
    },
  });
  client.expect(await client.post(`/containers/${id}/start`), 204);
  return id;
}

/** Requests while nothing else happens, then while containers log at full rate. */
async function measure(api: SubjectApi): Promise<number[]> {
  const { client } = api;
  const directory = mkdtempSync(join(tmpdir(), 'arca-bench-'));
  writeFileSync(join(directory, 'lines'), Buffer.alloc(10_000_000, `${'x'.repeat(99)}\n`));
  const ids: string[] = [await api.create(['sleep', '600'], false)];
  try {
    await latencies(client, ids[0]!); // once more than counts: the first requests of a kind are slower
    const idle = await latencies(client, ids[0]!);
    for (let count = 0; count < loggers; count++) ids.push(await startLogger(api, directory));
    await delay(500);
    const busy = await latencies(client, ids[0]!);
    return [busy[0] / idle[0], busy[1] / idle[1], busy[0], busy[1]];
  } finally {
    for (const id of ids) await client.delete(`/containers/${id}`, { force: true });
    rmSync(directory, { recursive: true, force: true });
  }
}

const question: Question = {
  name: 'latency-ping',
  asks: `99th percentile of GET /_ping while ${loggers} containers log at full rate, as a multiple of that of an idle engine`,
  ...{ unit: '×', rounds: 3, lower: true, answers: hasApi },
  also: [
    { name: 'latency-inspect', asks: 'the same of GET /containers/{id}/json', unit: '×', lower: true },
    { name: 'latency-ping-busy', asks: 'of GET /_ping meanwhile', unit: 'ms', lower: true },
    { name: 'latency-inspect-busy', asks: 'of GET /containers/{id}/json meanwhile', unit: 'ms', lower: true },
  ],
  measure: ({ api }) => measure(api!),
};

export const questions = [question];
