import { expect } from 'chai';
import { describe, it } from 'mocha';
import { applyCorrections, type Correction, corrections } from './corrections.js';
import { replaceSchema, schemaAt } from './corrections/correction.js';
import type { OpenApiDocument } from './document.js';
import { describeFacts, factsFile, readFacts } from './facts.js';
import { repositoryRoot } from './repository.js';

function empty(): OpenApiDocument {
  return { openapi: '3.1.0', info: { title: '', version: '' }, paths: {}, components: { schemas: {} } };
}

describe('The corrections', () => {
  it('have an id of their own and a reason each', () => {
    const ids = corrections.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const { id, reason } of corrections) expect(reason, id).to.match(/^[A-Zd].{20,}\.$/);
  });

  it('fail by name where there is nothing to correct', () => {
    for (const correction of corrections) {
      expect(() => applyCorrections(empty(), [correction]), correction.id).to.throw(
        `Correction ${correction.id} no longer applies`,
      );
    }
  });

  it('fail by name when they change nothing', () => {
    const idle: Correction = { id: 'idle', reason: 'None.', apply: () => undefined };
    expect(() => applyCorrections(empty(), [idle])).to.throw(
      'Correction idle no longer applies: it changes nothing',
    );
  });

  it('fail on facts that are correct already', function () {
    const file = factsFile(repositoryRoot);
    if (file === undefined) return this.skip();
    const corrected = describeFacts(readFacts(file));
    applyCorrections(corrected, corrections);
    for (const correction of corrections) {
      expect(() => applyCorrections(structuredClone(corrected), [correction]), correction.id).to.throw(
        correction.id,
      );
    }
  });

  it('find places of nested schemas', () => {
    const document = empty();
    document.components.schemas['Thing'] = {
      type: 'object',
      properties: {
        List: { type: 'array', items: { type: 'object', additionalProperties: { type: 'string' } } },
      },
    };
    expect(schemaAt(document, 'Thing.List[]{}')).to.deep.equal({ type: 'string' });
    replaceSchema(document, 'Thing.List[]', { type: 'integer' });
    expect(schemaAt(document, 'Thing.List')).to.deep.equal({ type: 'array', items: { type: 'integer' } });
    expect(() => schemaAt(document, 'Thing.Other')).to.throw('no schema at Thing.Other');
  });
});
