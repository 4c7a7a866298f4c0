import { setTimeout as delay } from 'node:timers/promises';
import { processorTime, proportionalSetSize } from './processes.js';
import type { Usage } from './subject.js';

/** ms between two samples */
const interval = 100;

/** Sums what a changing set of processes uses. What a process does after its last sample is missed. */
export class UsageWatch implements Usage {
  readonly #first = new Map<number, number>();
  readonly #last = new Map<number, number>();
  #memory = 0;
  #begun = false;
  #stopped = false;
  readonly #running: Promise<void>;

  constructor(private readonly processes: () => Promise<number[]>) {
    this.#running = this.#run();
  }

  async stop(): Promise<{ cpu: number; memory: number }> {
    this.#stopped = true;
    await this.#running;
    let cpu = 0;
    for (const [pid, seconds] of this.#last) cpu += seconds - this.#first.get(pid)!;
    return { cpu, memory: this.#memory };
  }

  async #run(): Promise<void> {
    await this.#sample();
    while (!this.#stopped) {
      await delay(interval);
      await this.#sample();
    }
  }

  async #sample(): Promise<void> {
    let memory = 0;
    for (const pid of await this.processes()) {
      const seconds = await processorTime(pid);
      if (seconds === undefined) continue;
      // A process that began meanwhile has used all its time here.
      if (!this.#first.has(pid)) this.#first.set(pid, this.#begun ? 0 : seconds);
      this.#last.set(pid, seconds);
      memory += await proportionalSetSize(pid);
    }
    this.#memory = Math.max(this.#memory, memory);
    this.#begun = true;
  }
}
