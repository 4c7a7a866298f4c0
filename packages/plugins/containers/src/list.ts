import type { Agent } from '@arca/agent-proto';
import type { ContainerSummary } from '@arca/api';
import {
  parseFilters,
  parseInstant,
  type Call,
  type ContainerRecord,
  type Containers,
  type Filters,
  type OperationFunction,
} from '@arca/plugin-kit';
import { findImage } from './images.js';
import { isRunning, listFilters, listTest, type Candidate } from './list-filters.js';
import { sizesOf, type Sizes } from './sizes.js';

/**
 * `GET /containers/json`: the containers that run, newest first; with `all`, `limit` or a filter on the status those
 * that do not, too. 400 for an unknown filter or value, 404 for a container of `before` or `since` that is not there.
 */
export const list =
  (containers: Containers, agent: Agent): OperationFunction<'ContainerList'> =>
  async ({ params }, call) => {
    const filters = parseFilters(params.filters, listFilters);
    const records = newestFirst(containers.list());
    const passes = await listTest(
      filters,
      records.map(({ id }) => id),
      agent,
    );
    const { limit = 0 } = params;
    const all = params.all === true || limit > 0 || (filters.get('status') ?? []).length > 0;
    const found: Candidate[] = [];
    for (const record of between(records, filters, containers)) {
      if (limit > 0 && found.length === limit) break;
      const candidate = candidateOf(record, containers, call);
      if ((all || isRunning(record)) && passes(candidate)) found.push(candidate);
    }
    return describe(found, agent, params.size === true);
  };

function newestFirst(records: readonly ContainerRecord[]): ContainerRecord[] {
  const aged = records.map((record) => ({ record, created: parseInstant(record.createdAt) }));
  return aged.sort((a, b) => (a.created < b.created ? 1 : -1)).map(({ record }) => record);
}

/** Those made before the one container and since the other. Throws NotFound when one of them is not there. */
function between(
  records: readonly ContainerRecord[],
  filters: Filters,
  containers: Containers,
): readonly ContainerRecord[] {
  const place = (name: 'before' | 'since') => {
    const reference = filters.get(name)?.at(-1);
    if (reference === undefined) return undefined;
    const { id } = containers.get(reference);
    return records.findIndex((record) => record.id === id);
  };
  const before = place('before');
  return records.slice(before === undefined ? 0 : before + 1, place('since'));
}

const candidateOf = (record: ContainerRecord, containers: Containers, { apiVersion }: Call): Candidate => {
  let made: ContainerSummary | undefined;
  return {
    record,
    summary: () => (made ??= containers.summary(record, apiVersion)),
    health: () => containers.inspect(record.id, apiVersion).State?.Health?.Status ?? 'none',
  };
};

async function describe(
  found: readonly Candidate[],
  agent: Agent,
  size: boolean,
): Promise<ContainerSummary[]> {
  const names = await currentNames(
    found.map(({ record }) => record.image.reference),
    agent,
  );
  return Promise.all(
    found.map(async ({ record, summary }) => {
      const { id, reference } = record.image;
      return {
        ...summary(),
        // A name that has moved on to another image, or has gone, no longer tells what the container is made from.
        Image: reference === id || names.get(reference) === id ? reference : id,
        ...(size && notZero(await sizesOf(agent, record))),
      };
    }),
  );
}

/** Entries of the list leave out what is 0; inspect does not. */
const notZero = (sizes: Sizes): Partial<Sizes> =>
  Object.fromEntries(Object.entries(sizes).filter(([, bytes]) => bytes !== 0));

/** What image each reference stands for now, each asked for once. */
async function currentNames(
  references: readonly string[],
  agent: Agent,
): Promise<Map<string, string | undefined>> {
  const ids = [...new Set(references)].map(
    async (reference) => [reference, (await findImage(agent, reference))?.id] as const,
  );
  return new Map(await Promise.all(ids));
}
