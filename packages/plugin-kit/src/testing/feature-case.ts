import type { ContainerInspectResponse, ContainerSummary, ContainerUpdateRequest } from '@arca/api';
import type { Resources } from '@arca/oci-spec';
import type { PartialBody } from '../body.js';
import type { ImageFacts, JsonObject } from '../container.js';
import type { CreateField } from '../fields.js';
import type { HostOptions } from './host.js';
import type { RecordOptions } from './records.js';

type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> | null | undefined }
    : T;

/** A message, whole or by pattern. */
export type Message = string | RegExp;

/**
 * One way through a feature. What a case does not mention is not looked at; of `completed`, `inspect` and `list` only
 * the given members are compared, everything else as a whole.
 */
export interface FeatureCase {
  readonly name: string;
  /** The create request, its parts apart. */
  readonly body?: PartialBody;
  readonly image?: Partial<ImageFacts>;
  readonly host?: HostOptions;
  readonly apiVersion?: string;
  /** `defaults` or `validate` refuses it with this message. */
  readonly invalid?: Message;
  /** The body after `defaults`, `validate` and `adapt`. */
  readonly completed?: DeepPartial<PartialBody>;
  /** All warnings, in order. */
  readonly warnings?: readonly string[];
  /** What the feature's `created` hook has returned. */
  readonly made?: JsonObject;
  /** What the feature's `start` hook has returned. */
  readonly runtime?: JsonObject;
  readonly accounts?: { passwd?: string; group?: string };
  /** `spec` fails with this message. */
  readonly specError?: Message;
  /** All rooms that `spec` writes, by name (`process.user`, `mounts[/etc/hosts]`), with their values. */
  readonly rooms?: Readonly<Record<string, unknown>>;
  /** Room → the API field it came from, or `default`. */
  readonly provenance?: Readonly<Record<string, CreateField | 'default'>>;
  /** Content of the files that `spec` puts into the container's directory. */
  readonly files?: Readonly<Record<string, string>>;
  readonly directories?: readonly string[];
  /** An update of the container that the request made. */
  readonly update?: UpdateCase;
  /** The container's record where it matters for `inspect` and `list`; its body is the completed one. */
  readonly container?: Omit<RecordOptions, 'body'>;
  readonly inspect?: DeepPartial<ContainerInspectResponse>;
  readonly list?: DeepPartial<ContainerSummary>;
}

export interface UpdateCase {
  readonly changes: ContainerUpdateRequest;
  /** Default: true. */
  readonly running?: boolean;
  readonly invalid?: Message;
  readonly completed?: DeepPartial<PartialBody>;
  readonly warnings?: readonly string[];
  /** What is to be set on the running container. */
  readonly resources?: Resources;
}
