import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scaffold = fileURLToPath(new URL('./new.js', import.meta.url));
const program = (name: string) => join(root, 'node_modules/.bin', name);

describe('npm run new -- plugin', () => {
  let folder: string;
  const run = (file: string, args: string[]) =>
    execFileSync(file, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  before('a tree like the repository’s, in which the new package is the only one of its own', () => {
    folder = mkdtempSync(join(tmpdir(), 'arca-new-'));
    for (const name of ['packages', 'node_modules', 'tsconfig.base.json']) {
      symlinkSync(join(root, name), join(folder, name));
    }
    cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    mkdirSync(join(folder, 'examples'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('makes a package that builds and whose tests pass', () => {
    const said = run(process.execPath, [scaffold, 'plugin', 'rack-unit', 'examples/plugin-rack-unit']);
    expect(said).to.include('--plugin ./examples/plugin-rack-unit');
    const text = readFileSync(join(folder, 'examples/plugin-rack-unit/src/feature.ts'), 'utf8');
    expect(text).to.include("id: 'acme.rack-unit'").and.include('process.env[ACME_RACK_UNIT]');
    run(program('tsc'), ['--project', 'examples/plugin-rack-unit']);
    const tested = run(program('mocha'), ['--no-config', 'examples/plugin-rack-unit/dist/*.test.js']);
    expect(tested)
      .to.match(/^ {2}[1-9]\d* passing/m)
      .and.not.match(/failing|pending/);
  }).timeout(60_000);

  it('leaves alone what is there', () => {
    const again = () => run(process.execPath, [scaffold, 'plugin', 'rack-unit', 'examples/plugin-rack-unit']);
    expect(again).to.throw('exists');
  });

  it('is what the guide shows', () => {
    const guide = readFileSync(join(root, 'docs/writing-a-plugin.md'), 'utf8');
    const files = [...guide.matchAll(/<!-- (\S+) -->\n\n```ts\n([\s\S]*?)```/g)];
    expect(files.map(([, path]) => path)).to.deep.equal(['src/feature.ts', 'src/module.ts', 'src/index.ts']);
    for (const [, path, code] of files) {
      expect(code).to.equal(readFileSync(join(root, 'examples/plugin-site', path!), 'utf8'));
    }
  });
});
