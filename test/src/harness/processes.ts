import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

/** A process of the sandbox. */
export interface ProcessEntry {
  pid: number;
  parent: number;
  command: string;
}

/** All processes that can be seen, zombies left out. */
export function listProcesses(): ProcessEntry[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const status = readFileSync(`/proc/${entry}/status`, 'utf8');
        if (/^State:\s+Z/m.test(status)) return [];
        const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return [{ pid: Number(entry), parent: Number(/^PPid:\s+(\d+)/m.exec(status)![1]), command }];
      } catch {
        return []; // ended meanwhile
      }
    });
}

/** Whether a process exists and is not a zombie. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** The most memory that a process has had resident, bytes (`VmHWM` of proc(5)). */
export function residentPeak(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

/** Lets the peak begin anew, and gives what it is now. */
export function beginPeak(pid: number): number {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return residentPeak(pid);
}
