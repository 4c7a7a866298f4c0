import type { Catalog, CoverageRow } from '@arca/plugin-kit';
import type { Kernel } from '../kernel/kernel.js';
import { coverageRows, featureSummaries } from './coverage.js';

/** What the kernel has loaded. */
export class KernelCatalog implements Catalog {
  constructor(private readonly kernel: Pick<Kernel, 'features'>) {}

  coverage(): CoverageRow[] {
    return coverageRows(this.#manifests);
  }

  features(): { id: string; summary: string }[] {
    return featureSummaries(this.#manifests);
  }

  get #manifests() {
    return this.kernel.features.all.map(({ manifest }) => manifest);
  }
}
