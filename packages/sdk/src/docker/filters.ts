/** Filters of a list or a prune by their names, such as `{ label: ['a=b'], status: ['exited'] }`. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** A query whose filters may be told as they are. */
export type WithFilters<Query> = Omit<NonNullable<Query>, 'filters'> & { filters?: Filters | string };

/** Filters travel as JSON. */
export function queryOf<Query extends object>(query: Query): Query & { filters?: string } {
  const { filters } = query as { filters?: Filters | string };
  if (filters === undefined || typeof filters === 'string') return query as Query & { filters?: string };
  return { ...query, filters: JSON.stringify(filters) };
}
