import type { MessageInitShape } from '@bufbuild/protobuf';
import type { FindingSchema } from '@arca/agent-proto';
import { cgroupFindings } from './findings/cgroups.js';
import { kernelFindings } from './findings/kernel.js';
import { limitFindings } from './findings/limits.js';
import { networkFindings } from './findings/network.js';
import { programFindings } from './findings/programs.js';
import { storageFindings } from './findings/storage.js';
import { supervisionFindings } from './findings/supervision.js';
import type { Check, Examination } from './findings/finding.js';

export interface DoctorOptions extends Examination {
  /** Applies the safe remedies. */
  fix?: boolean;
}

export type DoctorFinding = Required<Omit<MessageInitShape<typeof FindingSchema>, '$typeName' | '$unknown'>>;

const checks: readonly Check[] = [
  kernelFindings,
  programFindings,
  cgroupFindings,
  networkFindings,
  storageFindings,
  limitFindings,
  supervisionFindings,
];

/**
 * Looks the host over: what the agent needs, whether it is there, and what a person should do about it. Works without
 * an agent and with nothing installed. Changes nothing without `fix`.
 */
export async function doctor(options: DoctorOptions): Promise<DoctorFinding[]> {
  const findings: DoctorFinding[] = [];
  for (const check of checks) findings.push(...(await carryOut(check, options)));
  return findings;
}

async function carryOut(check: Check, options: DoctorOptions): Promise<DoctorFinding[]> {
  const findings = await check(options);
  const fixed = new Map<string, string>();
  if (options.fix) {
    for (const { subject, ok, fix } of findings) {
      if (ok || !fix) continue;
      fixed.set(subject, await fix().then(() => '', String));
    }
  }
  const after = fixed.size > 0 ? await check(options) : findings;
  return after.map(({ subject, ok, detail, remedy, fix }) => {
    const failure = fixed.get(subject);
    return {
      subject,
      ok,
      detail: failure ? `${detail}; the remedy failed: ${failure}` : detail,
      remedy: ok ? '' : remedy,
      fixable: fix !== undefined && !ok,
      fixed: ok && failure === '',
    };
  });
}
