import { claims, parseClaim, roomKey, type Claim, type KeyedRoom, type SingleRoom } from '@arca/oci-spec';
import { systemError } from './errors.js';
import type { RoomWriter } from './feature.js';
import type { CreateField } from './fields.js';
import type { Manifest } from './manifest.js';

/** The rooms that a feature may write, and those that it may offer something for. */
export interface FeatureClaims {
  readonly writes: readonly Claim[];
  readonly offers: readonly Claim[];
  readonly overrides: readonly Claim[];
}

/** A manifest's claims, those left out that are of no known room: the kernel refuses them when it boots. */
export function featureClaims({
  writes = [],
  offers = [],
  overrides = [],
}: Pick<Manifest, 'writes' | 'offers' | 'overrides'>): FeatureClaims {
  const parse = (list: readonly string[]) => list.flatMap((text) => parseClaim(text) ?? []);
  return { writes: parse(writes), offers: parse(offers), overrides: parse(overrides) };
}

/** A file for the container's directory. */
export interface RoomFile {
  content: string;
  mode?: number;
}

/** Offered, added by the key's owner, or put over both. */
export type Rank = 0 | 1 | 2;

/** A value in a room, and where it came from. */
export interface RoomEntry {
  readonly feature: string;
  readonly field: string;
  readonly value: unknown;
  /** Of two at the same key the higher counts. */
  readonly rank: Rank;
}

/** All that the `spec` hooks of one container wrote. Refuses what a feature has not claimed, and double entries. */
export class RoomBook {
  readonly singles = new Map<SingleRoom, RoomEntry>();
  readonly keyed = new Map<KeyedRoom, Map<string, RoomEntry>>();
  readonly files: Record<string, RoomFile> = {};
  readonly directories = new Set<string>();
  readonly #fileOwners = new Map<string, string>();

  /** `directory`: where the container's files will be. */
  constructor(private readonly directory: string) {}

  writer(feature: string, { writes, offers, overrides }: FeatureClaims): RoomWriter<CreateField> {
    return {
      set: (room, value, field) => {
        if (!claims(writes, room)) throw unclaimed(feature, room);
        const other = this.singles.get(room);
        if (other) throw double(room, other.feature, feature);
        this.singles.set(room, { feature, field, value, rank: 1 });
      },
      add: (room, key, value, field) => {
        const spelling = roomKey(room, key);
        if (!claims(writes, room, spelling)) throw unclaimed(feature, `${room}[${spelling}]`);
        this.#add(room, spelling, { feature, field, value, rank: 1 });
      },
      offer: (room, key, value, field) => {
        const spelling = roomKey(room, key);
        if (!claims(offers, room, spelling)) throw unclaimed(feature, `${room}[${spelling}]`);
        this.#add(room, spelling, { feature, field, value, rank: 0 });
      },
      override: (room, key, value, field) => {
        const spelling = roomKey(room, key);
        if (!claims(overrides, room, spelling)) throw unclaimed(feature, `${room}[${spelling}]`);
        this.#add(room, spelling, { feature, field, value, rank: 2 });
      },
      file: (name, content, mode) =>
        this.#file(feature, name, mode === undefined ? { content } : { content, mode }),
      directory: (path) => void this.directories.add(path),
    };
  }

  #add(room: KeyedRoom, key: string, entry: RoomEntry): void {
    let entries = this.keyed.get(room);
    if (!entries) this.keyed.set(room, (entries = new Map()));
    const other = entries.get(key);
    if (other?.rank === entry.rank) throw double(`${room}[${key}]`, other.feature, entry.feature);
    if (!other || other.rank < entry.rank) entries.set(key, entry);
  }

  #file(feature: string, name: string, file: RoomFile): string {
    if (!/^[\w.-]+$/.test(name) || name.startsWith('.')) {
      throw systemError(
        `feature ${feature} writes a file with the name ${JSON.stringify(name)}`,
        'spec.file-name',
      );
    }
    const other = this.#fileOwners.get(name);
    if (other !== undefined) throw double(`file ${name}`, other, feature);
    this.#fileOwners.set(name, feature);
    this.files[name] = file;
    return `${this.directory}/${name}`;
  }
}

const unclaimed = (feature: string, place: string) =>
  systemError(`feature ${feature} writes ${place}, which it has not claimed`, 'spec.unclaimed');

const double = (place: string, first: string, second: string) =>
  systemError(
    first === second
      ? `feature ${first} writes ${place} twice`
      : `the features ${first} and ${second} both write ${place}`,
    'spec.conflict',
  );
