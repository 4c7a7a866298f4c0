import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { listedOnly } from './sdk/enumerations.js';

/** Where the three generators put their types; the first is what the others are held against. */
const FIRST = 'packages/api/src/generated/models.gen.js';
const OTHERS = {
  client: './client.js',
  server: '../../packages/server/src/generated/models.gen.js',
} as const;
const CLIENT = 'packages/sdk/src/generated/types.gen.ts';

/** A pair of type names to compare: that of the API, and that of the other side, which is the same but in tests. */
export type Comparison = readonly [api: string, other: string];

/**
 * Lets the compiler decide whether the generated types of a schema are assignable to each other in both directions.
 * Gives a line for each pair that is not; none when all three agree.
 */
export function typeDifferences(root: string, comparisons: readonly Comparison[]): string[] {
  const folder = join(root, '.cache', `types-${process.pid}`);
  const file = join(folder, 'equality.ts');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    // The client's take values beyond the description's: without these they are held against the others.
    const client = readFileSync(join(root, CLIENT), 'utf8').replaceAll(
      `'../`,
      `'../../${dirname(dirname(CLIENT))}/`,
    );
    writeFileSync(join(folder, 'client.ts'), listedOnly(client));
    writeFileSync(file, assertions(comparisons));
    const program = ts.createProgram([file], {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
    });
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map((diagnostic) => describe(diagnostic, source));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function assertions(comparisons: readonly Comparison[]): string {
  const imports = Object.entries(OTHERS).map(([name, path]) => `import type * as ${name} from '${path}';\n`);
  const lines = comparisons.flatMap(([api, other]) =>
    Object.keys(OTHERS).map((side) => `same<api.${api}, ${side}.${other}>(true);\n`),
  );
  return `import type * as api from '../../${FIRST}';
${imports.join('')}
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : 'the second is wider') : 'the first is wider';
declare function same<A, B>(value: Same<A, B>): void;
${lines.join('')}`;
}

function describe({ start = 0, messageText }: ts.Diagnostic, source: ts.SourceFile | undefined): string {
  const line = source?.text.slice(start).split('\n', 1)[0] ?? '';
  const before = source?.text.slice(source.text.lastIndexOf('\n', start) + 1, start) ?? '';
  return `${before}${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
