import type { ContainerRecord, RestingMount, RestingMounts, Volumes } from '@arca/plugin-kit';
import { mountsMadeFor } from './make.js';

/** Volumes and images as somebody sees them who looks at a container that does not run. */
export class MountsAtRest implements RestingMounts {
  #looks = 0;

  constructor(private readonly volumes: Pick<Volumes, 'mount' | 'unmount'>) {}

  async open(container: ContainerRecord) {
    const user = `look ${this.#looks++} at ${container.id}`;
    const mounted: string[] = [];
    const close = async () => {
      for (const name of mounted.splice(0)) await this.volumes.unmount(name, user);
    };
    try {
      const mounts: RestingMount[] = [];
      for (const { type, name, destination, subpath, index: image } of mountsMadeFor(container)) {
        if (type !== 'volume' && type !== 'image') continue;
        const source = type === 'volume' ? await this.volumes.mount(name, user) : '';
        if (type === 'volume') mounted.push(name);
        mounts.push({ destination, source, image, subpath });
      }
      return { mounts, close };
    } catch (error) {
      await close();
      throw error;
    }
  }
}
