import { AgentError } from '@arca/agent-proto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** What a file is to have, and what it was given last. */
export interface Rewriting {
  content: string;
  before: string;
  /** When others have changed it, lines that differ are taken away or added; else it is left alone. */
  byLines: boolean;
}

/** Changes a file in place, where others have not. NOT_FOUND when there is none. */
export async function rewriteFile(directory: string, name: string, change: Rewriting): Promise<void> {
  if (!/^\w[\w.-]*$/.test(name)) throw new AgentError('INVALID_ARGUMENT', `no file's name: ${name}`);
  const file = await open(join(directory, name), 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new AgentError('NOT_FOUND', `no such file: ${name}`, undefined, { cause: error });
  });
  try {
    const found = await file.readFile('utf8');
    const text = rewritten(found, change);
    if (text === found) return;
    await file.write(text, 0);
    await file.truncate(Buffer.byteLength(text));
  } finally {
    await file.close();
  }
}

/** The text that the file gets. */
export function rewritten(found: string, { content, before, byLines }: Rewriting): string {
  if (found === before) return content;
  if (!byLines) return found;
  const [old, fresh, lines] = [before, content, found].map((text) => text.split('\n').filter(Boolean));
  const kept = lines!.filter((line) => fresh!.includes(line) || !old!.includes(line));
  const added = fresh!.filter((line) => !old!.includes(line) && !kept.includes(line));
  return [...kept, ...added].map((line) => `${line}\n`).join('');
}
