import { RuntimeFailure } from '@arca/agent-proto';
import type { Command, Interpreter, Rule } from './rule.js';

const missing = ({ program }: Command) =>
  program.includes('/')
    ? `exec: "${program}": stat ${program}: no such file or directory`
    : `exec: "${program}": executable file not found in $PATH`;

/** Texts of crun 1.8 in `create` and `exec`; strerror(3) at their end is lower case by now. */
const rules: Rule[] = [
  {
    pattern: /^executable file `.*` not found in \$PATH/,
    failure: RuntimeFailure.NOT_FOUND,
    text: (_, command) => missing(command),
  },
  {
    pattern: /^open executable: not a directory$/,
    failure: RuntimeFailure.NOT_FOUND,
    text: (_, { program }) => `exec: "${program}": stat ${program}: not a directory`,
  },
  {
    pattern: /^open executable: no such file or directory$/,
    failure: RuntimeFailure.NOT_FOUND,
    text: (_, command) => missing(command),
  },
  {
    // What crun says of a directory.
    pattern: /^open executable: operation not permitted$/,
    failure: RuntimeFailure.NOT_EXECUTABLE,
    text: (_, { program }) => `exec: "${program}": permission denied`,
  },
  {
    pattern: /^open executable: (.*)$/,
    failure: RuntimeFailure.NOT_EXECUTABLE,
    text: (match, { program }) => `exec: "${program}": ${match[1]}`,
  },
  {
    pattern: /^chdir `(.*)`: (.*)$/,
    failure: RuntimeFailure.WORKING_DIRECTORY,
    text: (match) => `chdir to cwd ("${match[1]}") set in config.json failed: ${match[2]}`,
  },
  {
    pattern: /^error stat'ing file `(.*)`: (.*)$/,
    failure: RuntimeFailure.MOUNT,
    text: (match) =>
      `error during container init: error mounting "${match[1]}" to rootfs: stat ${match[1]}: ${match[2]}`,
  },
  {
    pattern: /^mount `(.*)` to `(.*)`: (.*)$/,
    failure: RuntimeFailure.MOUNT,
    text: (match) =>
      `error during container init: error mounting "${match[1]}" to rootfs at "/${match[2]}": mount ${match[1]}:/${match[2]}: ${match[3]}`,
  },
  { pattern: /^OOM: the memory limit could be too low/, failure: RuntimeFailure.CGROUP },
  {
    pattern: /^(writing|opening) file `(cpu|cpuset|memory|blkio|io|pids|hugetlb|devices)\./,
    failure: RuntimeFailure.CGROUP,
  },
  { pattern: /cgroup/, failure: RuntimeFailure.CGROUP },
  { pattern: /^(setres[ug]id|setgroups|set[ug]id)\b/, failure: RuntimeFailure.USER },
];

export const interpretCrun: Interpreter = (text, command, call) => {
  // Go writes the errors of the system in lower case, and clients look for them so.
  const lower = text.replace(/: [A-Z](?=[a-z]+( [a-z]+)*$)/, (start) => start.toLowerCase());
  // Of an empty name crun says what it says of a directory.
  const said =
    command.program === '' && lower.startsWith('open executable')
      ? 'executable file `` not found in $PATH'
      : lower;
  const rule = rules.find(({ pattern }) => pattern.test(said));
  const match = rule?.pattern.exec(said);
  const words = (match && rule?.text?.(match, command)) ?? said;
  const prefix = call === 'exec' ? 'exec failed' : `crun ${call} failed`;
  return {
    failure: rule?.failure ?? RuntimeFailure.UNKNOWN,
    text: `${prefix}: unable to start container process: ${words}`,
  };
};
