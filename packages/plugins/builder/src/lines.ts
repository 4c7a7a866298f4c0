import type { BuildInfo } from '@arca/api';

/** What a stage has to say, for a reader that comes when the stages before it are done. */
export class Lines {
  readonly #items: BuildInfo[] = [];
  #wake: (() => void) | undefined;
  #ended = false;

  text(stream: string): void {
    this.push({ stream });
  }

  push(item: BuildInfo): void {
    this.#items.push(item);
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<BuildInfo> {
    for (;;) {
      yield* this.#items.splice(0);
      if (this.#items.length > 0) continue;
      if (this.#ended) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
