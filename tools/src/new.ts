// `npm run new -- plugin <name> [folder]`: a plugin package that builds, with one feature and its test, made of the sample
// of a third-party plugin.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const sample = fileURLToPath(new URL('../../examples/plugin-site', import.meta.url));
const [kind, name = '', folder = join('packages/plugins', name)] = process.argv.slice(2);
if (kind !== 'plugin' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || folder.startsWith('..')) {
  process.stderr.write('usage: npm run new -- plugin <name-in-kebab-case> [folder in this repository]\n');
  process.exit(2);
}
if (existsSync(folder)) {
  process.stderr.write(`${folder} exists\n`);
  process.exit(1);
}
const isBuiltin = dirname(folder) === join('packages', 'plugins');
const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const up = relative(folder, '.').replaceAll(sep, '/');

/** The sample's text under the new name. */
function renamed(text: string): string {
  return text
    .replaceAll('@acme/arca-plugin-site', isBuiltin ? `@arca/plugin-${name}` : `@acme/arca-plugin-${name}`)
    .replaceAll('../..', up)
    .replaceAll('siteFeature', `${camel}Feature`)
    .replaceAll('ACME_SITE', `ACME_${name.toUpperCase().replaceAll('-', '_')}`)
    .replace(/\bacme([./])site\b/g, `acme$1${name}`)
    .replace(/\bsite\.json\b/g, `${name}.json`)
    .replace(/^# site$/m, `# ${name}`);
}

for (const path of ['package.json', 'tsconfig.json', 'README.md', ...globSync('src/*.ts', { cwd: sample })]) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), renamed(readFileSync(join(sample, path), 'utf8')));
}
addReference('tsconfig.json', folder);
process.stdout.write(
  `made ${folder}\nnext: change src/feature.ts; run \`npm install\` to link it and \`npx tsc -b\` to build it; ` +
    (isBuiltin
      ? 'name it in packages/arcad (package.json, tsconfig.json, src/builtin.ts)\n'
      : `load it: npm start -- --plugin ./${folder}\n`),
);

function addReference(file: string, path: string): void {
  const config = JSON.parse(readFileSync(file, 'utf8')) as { references: { path: string }[] };
  config.references.push({ path });
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
}
