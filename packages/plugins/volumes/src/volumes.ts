import { randomBytes } from 'node:crypto';
import {
  ArcaError,
  conflict,
  Lock,
  notFound,
  prefixed,
  type Clock,
  type Collection,
  type Events,
  type Log,
  type NewVolume,
  type Store,
  type VolumeDriver,
  type VolumeRecord,
  type Volumes,
  type VolumeSource,
} from '@arca/plugin-kit';
import type { Agent } from '@arca/agent-proto';

/** Marks a volume that got its name from the engine. */
export const anonymousLabel = 'com.docker.volume.anonymous';

/** What is kept: the volume, and the ids of the containers that have it. */
interface Kept extends VolumeRecord {
  readonly holders: readonly string[];
}

interface Parts {
  store: Store;
  agent: Pick<Agent, 'volumes'>;
  events: Pick<Events, 'emit'>;
  clock: Clock;
  drivers: readonly VolumeDriver[];
  log: Log;
}

/** All volumes, in the state database. What changes a volume runs one after the other. */
export class VolumeService implements Volumes {
  readonly #kept: Collection<Kept>;
  readonly #drivers: ReadonlyMap<string, VolumeDriver>;
  readonly #locks = new Map<string, { lock: Lock; askers: number }>();
  /** Who has a volume mounted. */
  readonly #users = new Map<string, Set<string>>();

  constructor(private readonly parts: Parts) {
    this.#kept = parts.store.collection<Kept>('volumes');
    this.#drivers = byName(parts.drivers);
  }

  /** After a restart: lets go of what containers hold that do not exist, and of what nobody has mounted. */
  async settle(containers: ReadonlySet<string>): Promise<void> {
    for (const volume of [...this.#kept.values()]) {
      const holders = volume.holders.filter((id) => containers.has(id));
      const unfinished = holders.length < volume.holders.length;
      if (unfinished) this.#kept.set(volume.name, { ...volume, holders });
      // It was made for a container whose creation a crash has ended: nobody ever heard of it.
      if (unfinished && holders.length === 0 && isAnonymous(volume)) await this.remove(volume.name);
      else if (!this.#users.has(volume.name)) await this.#letGo(volume);
    }
  }

  /** A driver that fails, or is not there any more, must not keep the daemon from serving all else. */
  async #letGo(volume: VolumeRecord): Promise<void> {
    try {
      await this.#driverOf(volume).unmount(sourceOf(volume));
    } catch (error) {
      const { name: volumeName, driver } = volume;
      this.parts.log('warn', 'a volume may still be mounted', {
        volume: volumeName,
        driver,
        error: String(error),
      });
    }
  }

  get(name: string): VolumeRecord {
    return this.#find(name, 'get');
  }

  list(): readonly VolumeRecord[] {
    return [...this.#kept.values()];
  }

  drivers(): readonly string[] {
    return [...this.#drivers.keys()].sort();
  }

  async create(
    { name: given, driver = '', options, labels }: NewVolume,
    holder?: string,
  ): Promise<VolumeRecord> {
    const anonymous = !given;
    const name = given || randomBytes(32).toString('hex');
    const marked = anonymous ? { ...labels, [anonymousLabel]: '' } : (labels ?? null);
    return this.#locked(name, async () => {
      const existing = this.#kept.get(name);
      try {
        const volume =
          existing ?? (await this.#make({ name, driver, options: options ?? null, labels: marked }));
        if (existing && driver) this.#checkDriver(existing, driver);
        if (holder) this.hold(name, holder, volume);
        return volume;
      } catch (error) {
        throw prefixed(undefined, `create ${name}`, error);
      }
    });
  }

  /** With `force` it is forgotten also when its driver fails, or is not there any more. */
  remove(name: string, force = false): Promise<void> {
    return this.#locked(name, async () => {
      const volume = this.#find(name, 'get');
      if (volume.holders.length > 0) {
        const text = `remove ${name}: volume is in use - [${volume.holders.join(', ')}]`;
        throw conflict(text, 'volumes.in-use');
      }
      try {
        await this.#driverOf(volume).remove(sourceOf(volume));
      } catch (error) {
        if (!force) throw prefixed(undefined, `remove ${name}`, error);
        this.parts.log('warn', 'a volume is forgotten that its driver has not removed', {
          volume: name,
          error: String(error),
        });
      }
      this.#kept.delete(name);
      this.#tell(volume, 'destroy');
    });
  }

  hold(name: string, holder: string, volume: VolumeRecord = this.#find(name, 'get')): void {
    const holders = this.holders(name);
    if (!holders.includes(holder)) this.#kept.set(name, { ...volume, holders: [...holders, holder] });
  }

