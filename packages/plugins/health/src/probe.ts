import type { Agent } from '@arca/agent-proto';
import type { Attachment, Clock, Execs } from '@arca/plugin-kit';
import type { CheckResult } from './record.js';
import { goDuration, type CheckSettings } from './settings.js';

const SIGKILL = 9;

/** Bytes of output that are kept. */
const largestOutput = 4096;

interface Ports {
  agent: Agent;
  execs: Execs;
  clock: Clock;
}

/** Runs the check in a container once. Never rejects. The signal ends it as the timeout does. */
export type Probe = (
  containerId: string,
  settings: CheckSettings,
  signal: AbortSignal,
) => Promise<CheckResult>;

/** The probe that runs the check as an exec process, with the container's user, directory and environment. */
export function probe({ agent, execs, clock }: Ports): Probe {
  return async (containerId, settings, signal) => {
    const Start = clock.now();
    const output = new LimitedOutput();
    const result = (ExitCode: number, Output: string) => ({ Start, End: clock.now(), ExitCode, Output });
    try {
      const execId = await execs.create(containerId, execSettings(settings.command));
      const attachment = await execs.start(execId, {});
      const kill = () =>
        void agent.processes.kill({ containerId, execId, signal: SIGKILL }).catch(() => undefined);
      const timedOut = await readUntil(attachment, output, { timeout: settings.timeout, signal, kill });
      if (timedOut) return result(-1, timeoutText(settings.timeout, output.text()));
      return result(execs.get(execId).exitCode ?? -1, output.text());
    } catch (error) {
      return result(-1, error instanceof Error ? error.message : String(error));
    }
  };
}

const execSettings = (args: string[]) => ({
  args,
  env: [],
  user: '',
  workingDir: '',
  terminal: false,
  stdin: false,
  stdout: true,
  stderr: true,
  privileged: false,
  detachKeys: '',
});

/** Reads all output, which ends with the process. True when the process had to be killed for taking too long. */
async function readUntil(
  attachment: Attachment,
  output: LimitedOutput,
  { timeout, signal, kill }: { timeout: number; signal: AbortSignal; kill: () => void },
): Promise<boolean> {
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    kill();
  }, timeout);
  signal.addEventListener('abort', kill, { once: true });
  if (signal.aborted) kill();
  try {
    for await (const { data } of attachment.output) output.add(data);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    attachment.detach();
  }
  return timedOut;
}

const timeoutText = (timeout: number, output: string): string =>
  `Health check exceeded timeout (${goDuration(timeout)})${output && `: ${output}`}`;

/** The beginning of an output; three dots tell that there was more. */
class LimitedOutput {
  readonly #chunks: Buffer[] = [];
  #length = 0;
  #more = false;

  add(data: Buffer): void {
    const piece = data.subarray(0, largestOutput - this.#length);
    this.#more ||= piece.length < data.length;
    this.#length += piece.length;
    if (piece.length > 0) this.#chunks.push(Buffer.from(piece));
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString() + (this.#more ? '...' : '');
  }
}
