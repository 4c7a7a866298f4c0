import { AgentError, type CallOptions, type Processes, type ServiceImplementation } from '@arca/agent-proto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { startExec } from './exec.js';
import type { ExitRecord } from './records.js';
import { shimError } from './refusals/refusal.js';
import type { TaskTable } from './table.js';

/** `Processes` of the agent's contract. */
export function processesService(table: TaskTable): ServiceImplementation<typeof Processes> {
  return {
    exec: async (request) => {
      const task = table.running(request.containerId);
      const { process } = await startExec(table.context, task, request);
      return { pid: process.pid };
    },
    kill: async ({ containerId, execId, signal, all }) => {
      const { process, exit } = table.process(containerId, execId);
      if (exit) throw new AgentError('NOT_FOUND', 'process already finished');
      await process.shim.task.kill({ ...process.ref, signal, all }).catch(rethrow);
      return {};
    },
    wait: async ({ containerId, execId }, options) => {
      return unlessCancelled(table.process(containerId, execId).ended, options);
    },
    resize: async ({ containerId, execId, width, height }) => {
      const { process, exit } = table.process(containerId, execId);
      if (exit) throw new AgentError('FAILED_PRECONDITION', 'process already finished');
      await process.shim.task.resizePty({ ...process.ref, width, height }).catch(rethrow);
      return {};
    },
    closeStdin: async ({ containerId, execId }) => {
      const { stdin } = table.process(containerId, execId).process.streams.stdio;
      if (stdin) await finish(stdin);
      return {};
    },
    delete: async ({ containerId, execId }) => {
      if (execId === '')
        throw new AgentError('INVALID_ARGUMENT', 'the init process is released, not deleted');
      const exec = table.find(containerId)?.execs.get(execId);
      if (!exec) return {};
      if (!exec.exit) throw new AgentError('FAILED_PRECONDITION', `exec ${execId} is running`);
      await exec.delete();
      table.find(containerId)?.execs.delete(execId);
      return {};
    },
  };
}

/** Ends the stream and waits until it has been delivered, or cannot be any more. */
async function finish(stdin: Writable): Promise<void> {
  if (stdin.writableFinished || stdin.destroyed) return;
  stdin.end();
  await Promise.race([once(stdin, 'finish'), once(stdin, 'close')]);
}

function unlessCancelled(ended: Promise<ExitRecord>, { signal }: CallOptions): Promise<ExitRecord> {
  if (!signal) return ended;
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new AgentError('CANCELLED', 'the caller has gone'));
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel, { once: true });
    ended.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

function rethrow(error: unknown): never {
  throw shimError(error);
}
