import type { CreateField } from '@arca/plugin-kit';
import type { BootProblem } from './boot-error.js';
import type { LoadedFeature } from './loaded-feature.js';

/**
 * The order in which hooks run: a feature that reads a field comes after the field's owner; else by id, so that the
 * order of loading never matters. Features in a cycle are left out and told.
 */
export function dependencyOrder(features: readonly LoadedFeature[]): {
  order: LoadedFeature[];
  problems: BootProblem[];
} {
  const owners = new Map<CreateField, LoadedFeature>();
  for (const feature of features) for (const field of feature.manifest.owns) owners.set(field, feature);
  const order: LoadedFeature[] = [];
  const problems: BootProblem[] = [];
  const state = new Map<LoadedFeature, 'open' | 'done'>();

  const visit = (feature: LoadedFeature, path: readonly LoadedFeature[]): void => {
    if (state.get(feature) === 'done') return;
    if (state.get(feature) === 'open') {
      const cycle = [...path.slice(path.indexOf(feature)), feature].map(({ id }) => id).join(' → ');
      problems.push({ plugin: feature.plugin, feature: feature.id, reason: `reads in a circle: ${cycle}` });
      return;
    }
    state.set(feature, 'open');
    for (const dependency of dependencies(feature, owners)) visit(dependency, [...path, feature]);
    state.set(feature, 'done');
    order.push(feature);
  };

  for (const feature of byId(features)) visit(feature, []);
  return { order, problems };
}

const byId = (features: readonly LoadedFeature[]): LoadedFeature[] =>
  features.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

function dependencies(
  feature: LoadedFeature,
  owners: ReadonlyMap<CreateField, LoadedFeature>,
): LoadedFeature[] {
  const found = new Set<LoadedFeature>();
  for (const field of feature.manifest.reads ?? []) {
    const owner = owners.get(field);
    if (owner && owner !== feature) found.add(owner);
  }
  return byId([...found]);
}
