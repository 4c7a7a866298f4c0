import { fileURLToPath } from 'node:url';

/** A runtime that the SDK is to work on, and the command that runs a file on it. */
export interface Runtime {
  name: string;
  command: string[];
}

/** Where the set-up for tests puts them. */
const INSTALLED = fileURLToPath(new URL('../../../../tools/setup/runtimes/node_modules/', import.meta.url));

const ARCHITECTURE = process.arch as 'x64' | 'arm64';
const AS_BUN_CALLS_IT = ARCHITECTURE === 'arm64' ? 'aarch64' : 'x64';

/** A variable names another program than the one that is installed. */
const runtimes: [name: string, variable: string, installed: string, ...args: string[]][] = [
  ['Node 22', 'ARCA_TEST_NODE22', `node-linux-${ARCHITECTURE}/bin/node`],
  ['Bun', 'ARCA_TEST_BUN', `@oven/bun-linux-${AS_BUN_CALLS_IT}/bin/bun`],
  [
    ...(['Deno', 'ARCA_TEST_DENO', `@deno/linux-${ARCHITECTURE}-glibc/deno`] as const),
    ...['run', '--allow-all', '--node-modules-dir=manual'],
  ],
];

/** Those beside this Node. A program that is missing fails its tests. */
export const others: Runtime[] = runtimes.map(([name, variable, installed, ...args]) => ({
  name,
  command: [process.env[variable] || INSTALLED + installed, ...args],
}));
