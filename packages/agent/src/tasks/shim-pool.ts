import type { Shim } from './shim.js';

/**
 * Shims that have been started and wait for a container. Taking one costs nothing; the gap is filled a little later,
 * when the start that took it is over.
 */
export class ShimPool {
  private readonly idle: Shim[] = [];
  private timer: NodeJS.Timeout | undefined;
  private filling: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly spawn: () => Promise<Shim>,
    private readonly size: number,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Starts shims until the pool is full. Failures are reported, not thrown: `take` starts one itself. */
  fill(): Promise<void> {
    this.filling ??= this.spawnMissing().finally(() => (this.filling = undefined));
    return this.filling;
  }

  /** Gives a shim for one container. Rejects when none can be started. */
  async take(): Promise<Shim> {
    let shim = this.idle.shift();
    while (shim?.lost) {
      void shim.dispose();
      shim = this.idle.shift();
    }
    this.fillLater();
    return shim ?? (await this.spawn());
  }

  /** Ends the idle shims. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.filling;
    await Promise.all(this.idle.splice(0).map((shim) => shim.dispose()));
  }

  private fillLater(): void {
    if (this.timer || this.closed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.fill();
    }, 50).unref();
  }

  private async spawnMissing(): Promise<void> {
    while (!this.closed && this.idle.length < this.size) {
      try {
        this.idle.push(await this.spawn());
      } catch (error) {
        return this.failed(error);
      }
    }
  }
}
