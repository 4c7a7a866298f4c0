import type { Subject } from './subject.js';

/** What a bench asks: one figure a round from each subject that can answer. */
export interface Question {
  readonly name: string;
  readonly asks: string;
  readonly unit: 'ms' | '1/s' | 'MB' | 'MB/s';
  readonly rounds: number;
  /** Whether less is better. */
  readonly lower: boolean;
  answers(subject: Subject): boolean;
  /** One figure. What it made it removes. */
  measure(subject: Subject): Promise<number>;
}

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

export const hasApi = (subject: Subject): boolean => subject.api !== undefined;
