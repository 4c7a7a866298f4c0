import {
  filterFlag,
  hasLabel,
  goBoolean,
  invalidParameter,
  notGoBoolean,
  passesExactly,
  passesLabels,
  passesPattern,
  type Filters,
  type VolumeRecord,
} from '@arca/plugin-kit';

/** The filters of the list, and of prune. */
export const listFilters = ['dangling', 'name', 'driver', 'label'];
export const pruneFilters = ['label', 'label!', 'all'];

/** Whether a volume passes the list's filters; `used`: a container has it. Throws InvalidParameter. */
export function matches(volume: VolumeRecord, filters: Filters, used: boolean): boolean {
  const dangling = filterFlag(filters, 'dangling');
  return (
    passesExactly(filters, 'driver', volume.driver) &&
    passesPattern(filters, 'name', volume.name) &&
    passesLabels(filters, 'label', volume.labels) &&
    (dangling === undefined || dangling !== used)
  );
}

/** Whether prune is to take named volumes, too. Throws InvalidParameter for what is neither true nor false. */
export function takesAll(filters: Filters): boolean {
  const values = filters.get('all') ?? [];
  if (values.length > 1) {
    const text = `invalid filter 'all=[${values.join(' ')}]': only one value is expected`;
    throw invalidParameter(text, 'filters.value');
  }
  const [value] = values;
  const wanted = goBoolean(value ?? 'false');
  if (wanted !== undefined) return wanted;
  const text = `invalid filter 'all': ${notGoBoolean(value!)}`;
  throw invalidParameter(text, 'filters.value');
}

/** Labels that prune wants and those that it spares: one of several `label!` is enough. */
export const prunable = ({ labels }: VolumeRecord, filters: Filters): boolean =>
  passesLabels(filters, 'label', labels) &&
  !(filters.get('label!') ?? []).some((unwanted) => hasLabel(labels, unwanted));