  release(name: string, holder: string): void {
    const volume = this.#kept.get(name);
    if (!volume?.holders.includes(holder)) return;
    this.#kept.set(name, { ...volume, holders: volume.holders.filter((id) => id !== holder) });
  }

  holders(name: string): readonly string[] {
    return this.#kept.get(name)?.holders ?? [];
  }

  mount(name: string, user: string): Promise<string> {
    return this.#locked(name, async () => {
      const volume = this.#find(name, 'get');
      const path = await this.#driverOf(volume)
        .mount(sourceOf(volume))
        .catch((error: unknown) => {
          throw prefixed(undefined, `error while mounting volume '${volume.mountpoint}'`, error);
        });
      const users = this.#users.get(name) ?? new Set();
      this.#users.set(name, users.add(user));
      return path;
    });
  }

  unmount(name: string, user: string): Promise<void> {
    return this.#locked(name, async () => {
      const users = this.#users.get(name);
      if (!users?.delete(user) || users.size > 0) return;
      this.#users.delete(name);
      const volume = this.#kept.get(name);
      if (volume) await this.#driverOf(volume).unmount(sourceOf(volume));
    });
  }

  async usage(name: string): Promise<number> {
    const { mountpoint } = this.get(name);
    if (mountpoint === '') return -1;
    return (await this.parts.agent.volumes.usage({ path: mountpoint })).bytes;
  }

  /** What the driver tells of it. */
  async status(name: string): Promise<Record<string, unknown> | undefined> {
    const volume = this.#find(name, 'get');
    return this.#driverOf(volume).status?.(sourceOf(volume));
  }

  async #make({
    name,
    driver: driverName,
    options,
    labels,
  }: Pick<Kept, 'name' | 'driver' | 'options' | 'labels'>): Promise<Kept> {
    const driver = this.#driver(driverName || 'local');
    const source = { name, options: options ?? {} };
    driver.check(source);
    const mountpoint = await driver.create(source).catch(async (error: unknown) => {
      // A driver that refuses has made nothing, and what is there may be another's; one that breaks may have.
      if (!(error instanceof ArcaError)) await driver.remove(source).catch(() => undefined);
      throw error;
    });
    const { scope } = driver;
    const createdAt = this.parts.clock.now();
    const made = {
      ...{ name, driver: driver.name, scope, mountpoint },
      createdAt,
      labels,
      options,
      holders: [],
    };
    this.#kept.set(name, made);
    this.#tell(made, 'create');
    return made;
  }

  #checkDriver({ name, driver }: Kept, wanted: string): void {
    if (this.#driver(wanted).name === driver) return;
    const text = `driver '${driver}' already has volume '${name}': volume name must be unique`;
    throw conflict(text, 'volumes.name-conflict');
  }

  #find(name: string, operation: string): Kept {
    const volume = this.#kept.get(name);
    if (!volume) throw notFound(`${operation} ${name}: no such volume`, 'volumes.unknown');
    return volume;
  }

  #driver(name: string): VolumeDriver {
    const driver = this.#drivers.get(name);
    if (driver) return driver;
    const text = `error looking up volume plugin ${name}: plugin "${name}" not found`;
    throw notFound(text, 'volumes.driver');
  }

  #driverOf = ({ driver }: VolumeRecord): VolumeDriver => this.#driver(driver);

  #tell({ name, driver }: VolumeRecord, action: string): void {
    this.parts.events.emit({ type: 'volume', action, id: name, attributes: { driver } });
  }

  async #locked<T>(name: string, change: () => Promise<T>): Promise<T> {
    const entry = this.#locks.get(name) ?? { lock: new Lock(), askers: 0 };
    this.#locks.set(name, entry);
    entry.askers++;
    try {
      return await entry.lock.run(change);
    } finally {
      if (--entry.askers === 0) this.#locks.delete(name);
    }
  }
}

/** Throws for two drivers of one name: which of them has the volumes would be a matter of order. */
function byName(drivers: readonly VolumeDriver[]): Map<string, VolumeDriver> {
  const named = new Map<string, VolumeDriver>();
  for (const driver of drivers) {
    if (named.has(driver.name)) throw new Error(`two plugins have a volume driver "${driver.name}"`);
    named.set(driver.name, driver);
  }
  return named;
}

export const isAnonymous = ({ labels }: VolumeRecord): boolean => Object.hasOwn(labels ?? {}, anonymousLabel);

const sourceOf = ({ name, options }: VolumeRecord): VolumeSource => ({ name, options: options ?? {} });
