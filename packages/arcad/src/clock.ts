import { formatInstant, type Clock } from '@arca/plugin-kit';

/**
 * The wall clock with the resolution of the monotonic one: nanoseconds never repeat and never run backwards within a
 * process, while the whole follows the host's clock.
 */
export class SystemClock implements Clock {
  private offset = 0n;
  private last = 0n;

  constructor() {
    this.adjust();
    // The host's clock may be set; once a second is close enough.
    setInterval(() => this.adjust(), 1000).unref();
  }

  nanoseconds(): bigint {
    const now = process.hrtime.bigint() + this.offset;
    this.last = now > this.last ? now : this.last + 1n;
    return this.last;
  }

  now(): string {
    return formatInstant(this.nanoseconds());
  }

  private adjust(): void {
    const wall = BigInt(Date.now()) * 1_000_000n;
    const drift = wall - (process.hrtime.bigint() + this.offset);
    // Date.now() has milliseconds: what is less is not a change of the clock.
    if (drift > 2_000_000n || drift < -2_000_000n) this.offset += drift;
  }
}
