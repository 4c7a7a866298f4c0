// `npm run new -- plugin <name>`: a plugin package that builds, with one feature to rename and its test.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [kind, name = ''] = process.argv.slice(2);
if (kind !== 'plugin' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  process.stderr.write('usage: npm run new -- plugin <name-in-kebab-case>\n');
  process.exit(2);
}
const folder = join('packages/plugins', name);
if (existsSync(folder)) {
  process.stderr.write(`${folder} exists\n`);
  process.exit(1);
}
const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const files: Record<string, string> = {
  'package.json': json({
    name: `@arca/plugin-${name}`,
    version: '0.1.0',
    private: true,
    description: `The ${name} plugin`,
    license: 'MIT',
    type: 'module',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    dependencies: { '@arca/api': '*', '@arca/oci-spec': '*', '@arca/plugin-kit': '*', inversify: '^8.2.3' },
  }),
  'tsconfig.json': json({
    extends: '../../../tsconfig.base.json',
    // No Node API: a feature maps fields; what has effects goes through ports.
    compilerOptions: {
      rootDir: 'src',
      outDir: 'dist',
      tsBuildInfoFile: 'dist/.tsbuildinfo',
      types: ['mocha'],
    },
    include: ['src'],
    references: ['api', 'oci-spec', 'agent-proto', 'plugin-kit'].map((path) => ({ path: `../../${path}` })),
  }),
  'README.md': `# ${name}\n\n| API field | OCI room | CLI flag | unit |\n| --- | --- | --- | --- |\n`,
  'src/index.ts': `export { manifests, plugin, plugin as default } from './module.js';\n`,
  'src/module.ts': `import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { ${camel} } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => ${camel}));
export const manifests = [${camel}.manifest] as const;
`,
  'src/feature.ts': `import { defineFeature } from '@arca/plugin-kit';

/** One sentence: which fields, which effect. */
export const ${camel} = defineFeature(
  {
    id: '${name}',
    summary: '',
    owns: [],
    writes: [],
    flags: {},
  },
  {},
);
`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

addReference('tsconfig.json', `packages/plugins/${name}`);
process.stdout.write(
  `made ${folder}\nnext: write src/feature.ts; run \`npm install\` to link it; name it in packages/arcad (package.json, tsconfig.json, src/builtin.ts)\n`,
);

function addReference(file: string, path: string): void {
  const config = JSON.parse(readFileSync(file, 'utf8')) as { references: { path: string }[] };
  config.references.push({ path });
  writeFileSync(file, json(config));
}
