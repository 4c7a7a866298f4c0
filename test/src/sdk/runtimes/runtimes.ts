/** A runtime that the SDK is to work on, and the command that runs a file on it. */
export interface Runtime {
  name: string;
  command: string[];
}

const NAMED: [variable: string, name: string, args: string[]][] = [
  ['ARCA_TEST_NODE22', 'Node 22', []],
  ['ARCA_TEST_BUN', 'Bun', []],
  ['ARCA_TEST_DENO', 'Deno', ['run', '--allow-all', '--node-modules-dir=manual']],
];

/** Those beside this Node of which a variable names the program. */
export const others: Runtime[] = NAMED.flatMap(([variable, name, args]): Runtime[] => {
  const program = process.env[variable];
  return program ? [{ name, command: [program, ...args] }] : [];
});
