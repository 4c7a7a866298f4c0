import { expect } from 'chai';
import { it } from 'mocha';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BUSYBOX } from '../harness/busybox.js';
import { runDirectory } from '../harness/run.js';
import { onEachEngine } from '../harness/suite.js';
import { others } from './runtimes/runtimes.js';

const EXAMPLES = fileURLToPath(new URL('../../../examples/sdk/', import.meta.url));

/** What an example says it prints: the rest of each line from `// → ` on. */
const promised = (source: string): string[] =>
  [...source.matchAll(/\/\/ → (.*)$/gm)].map(([, text]) => text!);

onEachEngine('the examples of the SDK’s guide', (suite) => {
  const names = readdirSync(`${EXAMPLES}src`).filter((name) => name !== 'from-dockerode.ts');
  it('print what they say, and leave nothing', () => run([process.execPath])).timeout(60_000);
  for (const { name, command } of others)
    it(`print what they say on ${name}`, () => run(command)).timeout(60_000);

  async function run([program = '', ...args]: string[]): Promise<void> {
    expect(names.length).to.be.greaterThan(5);
    const { api, engine } = suite;
    api.expect(await api.call('POST', `/images/${BUSYBOX}/tag?repo=busybox&tag=latest`), 201);
    try {
      const env = { ...process.env, DOCKER_HOST: engine.host };
      // One process for all, which has to end by itself.
      const imports = names.map((name) => `await import('${EXAMPLES}dist/${name.replace(/\.ts$/, '.js')}');`);
      const script = join(runDirectory(), `guide-${suite.kind}.mjs`);
      writeFileSync(script, imports.join("console.log('---');"));
      const { stdout, stderr } = await promisify(execFile)(program, [...args, script], { env });
      const printed = stdout.split('---\n').map((text) => text.trimEnd().split('\n'));
      for (const [index, name] of names.entries()) {
        const wanted = promised(readFileSync(`${EXAMPLES}src/${name}`, 'utf8'));
        expect(wanted, name).not.to.deep.equal([]);
        expect(printed[index], name).to.deep.equal(wanted);
      }
      expect(stderr).to.equal('');
    } finally {
      api.expect(await api.call('DELETE', '/images/busybox:latest'), 200);
      api.expect(await api.post('/build/prune', undefined, { all: true }), 200);
    }
    for (const path of ['/containers/json?all=1', '/networks?filters={"name":["guide"]}'])
      expect((await api.get(encodeURI(path))).json(), path).to.deep.equal([]);
    expect(
      (await api.get('/volumes')).json<{ Volumes: { Name: string }[] | null }>().Volumes ?? [],
    ).to.deep.equal([]);
  }
});
