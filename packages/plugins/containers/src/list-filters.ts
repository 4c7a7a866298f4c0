import type { Agent } from '@arca/agent-proto';
import type { ContainerSummary } from '@arca/api';
import {
  filterFlag,
  invalidParameter,
  never,
  passesExactly,
  passesLabels,
  passesPattern,
  type ContainerRecord,
  type Filters,
} from '@arca/plugin-kit';
import { ancestorTest } from './images.js';
import { portTest } from './port-filter.js';

/** The filters of the list, besides `before` and `since`, which are about its order. */
const testFilters = [
  ...['ancestor', 'exited', 'expose', 'health', 'id', 'is-task', 'isolation', 'label', 'name', 'network'],
  ...['publish', 'status', 'volume'],
];
export const listFilters = [...testFilters, 'before', 'since'];

const statuses = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];
const healths = ['none', 'starting', 'healthy', 'unhealthy'];

/** A container of the list, what is costly made when it is looked at. */
export interface Candidate {
  readonly record: ContainerRecord;
  readonly summary: () => ContainerSummary;
  /** `State.Health.Status` of inspect, `none` without a health check. */
  readonly health: () => string;
}

/** True for a container that the kernel runs, be it frozen or about to be started again. */
export const isRunning = ({ state }: ContainerRecord): boolean =>
  state.status === 'running' || state.status === 'paused' || state.status === 'restarting';

/**
 * The test that the filters come to; `all` are the ids of all containers, for filters by a part of an id. Throws
 * InvalidParameter for a value that the filter does not have.
 */
export async function listTest(
  filters: Filters,
  all: readonly string[],
  agent: Pick<Agent, 'images'>,
): Promise<(candidate: Candidate) => boolean> {
  const tests = [recordTest(filters, all), summaryTest(filters), await ancestorTest(filters, agent)];
  return (candidate) => tests.every((test) => test(candidate));
}

type Test = (candidate: Candidate) => boolean;

/** What the record itself tells. */
function recordTest(filters: Filters, all: readonly string[]): Test {
  checkValues(filters, 'status', 'state', statuses);
  checkValues(filters, 'health', 'health', healths);
  const codes = (filters.get('exited') ?? []).map(exitCode);
  const isTask = filterFlag(filters, 'is-task') === true;
  const ids = filters.get('id')?.length ? uniqueIds(filters.get('id')!, all) : undefined;
  return ({ record, health }) => {
    const { id, name, state, body } = record;
    return (
      (!ids || ids.has(id)) &&
      // Tasks are of swarms; `isolation` is of Windows, and dockerd looks at it there only.
      !isTask &&
      (passesPattern(filters, 'name', name) || passesPattern(filters, 'name', `/${name}`)) &&
      passesLabels(filters, 'label', body.Config.Labels) &&
      passesPattern(filters, 'status', state.status) &&
      (codes.length === 0 || (codes.includes(state.exitCode) && hasEnded(record))) &&
      (!filters.has('health') || passesExactly(filters, 'health', health()))
    );
  };
}

const hasEnded = (record: ContainerRecord) => !isRunning(record) && record.state.startedAt !== never;

/** The containers whose id begins with one of the values, where it is the only one that does. */
function uniqueIds(values: readonly string[], all: readonly string[]): Set<string> {
  const found = values.map((value) => (value === '' ? [] : all.filter((id) => id.startsWith(value))));
  return new Set(found.flatMap((ids) => (ids.length === 1 ? ids : [])));
}

function checkValues(filters: Filters, name: string, what: string, known: readonly string[]): void {
  const wrong = filters.get(name)?.find((value) => !known.includes(value));
  if (wrong === undefined) return;
  const reason = `invalid value for ${what} (${wrong}): must be one of ${known.join(', ')}`;
  throw invalidParameter(`invalid filter '${name}=${wrong}': ${reason}`, 'filters.value');
}

function exitCode(value: string): number {
  if (/^[+-]?\d+$/.test(value)) return Number(value);
  const reason = `strconv.Atoi: parsing "${value}": invalid syntax`;
  throw invalidParameter(`invalid filter 'exited=${value}': ${reason}`, 'filters.value');
}

/** What features add to the list's entries: mounts, networks and ports. */
function summaryTest(filters: Filters): Test {
  const passesPorts = portTest(filters);
  const volumes = filters.get('volume');
  const networks = filters.get('network');
  if (!volumes && !networks && !filters.has('publish') && !filters.has('expose')) return () => true;
  return ({ summary }) => {
    const { Mounts = [], NetworkSettings, Ports = [] } = summary();
    const endpoints = Object.entries(NetworkSettings?.Networks ?? {});
    const hasVolume = (value: string) =>
      Mounts.some(({ Name, Source, Destination }) => (Name || Source) === value || Destination === value);
    const isIn = (value: string) =>
      endpoints.some(([name, { NetworkID }]) => name === value || NetworkID?.startsWith(value));
    return (!volumes || volumes.some(hasVolume)) && (!networks || networks.some(isIn)) && passesPorts(Ports);
  };
}
