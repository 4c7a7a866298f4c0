import type { HookTime } from '@arca/plugin-kit';

/** How long features' hooks of starts have taken since the daemon began. */
export class HookTimes {
  readonly #times = new Map<string, { seconds: number; count: number }>();

  async measure<T>(feature: string, call: () => Promise<T> | T): Promise<T> {
    const begin = performance.now();
    try {
      return await call();
    } finally {
      const before = this.#times.get(feature) ?? { seconds: 0, count: 0 };
      const seconds = before.seconds + (performance.now() - begin) / 1000;
      this.#times.set(feature, { seconds, count: before.count + 1 });
    }
  }

  all(): HookTime[] {
    return [...this.#times].map(([feature, time]) => ({ feature, ...time }));
  }
}
