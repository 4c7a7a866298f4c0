import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const folderOf = (name: string): string =>
  join(ROOT, name.startsWith('@arca/') ? 'packages' : 'node_modules', name.replace('@arca/', ''));

/** A package and what it needs at run time. */
function needed(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const text = readFileSync(join(folderOf(name), 'package.json'), 'utf8');
  const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
  for (const other of Object.keys(dependencies)) needed(other, found);
  return found;
}

const PACKAGES = [...needed('@arca/sdk')];
const PERMISSIVE = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];

/** Uses what others would, and misuses it once. */
const SCRIPT = `
import { containerList, createClient, demultiplex, Docker, type ContainerSummary } from '@arca/sdk';
export const docker = new Docker({ host: 'unix:///nowhere' });
export const list = async (): Promise<ContainerSummary[]> =>
  (await containerList({ client: createClient(), throwOnError: true })).data;
export const output = demultiplex;
// @ts-expect-error a misspelt field
await docker.containers.create({ Image: 'a', Cmmd: [] }).catch((error: Error) => console.log(error.name));
`;
const PAGE = `
import { containerList, createClient, exec, watchEvents } from '@arca/sdk/browser';
const client = createClient({ url: 'http://127.0.0.1:1' });
export const names = async () => (await containerList({ client, throwOnError: true })).data.map(({ Names }) => Names);
export const shell = () => exec(client, 'a', ['sh'], { tty: { columns: 80, rows: 24 } });
export const events = () => watchEvents(client);
// @ts-expect-error a missing id
await containerList({ client, path: { id: 'a' } }).catch((error: Error) => console.log(error.name));
`;

describe('the package', function () {
  this.timeout(300_000);
  let folder: string;
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  before('an empty folder', () => {
    folder = mkdtempSync(join(tmpdir(), 'arca-package-'));
    writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "type": "module", "private": true }');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is installed as it is published, runs, and its types compile strictly', () => {
    // Packed as for a registry, and not linked.
    const how = ['--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund'];
    run('npm', 'install', ...how, ...PACKAGES.map(folderOf));
    writeFileSync(join(folder, 'script.ts'), SCRIPT);
    writeFileSync(join(folder, 'page.ts'), PAGE);
    expect(compile('script.ts', 'page.ts')).to.deep.equal([]);
    // Nobody listens, which both say.
    expect(run(process.execPath, 'script.js').trim()).to.match(/Error$/);
    expect(run(process.execPath, 'page.js').trim()).to.equal('TypeError');
  });

  it('has what it needs, under permissive licences, and no tests', () => {
    const modules = join(folder, 'node_modules');
    const installed = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(@[^/]+\/)?[^/@.]+\/package\.json$/.test(path),
    );
    const names = installed.map((path) => path.replace('/package.json', ''));
    expect(names).to.have.members(PACKAGES).and.have.length(5);
    for (const path of installed) {
      const { license } = JSON.parse(readFileSync(join(modules, path), 'utf8')) as { license: string };
      expect(PERMISSIVE, path).to.include(license);
    }
    const files = readdirSync(join(modules, '@arca/sdk'), { recursive: true, encoding: 'utf8' });
    expect(files).to.include.members([
      'LICENSE',
      'README.md',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/browser/index.d.ts',
    ]);
    expect(files.filter((path) => /\.test\.|\.map$|testing|tsbuildinfo|^src/.test(path))).to.deep.equal([]);
  });

  function compile(...names: string[]): string[] {
    const paths = names.map((name) => join(folder, name));
    const program = ts.createProgram(paths, {
      ...{ strict: true, skipLibCheck: false, target: ts.ScriptTarget.ES2022, outDir: folder },
      ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
      ...{ lib: ['lib.es2024.d.ts', 'lib.esnext.disposable.d.ts'], types: ['node'] },
      typeRoots: [join(ROOT, 'node_modules/@types')],
    });
    // Ours, and not what others check: the libraries of the language, of Node and of openapi-fetch.
    const ours = [...paths, join(folder, 'node_modules/@arca')];
    const files = program
      .getSourceFiles()
      .filter(({ fileName }) => ours.some((path) => fileName.startsWith(path)));
    expect(files.length).to.be.greaterThan(40);
    const found = files.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]);
    for (const path of paths) program.emit(program.getSourceFile(path));
    return found.map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  }
});
