import type { RuntimeFailure } from '@arca/agent-proto';

/** What was to be started: rules name it in their texts, since not every runtime does. */
export interface Command {
  /** `process.args[0]` */
  program: string;
  cwd: string;
}

/** A text of a runtime, what it means, and how runc, and so dockerd, would put it. */
export interface Rule {
  pattern: RegExp;
  failure: RuntimeFailure;
  /** Absent: the runtime's own text. */
  text?: (match: RegExpExecArray, command: Command) => string;
}

export interface Refusal {
  failure: RuntimeFailure;
  text: string;
}

/** Gives the meaning of a runtime's error text by the first rule that fits. */
export type Interpreter = (text: string, command: Command, call: 'create' | 'start' | 'exec') => Refusal;
