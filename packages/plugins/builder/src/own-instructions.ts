import { flagValues, jsonWords, splitWords, type DockerfileInstruction } from '@arca/plugin-kit';

const copyFlags = ['chown', 'chmod', 'link', 'parents', 'exclude'] as const;

/** The flags of the instructions that do more than to change the configuration; some are BuildKit's alone. */
export const instructionFlags = {
  ADD: [...copyFlags, 'checksum', 'keep-git-dir', 'unpack'],
  ARG: [],
  COPY: [...copyFlags, 'from'],
  FROM: ['platform'],
  MAINTAINER: [],
  RUN: ['mount', 'network', 'security', 'device'],
} as const;

/** Those of which there may be several. */
const repeated = ['mount', 'exclude', 'device'];

type Keyword = keyof typeof instructionFlags;

export const isOwnInstruction = (keyword: string): keyword is Keyword => keyword in instructionFlags;

/** Throws an Error with Docker's message for an instruction that is not well formed, whatever the variables are. */
export function checkOwnInstruction({ keyword, flags, text }: DockerfileInstruction, escape: string): void {
  const known: readonly string[] = instructionFlags[keyword as Keyword];
  const once = flags.filter((flag) => !repeated.some((name) => flag.startsWith(`--${name}=`)));
  flagValues(once, known);
  if (keyword === 'ARG' && text === '') throw new Error('ARG requires at least one argument');
  if (keyword === 'MAINTAINER' && text === '') throw new Error('MAINTAINER requires exactly one argument');
  if ((keyword === 'ADD' || keyword === 'COPY') && sourcesOf(text, escape).length < 2)
    throw new Error(
      `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`,
    );
}

/** Sources and destination of ADD and COPY. */
export const sourcesOf = (text: string, escape: string): string[] =>
  jsonWords(text) ?? splitWords(text, escape);
