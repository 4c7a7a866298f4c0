import { isDeepStrictEqual } from 'node:util';
import type { HostInfo } from '@arca/agent-proto';
import type { ContainerUpdateRequest, HostConfig } from '@arca/api';
import type { Resources } from '@arca/oci-spec';
import {
  completeBody,
  invalidParameter,
  isCreateField,
  saysNothing,
  systemError,
  type CreateBody,
  type CreateField,
} from '@arca/plugin-kit';
import type { FeatureTable } from '../kernel/feature-table.js';
import type { LoadedFeature } from '../kernel/loaded-feature.js';
import { refuseIfDisabled } from './disabled-fields.js';

/** What an update comes to. */
export interface UpdateResult {
  body: CreateBody;
  /** What to set on a running container; undefined when nothing of it changes. */
  resources: Resources | undefined;
  warnings: string[];
}

type Changes = Partial<Record<string, unknown>>;

/**
 * Runs the `update` hooks of the features whose fields change. Fields at their zero value say nothing, as with
 * dockerd. Throws InvalidParameter for a field that cannot change once the container is there: dockerd ignores it in
 * silence.
 */
export function applyUpdate(
  features: FeatureTable,
  current: CreateBody,
  changes: ContainerUpdateRequest,
  context: { host: HostInfo; running: boolean },
): UpdateResult {
  const body = structuredClone(current);
  const warnings: string[] = [];
  let resources: Resources | undefined;
  const changed = changesByOwner(features, current.HostConfig, changes);
  features.each('update', (feature) => {
    const own = changed.get(feature);
    if (!own) return;
    const warn = (message: string) => void warnings.push(message);
    const made = feature.hooks.update(own as Partial<HostConfig>, body, { ...context, current, warn });
    if (made) resources = mergeResources(resources, made, feature, features);
  });
  return { body: completeBody(body), resources, warnings };
}

function changesByOwner(
  features: FeatureTable,
  current: HostConfig,
  changes: ContainerUpdateRequest,
): ReadonlyMap<LoadedFeature, Changes> {
  const byOwner = new Map<LoadedFeature, Changes>();
  const fixed: string[] = [];
  for (const [key, value] of Object.entries(changes)) {
    const field = `HostConfig.${key}`;
    // What the API does not have is ignored everywhere, as by Go's decoder.
    if (!isCreateField(field) || saysNothing(field, value)) continue;
    if (!sameAsBefore(field, (current as Changes)[key], value)) refuseIfDisabled(features, field, value);
    const owner = features.ownerOf(field);
    if (owner?.manifest.updates?.includes(field)) {
      byOwner.set(owner, { ...byOwner.get(owner), [key]: value });
    } else if (!sameAsBefore(field, (current as Changes)[key], value)) fixed.push(key);
  }
  if (fixed.length > 0) {
    throw invalidParameter(
      `${fixed.join(', ')} cannot be changed on an existing container`,
      'container.update.fixed-field',
    );
  }
  return byOwner;
}

/** Clients send whole structures, so a fixed field may be there as it is, or as their way to say nothing. */
function sameAsBefore(field: CreateField, before: unknown, value: unknown): boolean {
  if (value === false || value === 0) return !before;
  if (field === 'HostConfig.MemorySwappiness' && value === -1) return true;
  return isDeepStrictEqual(before, value);
}

/** Joins what features give; each part has one writer, as in the spec. */
function mergeResources(
  resources: Resources | undefined,
  made: Resources,
  feature: LoadedFeature,
  features: FeatureTable,
): Resources {
  for (const part of Object.keys(made)) {
    if (!features.claimsOf(feature).writes.some(({ room }) => room === `linux.resources.${part}`)) {
      throw systemError(`feature ${feature.id} updates linux.resources.${part}, which it has not claimed`);
    }
    if (resources && part in resources) throw systemError(`two features update linux.resources.${part}`);
  }
  return { ...resources, ...made };
}
