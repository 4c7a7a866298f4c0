import {
  checkInstruction,
  invalidParameter,
  isConfigInstruction,
  splitFlags,
  splitWords,
  type DockerfileInstruction,
} from '@arca/plugin-kit';
import { DockerfileParser, type Instruction as Node } from 'dockerfile-ast';
import { checkDirectives, joinedLine } from './dockerfile-lines.js';
import { checkOwnInstruction, isOwnInstruction } from './own-instructions.js';

/** A file written out in the Dockerfile behind an instruction. */
export interface Heredoc {
  name: string;
  content: string;
  /** Whether variables in it are replaced: its name has no quotes. */
  expands: boolean;
}

export interface Instruction extends DockerfileInstruction {
  /** From 1. */
  line: number;
  /** The line as it is written, continuations joined. */
  original: string;
  heredocs: readonly Heredoc[];
}

export interface Stage {
  /** In small letters; empty: none. */
  name: string;
  /** Image or stage, variables not replaced. */
  base: string;
  platform: string;
  from: Instruction;
  instructions: Instruction[];
}

export interface Dockerfile {
  escape: string;
  /** Those before the first stage. */
  args: Instruction[];
  stages: Stage[];
  /** What a person should know of it. */
  warnings: string[];
}

/** Throws InvalidParameter with Docker's message for what is no Dockerfile. */
export function parseDockerfile(text: string): Dockerfile {
  const plain = text.replace(/^\uFEFF/, '');
  const lines = plain.split(/\r?\n/);
  checkDirectives(lines);
  const file = DockerfileParser.parse(plain);
  const escape = file.getEscapeCharacter();
  const result: Dockerfile = { escape, args: [], stages: [], warnings: [] };
  for (const node of file.getInstructions()) add(result, node, lines);
  if (result.stages.length === 0) {
    const empty = file.getInstructions().length === 0;
    throw invalidParameter(
      empty ? 'file with no instructions' : 'no build stage in current context',
      'build.dockerfile',
    );
  }
  return result;
}

/** An error at a line. */
export const parseError = (line: number, message: string) =>
  invalidParameter(`dockerfile parse error on line ${line}: ${message}`, 'build.dockerfile');

function add(file: Dockerfile, node: Node, lines: readonly string[]): void {
  const { args, stages, warnings, escape } = file;
  const { instruction, gap } = instructionOf(node, lines, escape);
  const { keyword, line } = instruction;
  if (gap)
    warnings.push(
      `[WARNING]: Empty continuation line found in:\n    ${instruction.original}\n`,
      '[WARNING]: Empty continuation lines will become errors in a future release.\n',
    );
  check(instruction, escape);
  if (keyword === 'FROM') stages.push(stageOf(instruction));
  else if (stages.length > 0) stages.at(-1)!.instructions.push(instruction);
  else if (keyword === 'ARG') args.push(instruction);
  else throw parseError(line, 'no build stage in current context');
}

function check(instruction: Instruction, escape: string): void {
  const { keyword, line } = instruction;
  const isOwn = isOwnInstruction(keyword);
  if (!isOwn && !isConfigInstruction(keyword)) throw parseError(line, `unknown instruction: ${keyword}`);
  try {
    if (isOwn) checkOwnInstruction(instruction, escape);
    else checkInstruction(instruction, escape);
  } catch (error) {
    throw parseError(line, (error as Error).message);
  }
}

function instructionOf(
  node: Node,
  lines: readonly string[],
  escape: string,
): { instruction: Instruction; gap: boolean } {
  const start = node.getRange().start.line;
  const { text: original, gap } = joinedLine(lines, start, escape);
  const [, keyword = '', behind = ''] = /^(\S+)\s*([\s\S]*)$/.exec(original) ?? [];
  const { flags, rest } = splitFlags(behind, escape);
  const found = (node as unknown as { getHeredocs?(): WrittenFile[] }).getHeredocs?.() ?? [];
  const contents = found.map((heredoc) => contentOf(heredoc.getContentRange(), lines));
  return {
    instruction: {
      ...{ keyword: keyword.toUpperCase(), flags, text: rest, line: start + 1, original },
      heredocs: heredocsOf(rest, contents),
    },
    gap,
  };
}

interface WrittenFile {
  getContentRange(): Range | null;
}

interface Range {
  start: { line: number };
  end: { line: number };
}

const contentOf = (range: Range | null, lines: readonly string[]): string =>
  range ? `${lines.slice(range.start.line, range.end.line + 1).join('\n')}\n` : '';

const operator = /<<(-?)(["']?)([^\s"'<>|&;()]+)\2/g;

function heredocsOf(text: string, contents: readonly string[]): Heredoc[] {
  return [...text.matchAll(operator)].slice(0, contents.length).map(([, dash, quote, name = ''], index) => ({
    name,
    content: dash ? contents[index]!.replace(/^\t+/gm, '') : contents[index]!,
    expands: quote === '',
  }));
}

function stageOf(from: Instruction): Stage {
  const words = splitWords(from.text);
  const [base = '', as = '', name = ''] = words;
  if (words.length !== 1 && !(words.length === 3 && as.toUpperCase() === 'AS'))
    throw parseError(from.line, 'FROM requires either one or three arguments');
  if (name !== '' && !/^[a-z][a-z0-9-_.]*$/.test(name.toLowerCase()))
    throw parseError(
      from.line,
      `invalid name for build stage: ${JSON.stringify(name)}, name can't start with a number or contain symbols`,
    );
  const [platform = ''] = from.flags.flatMap((flag) => /^--platform=(.*)$/.exec(flag)?.[1] ?? []);
  return { name: name.toLowerCase(), base, platform, from, instructions: [] };
}
