export type MountField =
  'HostConfig.Binds' | 'HostConfig.Mounts' | 'HostConfig.Tmpfs' | 'HostConfig.VolumesFrom' | 'Volumes';

/** How far a read-only mount is one: itself alone, with what is below it where the host can, or else not at all. */
export type ReadOnlyReach = 'itself' | 'all' | 'all-or-nothing';

/** One mount that a person or an image asked for, and with `name` and `driver` what it has become. */
export type RequestedMount = {
  type: 'bind' | 'tmpfs' | 'volume' | 'image';
  /** The field that it comes from. */
  field: MountField;
  /** Path on the host, the volume's mountpoint, or the image's id; empty for tmpfs, and for a volume not made yet. */
  source: string;
  destination: string;
  /** What inspect shows as `Mode`. */
  mode: string;
  writable: boolean;
  /** Of what is read-only. */
  reach: ReadOnlyReach;
  /** Empty: the default. */
  propagation: string;
  recursive: boolean;
  /** Make a missing source as a directory, as `Binds` do. */
  create: boolean;
  /** mount(8) options of a tmpfs. */
  options: string[];
  /** Of a volume or an image: as asked for, then as it is called. Empty: an anonymous volume. */
  name: string;
  /** Of a volume. */
  driver: string;
  driverOptions: { [name: string]: string } | null;
  labels: { [name: string]: string } | null;
  /** Nobody gave the volume a name: it goes with its container. */
  anonymous: boolean;
  /** A new volume gets what the image has at its destination. */
  copy: boolean;
  /** Part of a volume or an image, relative; empty: all of it. */
  subpath: string;
  /** Of an image: which of the container's held ones. */
  index: number;
};

const nothing = {
  ...{ source: '', mode: '', writable: true, propagation: '', recursive: true, create: false },
  ...{ name: '', driver: '', driverOptions: null, labels: null, anonymous: false, copy: false, subpath: '' },
  index: 0,
} as const;

/** A mount of which only what matters is told. */
export const requestedMount = (
  told: Partial<RequestedMount> & Pick<RequestedMount, 'type' | 'field' | 'destination'>,
): RequestedMount => ({ ...nothing, reach: 'all', options: [], ...told }) as RequestedMount;
