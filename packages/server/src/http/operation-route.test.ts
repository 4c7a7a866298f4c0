import { operationTable, type OperationFacts } from '@arca/api';
import { operationIds, operationToken } from '@arca/plugin-kit';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { routes } from '../generated/routes.gen.js';
import { operationRoute } from './operation-route.js';

describe('operations', () => {
  const made = routes.map(operationRoute);

  it('each have one route, one entry in the table and one token', () => {
    const ids = made.map(({ id }) => id).sort();
    expect(ids).to.deep.equal([...operationIds].sort());
    expect(ids).to.deep.equal(Object.keys(operationTable).sort());
    expect(new Set(operationIds.map((id) => operationToken(id))).size).to.equal(ids.length);
    expect(ids.length).to.be.at.least(107);
  });

  it('are routed by the method and path of the table', () => {
    for (const [index, { id, facts, path }] of made.entries()) {
      expect(path, id).to.equal(facts.path);
      expect(routes[index]?.method.toUpperCase(), id).to.equal(facts.method);
    }
  });

  it('have the parameters of the table, with their places and types', () => {
    for (const [index, { id, facts }] of made.entries()) {
      const read = routes[index]?.parameters.filter((one) => one.in !== 'body' && one.in !== 'request') ?? [];
      const byName = (one: { in: string; name: string }) => `${one.in} ${one.name}`;
      expect(read.map(byName).sort(), id).to.deep.equal(facts.parameters.map(byName).sort());
      for (const parameter of facts.parameters as OperationFacts['parameters']) {
        const found = read.find((one) => one.name === parameter.name);
        expect(found?.required === true, `${id} ${parameter.name}`).to.equal(parameter.required === true);
        expect(found?.dataType === 'array', `${id} ${parameter.name}`).to.equal(parameter.array === true);
      }
    }
  });

  it('call the dispatcher with their id and their parameters by API names', async () => {
    for (const route of made) {
      let seen: { id: string; params: object } | undefined;
      const dispatcher = {
        dispatch: async (id: string, params: object) => {
          seen = { id, params };
          return undefined as never;
        },
      };
      const values = Object.fromEntries(route.facts.parameters.map((one) => [one.name, '1']));
      await route.invoke(dispatcher, {
        pathValue: '1',
        query: { get: (name: string) => value(route.facts, name, values[name]), all: () => [] } as never,
        headers: {},
        body: {},
        bytes: undefined,
      });
      expect(seen?.id).to.equal(route.id);
      expect(Object.keys(seen?.params ?? {}).sort()).to.deep.equal(Object.keys(values).sort());
    }
  });

  const value = ({ parameters }: OperationFacts, name: string, otherwise: string | undefined) =>
    parameters.find((one) => one.name === name)?.enum?.[0] ?? otherwise;
});
