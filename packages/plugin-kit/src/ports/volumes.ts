import type { ContainerRecord, Instant } from '../container.js';

/** A volume as the server keeps it. */
export interface VolumeRecord {
  readonly name: string;
  readonly driver: string;
  readonly scope: 'local' | 'global';
  /** Where its data is on the agent's host, as inspect shows it; empty when the driver does not say so before a mount. */
  readonly mountpoint: string;
  readonly createdAt: Instant;
  /** As they were given. */
  readonly labels: Readonly<Record<string, string>> | null;
  readonly options: Readonly<Record<string, string>> | null;
}

/** What names a volume to its driver. */
export interface VolumeSource {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Makes and mounts the volumes of one driver name; docs/volume-drivers.md. Errors are thrown as `ArcaError`s. Every call may come again after a
 * crash and must then have the same end.
 */
export interface VolumeDriver {
  /** `Driver` of volumes, and of `--volume-driver`. */
  readonly name: string;
  readonly scope: 'local' | 'global';
  /** Throws InvalidParameter for a name or options that it does not take. */
  check(volume: VolumeSource): void;
  /** Gives the mountpoint, or an empty text when it is known only when it is mounted. After any other error than an `ArcaError`, `remove` follows. */
  create(volume: VolumeSource): Promise<string>;
  /** With all that is in it. */
  remove(volume: VolumeSource): Promise<void>;
  /** Before the first container with it starts; gives the path on the agent's host. */
  mount(volume: VolumeSource): Promise<string>;
  /** After the last container with it has ended. */
  unmount(volume: VolumeSource): Promise<void>;
  /** `Status` of inspect. */
  status?(volume: VolumeSource): Promise<Record<string, unknown>>;
}

export interface NewVolume {
  /** Empty: a name is made, and the volume is anonymous. */
  name?: string;
  /** Empty: that of the volume that has the name, or `local`. */
  driver?: string;
  options?: Readonly<Record<string, string>> | null;
  labels?: Readonly<Record<string, string>> | null;
}

/** All volumes, and which containers have them. */
export interface Volumes {
  /** Throws NotFound `get x: no such volume`. */
  get(name: string): VolumeRecord;
  list(): readonly VolumeRecord[];
  /** Names of the drivers. */
  drivers(): readonly string[];
  /**
   * Makes a volume, or gives the one that has the name. `holder` is the id of a container that is to have it. Throws
   * InvalidParameter, NotFound for the driver, or Conflict when the name is another driver's.
   */
  create(volume: NewVolume, holder?: string): Promise<VolumeRecord>;
  /** Throws NotFound, or Conflict while a container has it. */
  remove(name: string): Promise<void>;
  /** Notes that a container has it: it cannot be removed. */
  hold(name: string, holder: string): void;
  release(name: string, holder: string): void;
  /** Ids of the containers that have it. */
  holders(name: string): readonly string[];
  /** Gives the path on the agent's host, until `unmount` by the same user. */
  mount(name: string, user: string): Promise<string>;
  unmount(name: string, user: string): Promise<void>;
  /** Bytes of its files; -1 when that is not known. */
  usage(name: string): Promise<number>;
}

/** What is mounted at a path of a container that does not run. */
export interface RestingMount {
  /** Where it is in the container. */
  readonly destination: string;
  /** Path on the agent's host; empty: an image that the agent holds for the container. */
  readonly source: string;
  /** Which of the held images. */
  readonly image: number;
  /** Relative part of the source; empty: all of it. */
  readonly subpath: string;
}

/** The volumes and images of containers that do not run, for who looks at their files. */
export interface RestingMounts {
  /** Volumes are mounted until `close`. Throws what their driver refuses. */
  open(container: ContainerRecord): Promise<{ mounts: readonly RestingMount[]; close(): Promise<void> }>;
}
