import type { Subject } from './subject.js';

/** What a bench asks: one figure a round from each subject that can answer. */
export interface Question {
  readonly name: string;
  readonly asks: string;
  readonly unit: 'ms' | '1/s' | 'MB' | 'MB/s' | 's' | '×';
  readonly rounds: number;
  /** Whether less is better. */
  readonly lower: boolean;
  /** Further figures that the same work gives. */
  readonly also?: readonly FurtherFigure[];
  answers(subject: Subject): boolean;
  /** One figure, then those of `also`. What it made it removes. */
  measure(subject: Subject): Promise<number | readonly number[]>;
}

export type FurtherFigure = Pick<Question, 'name' | 'asks' | 'unit' | 'lower'>;

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

export const hasApi = (subject: Subject): boolean => subject.api !== undefined;
