import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from '@arca/test';
import { hasApi, timed, type Question } from '../question.js';
import type { Subject } from '../subject.js';

const MEGABYTE = 1_000_000;
/** What each container writes; with BENCH_LOG_MEGABYTES less, for a quick look. */
const megabytes = Number(process.env['BENCH_LOG_MEGABYTES'] ?? 1000);
const blockSize = 50;
if (megabytes % blockSize !== 0) throw new Error(`BENCH_LOG_MEGABYTES must be a multiple of ${blockSize}`);

/**
 * One container that writes a file of such lines again and again, so that what is measured is the engine and not what
 * makes the lines: `cat` hands the pages of a file to its pipe.
 */
async function written(subject: Subject, driver: string, line: number): Promise<number[]> {
  const { client } = subject.api!;
  const directory = mkdtempSync(join(tmpdir(), 'arca-bench-'));
  const count = (blockSize * MEGABYTE) / line;
  writeFileSync(join(directory, 'lines'), Buffer.alloc(count * line, `${'x'.repeat(line - 1)}\n`));
  const id = await client.create({
    Cmd: ['sh', '-c', `for i in $(seq ${megabytes / blockSize}); do cat /bench/lines; done`],
    HostConfig: {
      NetworkMode: 'none',
      Binds: [`${directory}:/bench:ro`],
      LogConfig: { Type: driver, Config: {} },
    },
  });
  try {
    const usage = subject.api!.watch();
    const took = await timed(() => runToEnd(client, id));
    const { cpu, memory } = await usage.stop();
    return [(megabytes * 1000) / took, cpu, memory / MEGABYTE];
  } finally {
    await client.delete(`/containers/${id}`, { force: true });
    rmSync(directory, { recursive: true, force: true });
  }
}

async function runToEnd(client: Api, id: string): Promise<void> {
  client.expect(await client.post(`/containers/${id}/start`), 204);
  await client.wait(id);
}

const question = (name: string, driver: string, line: number): Question => {
  const asks = `a container writing ${megabytes} MB in lines of ${line} bytes through ${driver}`;
  return {
    ...{ name, asks, rounds: 3, unit: 'MB/s', lower: false, answers: hasApi },
    also: [
      { name: `${name}-cpu`, asks: 'processor time of the engine meanwhile', unit: 's', lower: true },
      { name: `${name}-memory`, asks: 'its most resident memory meanwhile', unit: 'MB', lower: true },
    ],
    measure: (subject) => written(subject, driver, line),
  };
};

export const questions = [
  question('log-lines', 'json-file', 100),
  question('log-blocks', 'json-file', 16_000),
  question('log-local-lines', 'local', 100),
  question('log-local-blocks', 'local', 16_000),
];
