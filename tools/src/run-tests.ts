// `npm test`: the unit and integration tests of every package, then the tests from outside. Arguments go to mocha
// (`npm test -- --grep kill`).
import { runCommand } from './run-command.js';

const suites: Record<string, string[]> = {
  packages: [
    '--no-config',
    '--timeout=30000',
    '{codegen,tools}/dist/**/*.test.js',
    'packages/*/dist/**/*.test.js',
    'packages/plugins/*/dist/**/*.test.js',
    'examples/*/dist/**/*.test.js',
  ],
  'from outside': ['--config', 'test/.mocharc.json', 'test/dist/**/*.test.js'],
};

// What the host lacks and can be given safely: on cgroup v1 the hierarchy without which crun refuses, forwarding.
await runCommand('node', ['packages/arcad/dist/main.js', 'doctor', '--fix']);

process.exitCode = 0;
for (const [name, args] of Object.entries(suites)) {
  process.stdout.write(`\n=== ${name}\n`);
  if ((await runCommand('mocha', [...args, ...process.argv.slice(2)])) !== 0) process.exitCode = 1;
}
