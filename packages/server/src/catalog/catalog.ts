import type { Catalog, CoverageRow, HookTime, OperationFunction, OperationId } from '@arca/plugin-kit';
import type { Kernel } from '../kernel/kernel.js';
import { coverageRows, featureSummaries } from './coverage.js';

/** What the kernel has loaded. */
export class KernelCatalog implements Catalog {
  constructor(private readonly kernel: Pick<Kernel, 'features' | 'find' | 'hookTimes'>) {}

  coverage(): CoverageRow[] {
    return coverageRows(this.#manifests);
  }

  features(): { id: string; summary: string }[] {
    return featureSummaries(this.#manifests);
  }

  startTimes(): HookTime[] {
    return this.kernel.hookTimes.all();
  }

  operation<K extends OperationId>(id: K): OperationFunction<K> | undefined {
    return this.kernel.find(id);
  }

  get #manifests() {
    return this.kernel.features.all.map(({ manifest }) => manifest);
  }
}
