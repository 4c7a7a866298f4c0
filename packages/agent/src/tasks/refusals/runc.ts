import { RuntimeFailure } from '@arca/agent-proto';
import type { Interpreter, Rule } from './rule.js';

/** Texts of runc 1.1 in `create` and `exec`. They are what dockerd passes on, so they stay as they are. */
const rules: Rule[] = [
  { pattern: /exec: ".*": executable file not found in \$PATH/, failure: RuntimeFailure.NOT_FOUND },
  {
    pattern: /exec: ".*": (stat .*: )?(no such file or directory|not a directory)/,
    failure: RuntimeFailure.NOT_FOUND,
  },
  { pattern: /exec: ".*": /, failure: RuntimeFailure.NOT_EXECUTABLE },
  { pattern: /chdir to cwd|current working directory/, failure: RuntimeFailure.WORKING_DIRECTORY },
  { pattern: /error mounting|unable to mount|error preparing rootfs/, failure: RuntimeFailure.MOUNT },
  { pattern: /cgroup/, failure: RuntimeFailure.CGROUP },
  { pattern: /unable to setup user|unable to set(groups| user| group)/, failure: RuntimeFailure.USER },
];

export const interpretRunc: Interpreter = (text, { cwd }) => {
  const rule = rules.find(({ pattern }) => pattern.test(text));
  // runc makes a missing working directory, and says only that it could not.
  const failure = text.includes(`mkdir ${cwd}: `) ? RuntimeFailure.WORKING_DIRECTORY : rule?.failure;
  return { failure: failure ?? RuntimeFailure.UNKNOWN, text };
};
