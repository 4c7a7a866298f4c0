import type { ContainerConfig, HostConfig, NetworkingConfig } from '@arca/api';

type Keys<T> = keyof T & string;

/**
 * The name of a field of the create body as manifests write it: `User`, `HostConfig.Memory`,
 * `NetworkingConfig.EndpointsConfig`. Each is owned by exactly one feature.
 */
export type CreateField =
  Keys<ContainerConfig> | `HostConfig.${Keys<HostConfig>}` | `NetworkingConfig.${Keys<NetworkingConfig>}`;

type ConfigKey<F extends CreateField> = Extract<F, Keys<ContainerConfig>>;
type HostConfigKey<F extends CreateField> = F extends `HostConfig.${infer K}`
  ? Extract<K, Keys<HostConfig>>
  : never;
type NetworkingKey<F extends CreateField> = F extends `NetworkingConfig.${infer K}`
  ? Extract<K, Keys<NetworkingConfig>>
  : never;

/** The create body as the server keeps it: the three parts apart. */
export interface CreateBody {
  Config: ContainerConfig;
  HostConfig: HostConfig;
  NetworkingConfig: NetworkingConfig;
}

/** The part of the create body that a feature with these fields sees: a field that is not declared does not compile. */
export interface Slice<F extends CreateField> {
  Config: Pick<ContainerConfig, ConfigKey<F>>;
  HostConfig: Pick<HostConfig, HostConfigKey<F>>;
  NetworkingConfig: Pick<NetworkingConfig, NetworkingKey<F>>;
}

/** The value of one field, by its manifest name. */
export type FieldValue<F extends CreateField> =
  F extends Keys<ContainerConfig>
    ? ContainerConfig[F]
    : F extends `HostConfig.${infer K extends Keys<HostConfig>}`
      ? HostConfig[K]
      : F extends `NetworkingConfig.${infer K extends Keys<NetworkingConfig>}`
        ? NetworkingConfig[K]
        : never;

type Missing<Owned extends CreateField> = Exclude<CreateField, Owned>;

/**
 * `true` when the manifests together own every field of the create body; otherwise a type that names what is missing:
 * `const complete: EveryFieldOwned<typeof manifests> = true` does not compile then.
 */
export type EveryFieldOwned<Manifests extends readonly { owns: readonly CreateField[] }[]> = [
  Missing<Manifests[number]['owns'][number]>,
] extends [never]
  ? true
  : { 'fields without an owner': Missing<Manifests[number]['owns'][number]> };
