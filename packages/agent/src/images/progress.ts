import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { ImageProgressSchema, type ImageProgress } from '@arca/agent-proto';
import { agentError } from '../containerd/errors.js';

/** One line of progress; fields may be left out. */
export type Progress = Exclude<MessageInitShape<typeof ImageProgressSchema>, { $typeName: string }>;

export type Report = (progress: Progress) => void;

/** What is reported before a pause of so many ms. */
export function retrying(pause: number): string {
  const seconds = Math.ceil(pause / 1000);
  return `Retrying in ${seconds} second${seconds === 1 ? '' : 's'}`;
}

/**
 * Work that reports while it goes on, as a stream of its reports. When the reader stops reading, or the caller's signal
 * is aborted, so is the work's; the stream ends after the work has. Errors are AgentErrors.
 */
export async function* reporting(
  work: (report: Report, signal: AbortSignal) => Promise<void>,
  callerSignal?: AbortSignal,
): AsyncGenerator<ImageProgress> {
  const own = new AbortController();
  const signal = callerSignal === undefined ? own.signal : AbortSignal.any([own.signal, callerSignal]);
  const queue: Progress[] = [];
  let wake: () => void = () => undefined;
  let ended = false;
  const report: Report = (progress) => {
    queue.push(progress);
    wake();
  };
  const running = Promise.resolve()
    .then(() => work(report, signal))
    .finally(() => {
      ended = true;
      wake();
    });
  running.catch(() => undefined); // awaited below
  try {
    for (;;) {
      const next = queue.shift();
      if (next !== undefined) yield create(ImageProgressSchema, next);
      else if (ended) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    await running.catch((error: unknown) => {
      throw agentError(error);
    });
  } finally {
    own.abort();
    await running.catch(() => undefined);
  }
}
