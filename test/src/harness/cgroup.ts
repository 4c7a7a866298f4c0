import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually.js';

const ROOT = '/sys/fs/cgroup';

/** Whether the host has the unified hierarchy only. */
export const CGROUP_V2 = existsSync(join(ROOT, 'cgroup.controllers'));

/**
 * A control file of the cgroup that a process is in, as the kernel shows it. On v1 the controller tells the
 * hierarchy; on v2 there is one for all.
 */
export function readCgroup(pid: number, controller: string, file: string): string {
  const lines = readFileSync(`/proc/${pid}/cgroup`, 'utf8').trim().split('\n');
  for (const line of lines) {
    const [, controllers = '', path = ''] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (CGROUP_V2 && controllers === '') return read(join(ROOT, path, file));
    if (!CGROUP_V2 && controllers.split(',').includes(controller))
      return read(join(ROOT, controller, path, file));
  }
  throw new Error(`process ${pid} is in no ${controller} cgroup: ${lines.join(' ')}`);
}

function read(path: string): string {
  return readFileSync(path, 'utf8').trim();
}

/** Memory limits in bytes as the kernel holds them; `swap` is memory and swap together. */
export function memoryLimits(pid: number): { limit: string; reservation: string; swap: string } {
  const file = (name: string): string => readCgroup(pid, 'memory', name);
  if (!CGROUP_V2) {
    return {
      limit: file('memory.limit_in_bytes'),
      reservation: file('memory.soft_limit_in_bytes'),
      swap: file('memory.memsw.limit_in_bytes'),
    };
  }
  const limit = file('memory.max');
  const swap = file('memory.swap.max');
  return {
    limit,
    reservation: file('memory.low'),
    swap: swap === 'max' || limit === 'max' ? 'max' : String(Number(limit) + Number(swap)),
  };
}

/** CPU time in microseconds that is allowed in a period of microseconds; quota -1 means no limit. */
export function cpuBandwidth(pid: number): { quota: number; period: number } {
  if (CGROUP_V2) {
    const [quota, period] = readCgroup(pid, 'cpu', 'cpu.max').split(' ');
    return { quota: quota === 'max' ? -1 : Number(quota), period: Number(period) };
  }
  return {
    quota: Number(readCgroup(pid, 'cpu', 'cpu.cfs_quota_us')),
    period: Number(readCgroup(pid, 'cpu', 'cpu.cfs_period_us')),
  };
}

/**
 * The fields of /proc/PID/status, by name, of a process that has become the program of that name: a container counts
 * as running a moment before its runtime has executed the command.
 */
export function programStatus(pid: number, name: string): Promise<Record<string, string>> {
  return eventually(() => {
    const status = processStatus(pid);
    return status.Name === name && status;
  }, `process ${pid} is ${name}`);
}

function processStatus(pid: number): Record<string, string> {
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
  return Object.fromEntries(
    lines.map((line) => [line.split(':')[0]!, line.slice(line.indexOf(':') + 1).trim()]),
  );
}
