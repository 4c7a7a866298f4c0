import {
  invalidParameter,
  parseFilters,
  readTimestamp,
  type Filters,
  type OperationRequest,
} from '@arca/plugin-kit';

const FIELDS = ['id', 'parent', 'type', 'description', 'inuse', 'shared', 'private'];
/** dockerd takes labels, and looks at none. */
const KNOWN = [...FIELDS, 'until', 'unused-for', 'label', 'label!'];

/** What a prune of build cache is asked to remove, and how much may stay. */
export interface PruneRules {
  /** All must hold; without a value the field must be true. */
  filters: readonly { name: string; value?: string }[];
  all: boolean;
  /** ms; what was used since then stays. */
  keepDuration: number;
  /** Bytes that stay in any case, that may stay, and that shall be free on the disk; 0: not limited. */
  reserved: number;
  most: number;
  free: number;
}

/** Reads the query of `POST /build/prune`. Throws InvalidParameter for filters that are unknown or exclude each other. */
export function pruneRules(params: OperationRequest<'BuildPrune'>['params'], now: number): PruneRules {
  const given = parseFilters(params.filters, KNOWN);
  const filters = FIELDS.filter((name) => given.has(name)).map((name) => {
    const [value, ...more] = given.get(name)!;
    if (more.length > 0) throw onlyOne();
    return { name, ...(value !== undefined && { value }) };
  });
  return {
    ...{ filters, all: params.all ?? false, keepDuration: keepDuration(given, now) },
    reserved: params['reserved-space'] ?? params['keep-storage'] ?? 0,
    most: params['max-used-space'] ?? 0,
    free: params['min-free-space'] ?? 0,
  };
}

/** Bytes of cache that may stay; 0 without a limit means none. */
export function allowance({ reserved, most, free }: PruneRules, total: number, freeNow: number): number {
  let kept = most;
  const missing = free - freeNow;
  if (missing > 0) kept = kept === 0 ? total - missing : Math.min(kept, total - missing);
  return Math.max(kept, reserved);
}

function keepDuration(filters: Filters, now: number): number {
  const [until, unused] = [filters.get('until') ?? [], filters.get('unused-for') ?? []];
  if (until.length > 0 && unused.length > 0)
    throw invalidParameter('conflicting filters: "until" and "unused-for"', 'build.filter');
  const [text, ...more] = [...until, ...unused];
  if (text === undefined) return 0;
  if (more.length > 0) throw onlyOne();
  const time = readTimestamp(text, BigInt(now) * 1_000_000n);
  if (time === undefined) {
    const name = until.length > 0 ? 'until' : 'unused-for';
    throw invalidParameter(
      `"${name}" filter expects a duration (e.g., '24h') or a timestamp`,
      'build.filter',
    );
  }
  return now - Number(time / 1_000_000n);
}

const onlyOne = () => invalidParameter('filters expect only one value', 'build.filter');
