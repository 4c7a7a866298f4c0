import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { findCgroups } from './cgroup-tree.js';
import { must } from './command.js';
import { eventually } from './eventually.js';
import { runName } from './run.js';

/** Everything in the sandbox that an engine can leave behind, one readable line each, by kind. */
export type Inventory = Record<
  'processes' | 'mounts' | 'namespaces' | 'links' | 'firewall' | 'cgroups',
  string[]
>;

/**
 * Takes stock of the sandbox. Its process, mount and network namespaces belong to the run alone, so whatever is
 * new came from an engine; cgroups are the host's and are told by the run's name, which every engine's carry.
 */
export async function takeInventory(): Promise<Inventory> {
  return {
    processes: processes(),
    mounts: readFileSync('/proc/self/mountinfo', 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' ').slice(3, 5).join(' at ')),
    namespaces: lines(await must('ip', ['netns', 'list'])),
    links: lines(await must('ip', ['-o', 'link', 'show'])).map((line) => line.split(': ')[1]!),
    firewall: lines(await must('nft', ['list', 'tables'])),
    cgroups: findCgroups([runName()]),
  };
}

/** Takes stock when nothing changes any more: an engine that has just worked may still be refilling its pools. */
export async function takeSettledInventory(): Promise<Inventory> {
  let last = await takeInventory();
  for (let round = 0; round < 20; round += 1) {
    await delay(300);
    const next = await takeInventory();
    if (difference(last, next).length === 0 && difference(next, last).length === 0) return next;
    last = next;
  }
  return last;
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Command lines of all processes but this one and its ancestors; zombies show as their name in brackets. */
function processes(): string[] {
  const own = ancestors();
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && !own.has(Number(entry)))
    .flatMap((pid) => {
      try {
        const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return [commandLine === '' ? `[${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()}]` : commandLine];
      } catch {
        return []; // ended meanwhile
      }
    });
}

function ancestors(): Set<number> {
  const own = new Set<number>();
  for (let pid = Number(readlinkSync('/proc/self')); pid > 0;) {
    own.add(pid);
    pid = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  }
  return own;
}

/** What is there now and was not before, after a time for background removal; empty when all is clean. */
export async function leaksSince(before: Inventory, limit = 5000): Promise<string[]> {
  let leaks: string[] = [];
  try {
    await eventually(
      async () => {
        leaks = difference(before, await takeInventory());
        return leaks.length === 0;
      },
      'nothing is left behind',
      limit,
    );
  } catch {
    return leaks;
  }
  return [];
}

/** Engines keep pools that they refill: what has a number or a random name is known by its kind. */
function withoutNumbers(item: string): string {
  return item
    .replaceAll(/[0-9a-f]{12,64}/g, '*')
    .replaceAll(/\bveth\w+@\w+/g, 'veth')
    .replaceAll(/net:\[\d+\]| \(id: \d+\)/g, '');
}

function difference(before: Inventory, now: Inventory): string[] {
  return (Object.keys(now) as (keyof Inventory)[]).flatMap((kind) => {
    const known = before[kind].map(withoutNumbers);
    return now[kind]
      .map(withoutNumbers)
      .filter((item) => {
        const index = known.indexOf(item);
        if (index >= 0) known.splice(index, 1);
        return index < 0;
      })
      .map((item) => `${kind}: ${item}`);
  });
}
