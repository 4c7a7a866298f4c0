import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { AgentError } from '@arca/agent-proto';
import { lockFile, type SystemCallError } from './syscalls.js';

/**
 * Takes a directory for this process alone. The kernel gives it back when the process ends, however that comes about.
 * Rejects with UNAVAILABLE when another process has it. Gives the function that gives it back.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  const fd = openSync(join(directory, 'lock'), 'a', 0o600);
  try {
    lockFile(fd);
  } catch (error) {
    closeSync(fd);
    if ((error as SystemCallError).code !== 'EAGAIN') throw error;
    throw new AgentError('UNAVAILABLE', `another agent uses ${directory}`, undefined, { cause: error });
  }
  return () => closeSync(fd);
}
