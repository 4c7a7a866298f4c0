import { expect } from 'chai';
import { describe, it } from 'mocha';
import { findOperation } from './document.js';
import { describeFacts, describeSchema } from './facts.js';
import type { FactOperation } from './swagger.js';

const REF = '#/components/schemas/Thing';

function operationOf(fact: Partial<FactOperation>) {
  const operation: FactOperation = { operationId: 'ThingDo', tags: ['Thing'], responses: {}, ...fact };
  return findOperation(
    describeFacts({ apiVersion: '1.0', definitions: {}, paths: { '/things': { post: operation } } }),
    'ThingDo',
  );
}

describe('The facts in OpenAPI', () => {
  it('states x-nullable as a null type, also beside a reference', () => {
    expect(describeSchema({ type: 'string', 'x-nullable': true })).to.deep.equal({
      type: ['string', 'null'],
    });
    expect(describeSchema({ type: 'string', 'x-nullable': false })).to.deep.equal({ type: 'string' });
    expect(describeSchema({ $ref: '#/definitions/Thing', 'x-nullable': true })).to.deep.equal({
      oneOf: [{ $ref: REF }, { type: 'null' }],
    });
  });

  it('makes an allOf of one reference the reference, of a reference and an object an extension', () => {
    const base = { $ref: '#/definitions/Thing' };
    expect(describeSchema({ allOf: [base] })).to.deep.equal({ $ref: REF });
    expect(describeSchema({ allOf: [base, { type: 'object' }] })).to.deep.equal({ $ref: REF });
    expect(
      describeSchema({ allOf: [base, { type: 'object', properties: { More: { type: 'string' } } }] }),
    ).to.deep.equal({ type: 'object', allOf: [{ $ref: REF }], properties: { More: { type: 'string' } } });
  });

  it('follows items, properties and maps', () => {
    const fact = {
      type: 'object',
      properties: {
        List: { type: 'array', items: { $ref: '#/definitions/Thing' } },
        Map: { type: 'object', additionalProperties: { type: 'string', 'x-nullable': true } },
      },
    };
    expect(describeSchema(fact)).to.deep.equal({
      type: 'object',
      properties: {
        List: { type: 'array', items: { $ref: REF } },
        Map: { type: 'object', additionalProperties: { type: ['string', 'null'] } },
      },
    });
  });

  it('takes the body out of the parameters and keeps lists joined by commas apart from repeated ones', () => {
    const operation = operationOf({
      consumes: ['application/x-tar'],
      parameters: [
        { name: 'body', in: 'body', required: true, schema: { type: 'string', format: 'binary' } },
        { name: 'joined', in: 'query', type: 'array', items: { type: 'string' } },
        {
          name: 'repeated',
          in: 'query',
          type: 'array',
          collectionFormat: 'multi',
          items: { type: 'string' },
        },
      ],
    });
    expect(operation.requestBody).to.deep.equal({
      required: true,
      content: { 'application/x-tar': { schema: { type: 'string', format: 'binary' } } },
    });
    expect(operation.parameters?.map(({ name, explode }) => [name, explode])).to.deep.equal([
      ['joined', false],
      ['repeated', undefined],
    ]);
  });

  it('gives answers the media types of the operation, JSON without', () => {
    const responses = { '200': { schema: { type: 'string' } }, '204': {} };
    const plain = operationOf({ produces: ['text/plain'], responses });
    expect(Object.keys(plain.responses['200']?.content ?? {})).to.deep.equal(['text/plain']);
    expect(plain.responses['204']?.content).to.equal(undefined);
    const json = operationOf({ responses });
    expect(Object.keys(json.responses['200']?.content ?? {})).to.deep.equal(['application/json']);
  });
});
