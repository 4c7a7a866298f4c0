import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HEADER } from '../typescript/header.js';

/** Generated files of the server by their path below `src/generated`. */
export type ServerFiles = Map<string, string>;

/** What tsoa makes of the controllers: the table of routes, and the OpenAPI document that it sees in them. */
export interface TsoaOutput {
  routes: string;
  spec: unknown;
}

const ROUTES_FILE = 'routes.gen.ts';
const COMPILER_OPTIONS = {
  target: 99,
  module: 199,
  moduleResolution: 99,
  strict: true,
  types: ['node'],
  skipLibCheck: true,
};

/**
 * Runs tsoa over the controllers. It reads and writes files only, so they are laid out in `.cache` of the repository,
 * from where its packages can be found.
 */
export async function runTsoa(root: string, files: ServerFiles): Promise<TsoaOutput> {
  const folder = join(root, '.cache', `tsoa-${process.pid}`);
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    return await run(
      folder,
      [...files.keys()].filter((path) => path.startsWith('controllers/')),
      join(root, 'codegen/src/server/routes.template'),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(folder: string, controllers: string[], template: string): Promise<TsoaOutput> {
  const { generateRoutes, generateSpec } = await import('tsoa');
  const common = {
    entryFile: join(folder, controllers[0] as string),
    controllerPathGlobs: controllers.map((path) => join(folder, path)),
    noImplicitAdditionalProperties: 'ignore' as const,
  };
  const metadata = await generateRoutes(
    {
      ...common,
      routesDir: folder,
      routesFileName: ROUTES_FILE,
      // Not the framework: it only keeps `{name}` in paths.
      middleware: 'hapi',
      middlewareTemplate: template,
      bodyCoercion: false,
      esm: true,
    },
    COMPILER_OPTIONS as never,
  );
  await generateSpec(
    {
      ...common,
      outputDirectory: folder,
      specFileBaseName: 'spec',
      specVersion: 3,
      name: 'arca',
      version: '1',
    },
    COMPILER_OPTIONS as never,
    undefined,
    metadata,
  );
  return {
    routes: `${HEADER}\n${readFileSync(join(folder, ROUTES_FILE), 'utf8')}`,
    spec: JSON.parse(readFileSync(join(folder, 'spec.json'), 'utf8')) as unknown,
  };
}
