import {
  conflict,
  parseFilters,
  unavailable,
  type Events,
  type Log,
  type OperationFunction,
} from '@arca/plugin-kit';
import { volumeAnswer } from './answer.js';
import { listFilters, matches, prunable, pruneFilters, takesAll } from './filters.js';
import { isAnonymous, type VolumeService } from './volumes.js';

/** The operations of the Volume tag. */
export class VolumeOperations {
  #pruning = false;

  constructor(
    private readonly volumes: VolumeService,
    private readonly events: Pick<Events, 'emit'>,
    private readonly log: Log,
  ) {}

  /** `GET /volumes`. 400 for an unknown filter or value. */
  readonly list: OperationFunction<'VolumeList'> = async ({ params }) => {
    const filters = parseFilters(params.filters, listFilters);
    const found = this.volumes
      .list()
      .filter((volume) => matches(volume, filters, this.volumes.holders(volume.name).length > 0));
    return Promise.resolve({ Volumes: found.map(volumeAnswer), Warnings: null });
  };

  /** `POST /volumes/create`. The volume that has the name, when there is one; 404 for a driver that is not there. */
  readonly create: OperationFunction<'VolumeCreate'> = async ({ body }) => {
    if (body.ClusterVolumeSpec) {
      const text =
        'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';
      throw unavailable(text, 'swarm.not-a-manager');
    }
    const { Name, Driver, DriverOpts, Labels } = body;
    return volumeAnswer(
      await this.volumes.create({
        name: Name ?? '',
        driver: Driver ?? '',
        options: DriverOpts ?? null,
        labels: Labels ?? null,
      }),
    );
  };

  /** `GET /volumes/{name}`. 404 for no such volume. */
  readonly inspect: OperationFunction<'VolumeInspect'> = async ({ params: { name } }) => {
    const answer = volumeAnswer(this.volumes.get(name));
    const status = await this.volumes.status(name);
    return status ? { ...answer, Status: status } : answer;
  };

  /** `PUT /volumes/{name}`: for volumes of a swarm only. */
  readonly update: OperationFunction<'VolumeUpdate'> = () => {
    const text = 'volume update only valid for cluster volumes, but swarm is unavailable';
    return Promise.reject(unavailable(text, 'swarm.not-a-manager'));
  };

  /** `DELETE /volumes/{name}`. 404 for no such volume unless forced, 409 while a container has it. */
  readonly remove: OperationFunction<'VolumeDelete'> = async ({ params: { name, force } }) => {
    if (force && !this.volumes.list().some((volume) => volume.name === name)) return;
    await this.volumes.remove(name, force);
  };

  /** `POST /volumes/prune`: local volumes that nothing is mounted on and no container has, by default anonymous ones. */
  readonly prune: OperationFunction<'VolumePrune'> = async ({ params }, call) => {
    const filters = parseFilters(params.filters, pruneFilters);
    const all = takesAll(filters) || !call.atLeast('1.42');
    if (this.#pruning) throw conflict('a prune operation is already running', 'volumes.pruning');
    this.#pruning = true;
    try {
      return await this.#prune((volume) => (all || isAnonymous(volume)) && prunable(volume, filters));
    } finally {
      this.#pruning = false;
    }
  };

  async #prune(wanted: (volume: ReturnType<VolumeService['get']>) => boolean) {
    const VolumesDeleted: string[] = [];
    let SpaceReclaimed = 0;
    for (const volume of this.volumes.list()) {
      const { name, driver, options } = volume;
      const plain = driver === 'local' && Object.keys(options ?? {}).length === 0;
      if (!plain || this.volumes.holders(name).length > 0 || !wanted(volume)) continue;
      const bytes = await this.volumes.usage(name);
      try {
        await this.volumes.remove(name);
      } catch (error) {
        this.log('warn', 'a volume could not be pruned', { volume: name, error: String(error) });
        continue;
      }
      VolumesDeleted.push(name);
      SpaceReclaimed += bytes;
    }
    this.events.emit({
      type: 'volume',
      action: 'prune',
      id: '',
      attributes: { reclaimed: `${SpaceReclaimed}` },
    });
    return { VolumesDeleted, SpaceReclaimed };
  }
}
