// `npm test`: the unit and integration tests of every package, and the tests from outside, two lots side by side: each
// waits more than it computes, and the tests from outside live in namespaces of their own. Arguments go to mocha
// (`npm test -- --grep kill`).
import { globSync, statSync } from 'node:fs';
import { collectCommand, runCommand } from './run-command.js';

interface Lot {
  name: string;
  args: string[];
}

const LANES = 2;
/** More lots than lanes, so that both end at about the same time; each starts engines of its own, so not many more. */
const PARTS = 4;

const more = process.argv.slice(2);

/** Files in lots of about the same size, the same for the same tree. */
function deal(files: string[], parts: number): string[][] {
  const lots = Array.from({ length: parts }, () => ({ files: [] as string[], size: 0 }));
  const bySize = files.map((file) => ({ file, size: statSync(file).size })).sort((a, b) => b.size - a.size);
  for (const { file, size } of bySize) {
    const smallest = lots.reduce((least, lot) => (lot.size < least.size ? lot : least));
    smallest.files.push(file);
    smallest.size += size;
  }
  return lots.map((lot) => lot.files.sort());
}

const packages = [
  '{codegen,tools}/dist/**/*.test.js',
  'packages/*/dist/**/*.test.js',
  'packages/plugins/*/dist/**/*.test.js',
  'examples/*/dist/**/*.test.js',
];
const fromOutside = deal(globSync('test/dist/**/*.test.js').sort(), more.length > 0 ? 1 : PARTS);
const lots: Lot[] = [
  { name: 'packages', args: ['--no-config', '--timeout=30000', ...packages] },
  ...fromOutside.map((files, index) => ({
    name: `from outside, ${index + 1} of ${fromOutside.length}`,
    args: ['--config', 'test/.mocharc.json', ...files],
  })),
];

/** Sum of what mocha counts under a word. */
function count(output: string, word: string): number {
  const found = output.matchAll(new RegExp(`^ +(\\d+) ${word}\\b`, 'gm'));
  return [...found].reduce((sum, [, number]) => sum + Number(number), 0);
}

// What the host lacks and can be given safely: on cgroup v1 the hierarchy without which crun refuses, forwarding.
await runCommand('node', ['packages/arcad/dist/main.js', 'doctor', '--fix']);

const failed: string[] = [];
let outputs = '';
const waiting = [...lots];
async function lane(): Promise<void> {
  for (let lot = waiting.shift(); lot !== undefined; lot = waiting.shift()) {
    process.stdout.write(`… ${lot.name}\n`);
    const { status, output } = await collectCommand('mocha', [...lot.args, ...more]);
    process.stdout.write(`\n=== ${lot.name}\n${output}`);
    outputs += output;
    if (status !== 0) failed.push(lot.name);
  }
}
await Promise.all(Array.from({ length: LANES }, lane));

for (const name of failed) process.stderr.write(`failed: ${name}\n`);
process.stdout.write(
  `${count(outputs, 'passing')} passed, ${count(outputs, 'failing')} failed, ${count(outputs, 'pending')} skipped\n`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
