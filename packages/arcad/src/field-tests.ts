import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CreateField, Manifest } from '@arca/plugin-kit';

/** A test from outside that reads the effect of a field. */
export interface FieldTest {
  /** Below `test/src`. */
  readonly file: string;
  /** Its title, or the beginning of it. */
  readonly test: string;
}

/**
 * The test of every field: that of its flag in the table of `docker run`'s flags, else the one that
 * `test/field-tests.json` names. Throws an Error that names the fields without one, and the tests that there are not.
 */
export function fieldTests(manifests: readonly Manifest[], folder: string): Map<CreateField, FieldTest> {
  const named = JSON.parse(readFileSync(join(folder, 'field-tests.json'), 'utf8')) as Partial<
    Record<string, FieldTest>
  >;
  const byFlag = flagTests(join(folder, 'src'));
  const tests = new Map<CreateField, FieldTest>();
  const problems: string[] = [];
  for (const { owns, flags = {} } of manifests) {
    for (const field of owns) {
      const own = ((flags as Partial<Record<string, string>>)[field] ?? '').split(/,\s*/);
      const test = named[field] ?? own.map((flag) => byFlag.get(flag)).find((found) => found !== undefined);
      if (test === undefined) problems.push(`${field} has no test`);
      else if (!readFileSync(join(folder, 'src', test.file), 'utf8').includes(test.test))
        problems.push(`the test of ${field}, “${test.test}”, is not in ${test.file}`);
      else tests.set(field, test);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return tests;
}

/** The table of flags, as its sources have it. */
function flagTests(sources: string): Map<string, FieldTest> {
  const tests = new Map<string, FieldTest>();
  for (const file of globSync('clients/docker-cli/flags/*-flags.ts', { cwd: sources }).toSorted()) {
    const text = readFileSync(join(sources, file), 'utf8');
    for (const [, flags = '', test = ''] of text.matchAll(/flags: \[([^\]]*)\],\s*title: '([^']*)'/g)) {
      for (const [, flag = ''] of flags.matchAll(/'([^']*)'/g)) tests.set(flag, { file, test });
    }
  }
  return tests;
}
