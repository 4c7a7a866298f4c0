import { setTimeout as delay } from 'node:timers/promises';
import {
  ArcaError,
  containerEvent,
  parseInstant,
  type Clock,
  type Collection,
  type ContainerRecord,
  type Containers,
  type Events,
  type Log,
  type Store,
} from '@arca/plugin-kit';
import type { Probe } from './probe.js';
import { afterCheck, nextInterval, startingRecord, type CheckResult, type HealthRecord } from './record.js';
import type { CheckSettings } from './settings.js';

interface Ports {
  store: Store;
  containers: Containers;
  events: Events;
  clock: Clock;
  log: Log;
  probe: Probe;
}

/** Timers of Node go no further. */
const longestDelay = 2 ** 31 - 1;

/** Checks the containers that run, and keeps their health. */
export class Monitors {
  readonly #records: Collection<HealthRecord>;
  readonly #running = new Map<string, AbortController>();

  constructor(private readonly use: Ports) {
    this.#records = use.store.collection<HealthRecord>('health');
  }

  get(id: string): HealthRecord | undefined {
    return this.#records.get(id);
  }

  /** A container has been started, or has been found running: its health has yet to be told. */
  start({ id }: ContainerRecord, settings: CheckSettings): void {
    this.#running.get(id)?.abort();
    const stop = new AbortController();
    this.#running.set(id, stop);
    this.#records.set(id, startingRecord(this.get(id)));
    this.#watch(id, settings, stop.signal).catch((error: unknown) =>
      this.use.log('error', 'health checks have ended', { container: id, error: String(error) }),
    );
  }

  /** It does not run any more: nobody would call it healthy. */
  stop(id: string): void {
    const stop = this.#running.get(id);
    if (!stop) return;
    stop.abort();
    this.#running.delete(id);
    const record = this.get(id);
    if (record) this.#records.set(id, { ...record, Status: 'unhealthy' });
  }

  forget(id: string): void {
    this.stop(id);
    this.#records.delete(id);
  }

  /** Containers go on; the next daemon checks them. */
  close(): void {
    for (const stop of this.#running.values()) stop.abort();
    this.#running.clear();
  }

  async #watch(id: string, settings: CheckSettings, signal: AbortSignal): Promise<void> {
    for (;;) {
      const container = this.#container(id);
      const record = this.get(id);
      if (!container || !record || signal.aborted) return;
      const wait = nextInterval(record, settings, this.#sinceStart(container));
      const due = await delay(Math.min(wait, longestDelay), true, { signal, ref: false }).catch(() => false);
      if (!due) return;
      if (this.#container(id)?.state.status !== 'running') continue;
      const result = await this.use.probe(id, settings, signal);
      if (!signal.aborted) this.#keep(id, result, settings);
    }
  }

  #keep(id: string, result: CheckResult, settings: CheckSettings): void {
    const container = this.#container(id);
    const before = this.get(id);
    if (!container || !before) return;
    const started = parseInstant(container.state.startedAt);
    const sinceStart = Number(parseInstant(result.Start) - started) / 1e6;
    const after = afterCheck(before, result, settings, sinceStart);
    this.#records.set(id, after);
    if (after.Status !== before.Status)
      this.use.events.emit(containerEvent(container, `health_status: ${after.Status}`));
  }

  #sinceStart({ state }: ContainerRecord): number {
    return Number(this.use.clock.nanoseconds() - parseInstant(state.startedAt)) / 1e6;
  }

  #container(id: string): ContainerRecord | undefined {
    try {
      return this.use.containers.get(id);
    } catch (error) {
      if (error instanceof ArcaError && error.kind === 'NotFound') return undefined;
      throw error;
    }
  }
}
