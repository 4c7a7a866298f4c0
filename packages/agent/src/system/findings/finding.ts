import type { RuntimeOptions } from '../runtimes.js';

/** What is looked over. */
export interface Examination extends RuntimeOptions {
  /** The agent's persistent directory; it need not exist. */
  root: string;
  instance: string;
}

export interface CheckedFinding {
  /** Short and unique. */
  subject: string;
  ok: boolean;
  /** What was found. */
  detail: string;
  /** What a person should do, a command where there is one. Read when not `ok`. */
  remedy: string;
  /** Does the same; only for what is safe and can be undone. */
  fix?: () => Promise<void>;
}

export type Check = (examination: Examination) => Promise<CheckedFinding[]>;

export function good(subject: string, detail: string): CheckedFinding {
  return { subject, ok: true, detail, remedy: '' };
}

export function bad(
  subject: string,
  detail: string,
  remedy: string,
  fix?: () => Promise<void>,
): CheckedFinding {
  return { subject, ok: false, detail, remedy, ...(fix ? { fix } : {}) };
}
