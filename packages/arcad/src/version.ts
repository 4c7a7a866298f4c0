import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packageFile = fileURLToPath(new URL('../package.json', import.meta.url));

/** Arca's own version. */
export const version = (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;

/** The newest API version that is served, and the oldest. */
export const apiVersion = '1.51';
export const minApiVersion = '1.24';

/** When this build was made. */
export const buildTime = statSync(fileURLToPath(import.meta.url)).mtime.toISOString();

/** The commit of the checkout, where it is one. */
export const gitCommit = commit();

function commit(): string {
  try {
    const cwd = fileURLToPath(new URL('.', import.meta.url));
    const args = ['rev-parse', '--short', 'HEAD'];
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}
