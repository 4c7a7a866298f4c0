import { expect } from 'chai';
import { it } from 'mocha';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BUSYBOX } from '../harness/busybox.js';
import { onEachEngine } from '../harness/suite.js';
import { others, type Runtime } from './runtimes/runtimes.js';

const EXAMPLES = fileURLToPath(new URL('../../../examples/sdk/', import.meta.url));

/** The runtimes take turns with the examples, on each engine differently. */
const runtimes: Runtime[] = [{ name: 'Node 24', command: [process.execPath] }, ...others];

/** What an example says it prints: the rest of each line from `// → ` on. */
const promised = (source: string): string[] =>
  [...source.matchAll(/\/\/ → (.*)$/gm)].map(([, text]) => text!);

/** Runs an example, which has to print what it says and to end by itself. */
async function run(example: string, { name, command }: Runtime, host: string): Promise<void> {
  const [program = '', ...args] = command;
  const file = `${EXAMPLES}dist/${example.replace(/\.ts$/, '.js')}`;
  const env = { ...process.env, DOCKER_HOST: host };
  const running = promisify(execFile)(program, [...args, file], { env, timeout: 45_000 });
  // What it had printed says how far it came.
  const { stdout, stderr } = await running.catch((error: unknown) => error as Awaited<typeof running>);
  const wanted = promised(readFileSync(`${EXAMPLES}src/${example}`, 'utf8'));
  expect(wanted, example).not.to.deep.equal([]);
  expect(stdout.trimEnd().split('\n'), `${example} on ${name}`).to.deep.equal(wanted);
  expect(stderr, `${example} on ${name}`).to.equal('');
}

onEachEngine('the examples of the SDK’s guide', (suite) => {
  it('print what they say, and leave nothing', async () => {
    const { api, engine } = suite;
    const examples = readdirSync(`${EXAMPLES}src`).filter((name) => name !== 'from-dockerode.ts');
    expect(examples.length).to.be.greaterThan(5);
    api.expect(await api.call('POST', `/images/${BUSYBOX}/tag?repo=busybox&tag=latest`), 201);
    try {
      const first = engine.kind === 'arca' ? 0 : 2;
      // Side by side by the runtimes, one after the other on each.
      const turns = runtimes.map(async (runtime, index) => {
        for (const [at, example] of examples.entries())
          if ((at + first) % runtimes.length === index) await run(example, runtime, engine.host);
      });
      const failed = (await Promise.allSettled(turns)).find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
    } finally {
      api.expect(await api.call('DELETE', '/images/busybox:latest'), 200);
      api.expect(await api.post('/build/prune', undefined, { all: true }), 200);
    }
    for (const path of ['/containers/json?all=1', '/networks?filters={"name":["guide"]}'])
      expect((await api.get(encodeURI(path))).json(), path).to.deep.equal([]);
    expect(
      (await api.get('/volumes')).json<{ Volumes: { Name: string }[] | null }>().Volumes ?? [],
    ).to.deep.equal([]);
  }).timeout(60_000);
});
