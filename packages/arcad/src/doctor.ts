import { doctor } from '@arca/agent';
import type { Options } from './options.js';

/** Prints what the host has and lacks, each with its remedy; gives the exit status. */
export async function runDoctor({ fix, instance, root, runtimes }: Options): Promise<number> {
  const findings = await doctor({ fix, instance, root, runtimes });
  for (const { subject, ok, detail, remedy, fixable, fixed } of findings) {
    const mark = fixed ? 'fixed' : ok ? 'ok' : 'lacks';
    process.stdout.write(`${mark.padEnd(6)} ${subject}: ${detail}\n`);
    if (!ok && !fixed && remedy)
      process.stdout.write(`       ${remedy}${fixable ? ' (or: doctor --fix)' : ''}\n`);
  }
  return findings.some(({ ok, fixed }) => !ok && !fixed) ? 1 : 0;
}
