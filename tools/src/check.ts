// `npm run check`: everything that can be judged without running Arca. Each finding names the command that mends it.
import { globSync } from 'node:fs';
import { runCommand } from './run-command.js';

interface Check {
  name: string;
  command: [string, ...string[]];
  remedy: string;
}

/** Sources only: what packages import of each other resolves to their built doors. */
function sourceFolders(): string[] {
  return globSync([
    'packages/*/src',
    'packages/plugins/*/src',
    '{codegen,test,bench,tools}/src',
    'examples/*/src',
  ]);
}

const checks: Check[] = [
  { name: 'generated code', command: ['node', 'tools/dist/gen.js', '--check'], remedy: 'npm run gen' },
  { name: 'description', command: ['redocly', 'lint', '--format=summary'], remedy: 'mend openapi/' },
  { name: 'tidy', command: ['node', 'tools/dist/tidy.js'], remedy: 'mend what is named' },
  {
    name: 'imports',
    command: ['depcruise', '--output-type', 'err', ...sourceFolders()],
    remedy: 'see the rules in .dependency-cruiser.cjs',
  },
  {
    name: 'reference',
    command: ['typedoc', '--options', 'packages/sdk/typedoc.json', '--emit', 'none'],
    remedy: 'write or mend the docstrings that are named',
  },
  {
    name: 'format',
    command: [
      'prettier',
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '.',
    ],
    remedy: 'npx prettier --write .',
  },
  {
    name: 'lint',
    command: ['eslint', '--cache', '--cache-location', '.cache/eslint', '.'],
    remedy: 'npx eslint --fix .',
  },
];

const failed: Check[] = [];
for (const check of checks) {
  process.stdout.write(`— ${check.name}\n`);
  const [program, ...args] = check.command;
  const status = await runCommand(program, args, {
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  });
  if (status !== 0) failed.push(check);
}
for (const check of failed) process.stderr.write(`check: ${check.name} failed; to mend: ${check.remedy}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
