import {
  invalidParameter,
  isConfigInstruction,
  splitWords,
  type DockerfileInstruction,
} from '@arca/plugin-kit';
import { DockerfileParser, type Instruction as Node } from 'dockerfile-ast';

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
}

const further = ['ADD', 'ARG', 'COPY', 'FROM', 'MAINTAINER', 'RUN'];

/** Throws InvalidParameter with Docker's message for what is no Dockerfile. */
export function parseDockerfile(text: string): Dockerfile {
  const file = DockerfileParser.parse(text.replace(/^\uFEFF/, ''));
  const lines = text.split(/\r?\n/);
  const escape = file.getEscapeCharacter();
  const result: Dockerfile = { escape, args: [], stages: [] };
  for (const node of file.getInstructions()) add(result, instructionOf(node, lines));
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

function add({ args, stages }: Dockerfile, instruction: Instruction): void {
  const { keyword, line } = instruction;
  if (keyword === 'FROM') stages.push(stageOf(instruction));
  else if (!isConfigInstruction(keyword) && !further.includes(keyword))
    throw parseError(line, `unknown instruction: ${keyword}`);
  else if (stages.length > 0) stages.at(-1)!.instructions.push(instruction);
  else if (keyword === 'ARG') args.push(instruction);
  else throw parseError(line, 'no build stage in current context');
}

function instructionOf(node: Node, lines: readonly string[]): Instruction {
  // Flags and heredocs are those of subclasses, and protected in places.
  const parts = node as unknown as {
    getFlags?(): { toString(): string }[];
    getHeredocs?(): { getName(): string | null; getContentRange(): Range | null }[];
  };
  const text = (node.getArgumentsContent() ?? '').trim();
  const found = parts.getHeredocs?.() ?? [];
  return {
    keyword: node.getKeyword(),
    flags: parts.getFlags?.().map(String) ?? [],
    text,
    line: node.getRange().start.line + 1,
    heredocs: heredocsOf(
      text,
      found.map((heredoc) => contentOf(heredoc.getContentRange(), lines)),
    ),
  };
}

interface Range {
  start: { line: number };
  end: { line: number };
}

const contentOf = (range: Range | null, lines: readonly string[]): string =>
  range ? `${lines.slice(range.start.line, range.end.line + 1).join('\n')}\n` : '';

const operator = /<<(-?)(["']?)([^\s"'<>|&;()]+)\2/g;

function heredocsOf(text: string, contents: readonly string[]): Heredoc[] {
  const [first = ''] = text.split('\n', 1);
  return [...first.matchAll(operator)].slice(0, contents.length).map(([, dash, quote, name = ''], index) => ({
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

/** The instruction as it is shown in the output. */
export const shown = ({ keyword, flags, text }: Instruction): string => [keyword, ...flags, text].join(' ');
