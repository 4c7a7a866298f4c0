import { isDeepStrictEqual } from 'node:util';
import {
  createFields,
  fieldPlace,
  invalidParameter,
  saysNothing,
  type CreateBody,
  type CreateField,
} from '@arca/plugin-kit';
import type { FeatureTable } from '../kernel/feature-table.js';

/** What stock clients send for fields that nobody asked for. */
const quiet: { readonly [F in CreateField]?: readonly unknown[] } = {
  'HostConfig.MemorySwappiness': [-1],
  'HostConfig.RestartPolicy': [{ Name: 'no', MaximumRetryCount: 0 }],
  'HostConfig.NetworkMode': ['default'],
  'HostConfig.OomKillDisable': [false],
  'HostConfig.PidsLimit': [0],
};

/** Throws InvalidParameter for the first field with a value whose plugin is switched off. */
export function refuseDisabledFields(features: FeatureTable, body: CreateBody): void {
  if (!features.someAreOff) return;
  for (const field of createFields) {
    const { part, key } = fieldPlace(field);
    refuseIfDisabled(features, field, (body[part] as Record<string, unknown>)[key]);
  }
}

/** The same for one field. */
export function refuseIfDisabled(features: FeatureTable, field: CreateField, value: unknown): void {
  const owner = features.disabledOwnerOf(field);
  if (!owner || saysNothing(field, value) || isQuiet(field, value)) return;
  throw invalidParameter(`${field} cannot be used: plugin ${owner.plugin} is disabled`, 'plugin.disabled');
}

const isQuiet = (field: CreateField, value: unknown): boolean =>
  quiet[field]?.some((known) => isDeepStrictEqual(known, value)) ?? false;
