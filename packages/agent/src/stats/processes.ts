import { AgentError } from '@arca/agent-proto';
import { runCommand } from '../linux/commands.js';

const PATIENCE = 10_000;

/**
 * What `ps` prints with the arguments. It is asked for the pids alone first, which is faster; options that cannot be
 * used together with that get all processes. INTERNAL with what ps complained about.
 */
export async function psOutput(args: readonly string[], pids: readonly number[]): Promise<string> {
  const options = { timeout: PATIENCE };
  const some = await runCommand('ps', [...args, `-q${pids.join(',')}`], options);
  if (some.code === 0) return some.stdout;
  const all = await runCommand('ps', [...args], options);
  if (all.code === 0) return all.stdout;
  const complaint = all.stderr.split('\n')[0] || `exit status ${all.code}`;
  throw new AgentError('INTERNAL', `ps: ${complaint}`);
}
