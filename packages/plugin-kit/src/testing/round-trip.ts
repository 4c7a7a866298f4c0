import type { ContainerInspectResponse, ContainerSummary } from '@arca/api';
import type { Resources } from '@arca/oci-spec';
import { completeBody, fieldPlace, saysNothing } from '../body.js';
import type { CreateContext, Hooks, SpecContext } from '../feature.js';
import type { CreateBody, CreateField } from '../fields.js';
import type { Manifest } from '../manifest.js';
import { featureClaims, RoomBook } from '../room-book.js';
import type { FeatureCase, UpdateCase } from './feature-case.js';
import { hostInfo } from './host.js';
import { callObserved } from './observation.js';
import { containerRecord, imageFacts } from './records.js';

export type TestedFeature = { readonly manifest: Manifest } & Hooks<CreateField, CreateField>;

/** What `spec` wrote. */
export interface WrittenRooms {
  rooms: Record<string, unknown>;
  provenance: Record<string, string>;
  files: Record<string, string>;
  directories: string[];
}

/** Runs a feature's pure hooks as the kernel does, for one case, with nothing else loaded. */
export class RoundTrip {
  readonly #host;
  readonly #image;
  readonly #record;

  constructor(
    private readonly feature: TestedFeature,
    private readonly given: FeatureCase,
  ) {
    this.#host = hostInfo(given.host);
    this.#image = imageFacts(given.image);
    this.#record = containerRecord(given.container);
  }

  /** `defaults`, `validate` and `adapt`. */
  create(): { body: CreateBody; warnings: string[] } {
    const { feature, given } = this;
    const warnings: string[] = [];
    const body = completeBody(given.body ?? {});
    const context: CreateContext = {
      host: this.#host,
      image: this.#image,
      id: this.#record.id,
      apiVersion: given.apiVersion ?? '1.51',
      warn: (message) => void warnings.push(message),
    };
    this.#call('defaults', body, 'change', (fields) => feature.defaults?.(fields, context));
    this.#call('validate', body, 'look', (fields) => feature.validate?.(fields, context));
    try {
      this.#call('adapt', body, 'change', (fields) => feature.adapt?.(fields, context));
    } catch (error) {
      // As in the kernel: adapt cannot blame the request, so a case that expects that must fail.
      throw new Error(`hook adapt: ${(error as Error).message}`, { cause: error });
    }
    return { body: completeBody(body), warnings };
  }

  /** `spec`, with the body as the state keeps it. */
  spec(body: CreateBody): WrittenRooms {
    const { feature, given } = this;
    const { manifest } = feature;
    const book = new RoomBook(this.#record.directory);
    const writer = book.writer(manifest.id, featureClaims(manifest));
    const context: SpecContext = {
      host: this.#host,
      image: this.#image,
      container: this.#record,
      made: given.made,
      runtime: given.runtime,
      accounts: { passwd: '', group: '', ...given.accounts },
    };
    const kept = JSON.parse(JSON.stringify(body)) as CreateBody;
    this.#call('spec', kept, 'look', (fields) => feature.spec?.(fields, writer, context));
    return writtenRooms(book);
  }

  /** `update`, with the changes that are the feature's. */
  update(current: CreateBody, { changes, running = true }: UpdateCase) {
    const { feature } = this;
    const warnings: string[] = [];
    const warn = (message: string) => void warnings.push(message);
    const changed = Object.entries(changes).filter(([key, value]) =>
      this.#isChange(`HostConfig.${key}`, value),
    );
    const body = structuredClone(current);
    const context = { host: this.#host, current, running, warn };
    const call = (fields: CreateBody) => feature.update?.(Object.fromEntries(changed), fields, context);
    const resources: Resources | void = this.#call('update', body, 'change', call);
    return { body: completeBody(body), warnings, resources: resources ?? undefined };
  }

  inspect(body: CreateBody): ContainerInspectResponse {
    const answer: ContainerInspectResponse = { Config: body.Config, HostConfig: body.HostConfig };
    this.#call('inspect', body, 'look', (fields) =>
      this.feature.inspect?.(fields, this.#answering(body), answer),
    );
    return answer;
  }

  list(body: CreateBody): ContainerSummary {
    const answer: ContainerSummary = {};
    this.#call('list', body, 'look', (fields) => this.feature.list?.(fields, this.#answering(body), answer));
    return answer;
  }

  #answering(body: CreateBody) {
    const container = { ...this.#record, body };
    return {
      container,
      made: this.given.made,
      runtime: this.given.runtime,
      apiVersion: this.given.apiVersion ?? '1.51',
    };
  }

  #isChange(name: string, value: unknown): boolean {
    const field = name as CreateField;
    if (saysNothing(field, value)) return false;
    const { id, updates = [] } = this.feature.manifest;
    if (!updates.includes(field))
      throw new Error(`${id} does not update ${field}: the request would be refused`);
    return true;
  }

  #call<R>(hook: string, body: CreateBody, may: 'change' | 'look', call: (fields: CreateBody) => R): R {
    return callObserved(hook, this.feature.manifest, body, may, call);
  }
}

function writtenRooms(book: RoomBook): WrittenRooms {
  const entries = [
    ...book.singles,
    ...[...book.keyed].flatMap(([room, keys]) =>
      [...keys].map(([key, entry]) => [`${room}[${key}]`, entry] as const),
    ),
  ];
  return {
    rooms: Object.fromEntries(entries.map(([room, { value }]) => [room, value])),
    provenance: Object.fromEntries(entries.map(([room, { field }]) => [room, field])),
    files: Object.fromEntries(Object.entries(book.files).map(([name, { content }]) => [name, content])),
    directories: [...book.directories],
  };
}

/** The fields to which a case gives a value, in its request or in its update. */
export function exercisedFields({ body, update }: FeatureCase, owns: readonly CreateField[]): CreateField[] {
  return owns.filter((field) => {
    const { part, key } = fieldPlace(field);
    const created = (body?.[part] as Record<string, unknown> | null | undefined)?.[key];
    const updated =
      part === 'HostConfig' ? (update?.changes as Record<string, unknown> | undefined)?.[key] : null;
    return (created ?? updated ?? null) !== null;
  });
}
