import { claimsOverlap, parseClaim, type Claim } from '@arca/oci-spec';
import { createFields, isCreateField, type CreateField } from '@arca/plugin-kit';
import type { BootProblem } from './boot-error.js';
import { hookNames, type LoadedFeature } from './loaded-feature.js';

/** What is wrong with the features taken together; empty when nothing is. `fields` are those that need an owner. */
export function checkManifests(
  features: readonly LoadedFeature[],
  fields: readonly CreateField[] = createFields,
): BootProblem[] {
  return [
    ...features.flatMap(checkForm),
    ...doubles(
      features,
      ({ id }) => [id],
      (id) => `the feature id ${id}`,
    ),
    ...doubles(
      features,
      ({ manifest }) => manifest.owns,
      (field) => `the field ${field}`,
    ),
    ...unowned(features, fields),
    ...overlappingRooms(features, 'writes'),
    ...overlappingRooms(features, 'offers'),
    ...overlappingRooms(features, 'overrides'),
  ];
}

const problem = ({ plugin, id }: LoadedFeature, reason: string): BootProblem => ({
  plugin,
  feature: id,
  reason,
});

/** What can be seen of a feature alone. Types say most of it too, but not to plugins written in JavaScript. */
function checkForm(feature: LoadedFeature): BootProblem[] {
  const { manifest, hooks } = feature;
  const reasons: string[] = [];
  if (!/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/.test(manifest.id ?? '')) {
    reasons.push(`the id ${JSON.stringify(manifest.id)} is not in kebab case`);
  }
  for (const field of manifest.owns)
    if (!isCreateField(field)) reasons.push(`owns ${field}, which is no field of the API`);
  for (const kind of ['reads', 'uses'] as const) {
    for (const field of manifest[kind] ?? []) {
      if (!isCreateField(field)) reasons.push(`${kind} ${field}, which is no field of the API`);
    }
  }
  for (const field of manifest.updates ?? []) {
    if (!manifest.owns.includes(field)) reasons.push(`updates ${field}, which it does not own`);
    else if (!field.startsWith('HostConfig.')) reasons.push(`updates ${field}, which is not in HostConfig`);
  }
  for (const field of Object.keys({ ...manifest.flags, ...manifest.effects })) {
    if (!manifest.owns.includes(field as CreateField))
      reasons.push(`describes ${field}, which it does not own`);
  }
  for (const room of manifest.writes ?? []) {
    if (!parseClaim(room)) reasons.push(`writes ${room}, which is no room of the OCI spec`);
  }
  for (const kind of ['offers', 'overrides'] as const) {
    for (const room of manifest[kind] ?? []) {
      const claim = parseClaim(room);
      if (!claim || claim.kind === 'single')
        reasons.push(`${kind} ${room}, which is no keyed room of the OCI spec`);
    }
  }
  for (const name of hookNames) {
    if (hooks[name] !== undefined && typeof hooks[name] !== 'function')
      reasons.push(`its hook ${name} is no function`);
  }
  if (manifest.updates?.length && !hooks.update) reasons.push('has fields to update and no hook update');
  return reasons.map((reason) => problem(feature, reason));
}

/** Things that two features have and only one may: told for the later one, naming the earlier. */
function doubles(
  features: readonly LoadedFeature[],
  things: (feature: LoadedFeature) => readonly string[],
  name: (thing: string) => string,
): BootProblem[] {
  const owners = new Map<string, LoadedFeature>();
  const problems: BootProblem[] = [];
  for (const feature of features) {
    for (const thing of things(feature)) {
      const first = owners.get(thing);
      if (first) problems.push(problem(feature, `${name(thing)} is taken by ${titleOf(first)}`));
      else owners.set(thing, feature);
    }
  }
  return problems;
}

const titleOf = ({ plugin, id }: LoadedFeature): string => `feature ${id} of ${plugin}`;

function unowned(features: readonly LoadedFeature[], fields: readonly CreateField[]): BootProblem[] {
  const owned = new Set(features.flatMap(({ manifest }) => manifest.owns));
  const missing = fields.filter((field) => !owned.has(field));
  if (missing.length === 0) return [];
  return [{ plugin: 'the plugins together', reason: `no feature owns ${missing.join(', ')}` }];
}

/**
 * What writes a room has it for itself. Of offers, one of all keys leaves room for those of single ones: that they meet in
 * a key is seen when they do.
 */
function collide(a: Claim, b: Claim, kind: 'writes' | 'offers' | 'overrides'): boolean {
  return claimsOverlap(a, b) && (kind !== 'offers' || a.kind === b.kind);
}

function overlappingRooms(
  features: readonly LoadedFeature[],
  kind: 'writes' | 'offers' | 'overrides',
): BootProblem[] {
  const claims: { feature: LoadedFeature; text: string; claim: Claim }[] = [];
  const problems: BootProblem[] = [];
  for (const feature of features) {
    for (const text of feature.manifest[kind] ?? []) {
      const claim = parseClaim(text);
      if (!claim) continue;
      const other = claims.find((earlier) => collide(earlier.claim, claim, kind));
      if (other) {
        problems.push(
          problem(feature, `the room ${text} overlaps ${other.text} of ${titleOf(other.feature)}`),
        );
      }
      claims.push({ feature, text, claim });
    }
  }
  return problems;
}
