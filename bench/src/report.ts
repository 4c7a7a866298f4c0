import type { FurtherFigure } from './question.js';

/** Figures of one question by subject, in the order of the rounds. */
export interface Answer {
  question: FurtherFigure;
  figures: Record<string, number[]>;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A Markdown table: medians, and the ratio of Arca's to each other's; below 1 is better where less is. */
export function table(answers: readonly Answer[]): string {
  const subjects = [...new Set(answers.flatMap(({ figures }) => Object.keys(figures)))];
  const others = subjects.filter((name) => name !== 'arca');
  const head = ['question', 'unit', ...subjects, ...others.map((name) => `arca ÷ ${name}`)];
  const rows = answers.map(({ question, figures }) => {
    const of = (name: string) => (figures[name]?.length ? median(figures[name]) : undefined);
    const arca = of('arca');
    const ratio = (name: string) => {
      const other = of(name);
      return arca === undefined || other === undefined ? '–' : (arca / other).toFixed(2);
    };
    const value = (name: string) => (of(name) === undefined ? '–' : shown(of(name)!));
    return [question.name, question.unit, ...subjects.map(value), ...others.map(ratio)];
  });
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
