// `npm run gen [-- --check]`: code from the description, then the documents that are made from code.
import { runCommand } from './run-command.js';

const args = process.argv.slice(2);
const steps: [string, string[]][] = [
  ['node', ['codegen/dist/main.js', ...args]],
  ['tsc', ['-b', 'packages/arcad']],
  ['node', ['packages/arcad/dist/coverage.js', ...args]],
  ['node', ['tools/dist/snippets.js', ...args]],
];
for (const [program, stepArgs] of steps) {
  const status = await runCommand(program, stepArgs);
  if (status !== 0) process.exit(status);
}
