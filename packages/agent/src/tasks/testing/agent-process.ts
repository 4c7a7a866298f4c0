import type { Spec } from '@arca/oci-spec';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Testbed, type StartFields } from './testbed.js';

// An agent in a process of its own, so that it can be killed. The parent drives it by messages.

interface Call {
  start?: { spec: Spec; fields?: StartFields; id?: string };
  exec?: { id: string; args: string[]; stdin?: boolean };
  /** Reads the container's output, and answers when this much of it has been read. */
  read?: { id: string; bytes: number };
  close?: true;
}

/** The parent's side. */
export class AgentProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async open(bed: Testbed): Promise<AgentProcess> {
    const child = fork(fileURLToPath(import.meta.url), [bed.base, bed.instance], { stdio: 'inherit' });
    await once(child, 'message');
    return new AgentProcess(child);
  }

  async call(call: Call): Promise<string> {
    this.child.send(call);
    const [answer] = (await once(this.child, 'message')) as [{ value?: string; error?: string }];
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value ?? '';
  }

  /** Sends a call and does not wait for its answer. */
  cast(call: Call): void {
    this.child.send(call);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exit;
  }
}

async function perform(bed: Testbed, { start, exec, read, close }: Call): Promise<string> {
  if (start) return bed.start(start.spec, start.fields, start.id);
  if (exec) return bed.exec(exec.id, exec.args, { stdin: exec.stdin });
  if (close) {
    await bed.tasks.close();
    setImmediate(() => process.disconnect());
    return '';
  }
  let seen = '';
  const { stdout } = bed.tasks.stdio(read!.id);
  for await (const chunk of stdout as AsyncIterable<Buffer>) {
    seen += chunk.toString();
    if (seen.length >= read!.bytes) break;
  }
  return seen;
}

/** The child's side. */
async function serve(base: string, instance: string): Promise<void> {
  const bed = new Testbed(base, instance);
  await bed.open();
  process.on('message', (call: Call) => {
    perform(bed, call).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ error: String(error) }),
    );
  });
  process.send?.({ value: 'ready' });
}

const [, program, base, instance] = process.argv;
if (program === fileURLToPath(import.meta.url) && base && instance) await serve(base, instance);
