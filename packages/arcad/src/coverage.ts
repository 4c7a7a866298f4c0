// Writes docs/coverage.md from the manifests of the built-in features; `--check` compares instead.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { coverageMarkdown } from '@arca/server';
import { builtinManifests } from './builtin.js';
import { fieldTests } from './field-tests.js';

const file = fileURLToPath(new URL('../../../docs/coverage.md', import.meta.url));
const tests = fieldTests(builtinManifests, fileURLToPath(new URL('../../../test', import.meta.url)));
const text = coverageMarkdown(builtinManifests, (field) => {
  const { file: path, test } = tests.get(field)!;
  return `[${test}](../test/src/${path})`;
});
const current = (() => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
})();
if (current !== text) {
  if (process.argv.includes('--check')) {
    process.stderr.write('docs/coverage.md is not what the manifests say; to mend: npm run gen\n');
    process.exitCode = 1;
  } else writeFileSync(file, text);
}
