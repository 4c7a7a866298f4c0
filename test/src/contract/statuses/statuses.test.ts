import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { parse } from 'yaml';
import type { Engine } from '../../harness/engine.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { onArca } from '../../harness/suite.js';
import { lifeCases } from './life-cases.js';
import { lookCases } from './look-cases.js';
import { failsOnlyWhenBroken, neverAnswered, type StatusCases } from './status-cases.js';
import { streamCases } from './stream-cases.js';
import { faultyPlugin, World } from './world.js';

interface Operation {
  operationId: string;
  tags: string[];
  responses: Record<string, unknown>;
}

const cases: StatusCases = { ...lifeCases, ...lookCases, ...streamCases };

/** `ContainerStart 204` and so on: every status that the description has of containers and execs. */
function documented(): string[] {
  const folder = fileURLToPath(new URL('../../../../openapi/paths/', import.meta.url));
  const operations = globSync('*.yaml', { cwd: folder }).flatMap((file) => {
    const paths = parse(readFileSync(folder + file, 'utf8')) as Record<string, Record<string, Operation>>;
    return Object.values(paths).flatMap((methods) => Object.values(methods));
  });
  const told = operations.filter(({ tags }) => tags?.some((tag) => tag === 'Container' || tag === 'Exec'));
  expect(told).to.have.length(25 + 4);
  return told.flatMap(({ operationId, responses }) =>
    Object.keys(responses).map((status) => `${operationId} ${status}`),
  );
}

onArca('every documented status', (suite) => {
  let engine: Engine;
  let world: World;
  before(async () => {
    engine = newEngine('arca', ['--plugin', faultyPlugin(suite.engine.directory)]);
    await engine.start();
    await loadBusybox(engine);
    world = new World(engine);
  });
  after(async () => {
    await world.api.wipe();
    await engine.stop();
  });

  it('has a request that is answered by it, or a reason', () => {
    const reached = Object.entries(cases).flatMap(([operation, statuses]) =>
      Object.keys(statuses).map((status) => `${operation} ${status}`),
    );
    const excused = [...Object.keys(neverAnswered), ...failsOnlyWhenBroken.map((name) => `${name} 500`)];
    expect([...reached, ...excused].sort()).to.deep.equal(documented().sort());
  });

  for (const [operation, statuses] of Object.entries(cases)) {
    it(`of ${operation} is reached`, async () => {
      const answered: Record<string, number> = {};
      for (const [status, ask] of Object.entries(statuses)) answered[status] = await ask!(world);
      const expected = Object.keys(statuses).map((status) => [status, Number(status)]);
      expect(answered).to.deep.equal(Object.fromEntries(expected));
      await world.api.wipe();
    });
  }
});
