import { invalidParameter, passesExactly, passesLabels, passesPattern, type Filters } from '@arca/plugin-kit';
import { fixedNames, type NetworkRecord } from './record.js';

/** The filters of the list. */
export const listFilters = ['name', 'id', 'driver', 'type', 'scope', 'label', 'dangling'];

/**
 * Whether a network passes the list's filters. `inUse`: a container has an endpoint in it. Throws InvalidParameter for
 * a value that the filter does not have.
 */
export function matches(network: NetworkRecord, filters: Filters, inUse: boolean): boolean {
  const fixed = fixedNames.includes(network.name);
  const dangling = danglingOf(filters);
  const type = typeOf(filters);
  checkScopes(filters);
  return (
    passesExactly(filters, 'driver', network.driver) &&
    passesPattern(filters, 'name', network.name) &&
    passesPattern(filters, 'id', network.id) &&
    passesLabels(filters, 'label', network.labels) &&
    passesExactly(filters, 'scope', 'local') &&
    (dangling === undefined || dangling === (!fixed && !inUse)) &&
    (type === undefined || type === (fixed ? 'builtin' : 'custom'))
  );
}

function danglingOf(filters: Filters): boolean | undefined {
  const values = filters.get('dangling') ?? [];
  if (values.length > 1)
    throw invalidParameter('got more than one value for filter key "dangling"', 'filters.value');
  if (values.length === 0) return undefined;
  if (values[0] === 'true' || values[0] === '1') return true;
  if (values[0] === 'false' || values[0] === '0') return false;
  const wanted = 'must be "true" (or "1"), or "false" (or "0")';
  throw invalidParameter(`invalid value for filter 'dangling', ${wanted}`, 'filters.value');
}

function checkScopes(filters: Filters): void {
  const unknown = filters.get('scope')?.find((value) => !['local', 'swarm', 'global'].includes(value));
  if (unknown !== undefined) throw invalidParameter(`invalid filter: 'scope'='${unknown}'`, 'filters.value');
}

/** Asking for both kinds asks for nothing. */
function typeOf(filters: Filters): string | undefined {
  const values = filters.get('type') ?? [];
  const unknown = values.find((value) => value !== 'custom' && value !== 'builtin');
  if (unknown !== undefined) throw invalidParameter(`invalid filter: 'type'='${unknown}'`, 'filters.value');
  return values.length === 1 ? values[0] : undefined;
}
