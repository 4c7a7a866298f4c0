import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { before, describe, it } from 'mocha';
import { parse } from 'yaml';
import { ARCA_API, DOCKER_API, loadDescription } from './bundle.js';
import { compareWithFacts } from './compare.js';
import type { OpenApiDocument, Schema } from './document.js';
import { operationsOf, refName } from './document.js';
import { repositoryRoot } from './repository.js';

const PROPERTY_SHAPES = ['$ref', 'oneOf', 'type', 'description'];

/** Places without a summary or description. */
function undescribed(document: OpenApiDocument): string[] {
  const places: string[] = [];
  const need = (prose: string | undefined, place: string): void => {
    if (prose === undefined || prose.trim() === '') places.push(place);
  };
  for (const { name, description } of document.tags ?? []) need(description, `tag ${name}`);
  for (const { operation } of operationsOf(document)) {
    const { operationId } = operation;
    need(operation.summary, `${operationId} (summary)`);
    need(operation.description, operationId);
    for (const { name, description } of operation.parameters ?? [])
      need(description, `${operationId} ${name}`);
    if (operation.requestBody !== undefined) need(operation.requestBody.description, `${operationId} body`);
    for (const [status, response] of Object.entries(operation.responses)) {
      need(response.description, `${operationId} ${status}`);
      for (const [name, { description }] of Object.entries(response.headers ?? {})) {
        need(description, `${operationId} ${status} ${name}`);
      }
    }
  }
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    need(schema.description, name);
    for (const [property, { description }] of Object.entries(schema.properties ?? {})) {
      need(description, `${name}.${property}`);
    }
  }
  return places;
}

/** Schemas of a shape that the generators do not read: each object with properties is a named schema. */
function unreadable(document: OpenApiDocument): string[] {
  const places: string[] = [];
  const check = (schema: Schema, place: string): void => {
    if (!PROPERTY_SHAPES.some((key) => key in schema)) places.push(`${place} has no shape`);
    if (schema.properties !== undefined || schema.allOf !== undefined)
      places.push(`${place} is an anonymous object`);
    if (schema.oneOf !== undefined) {
      const [first, second, ...more] = schema.oneOf;
      const fits =
        first !== undefined && refName(first) !== undefined && second?.type === 'null' && more.length === 0;
      if (!fits) places.push(`${place} is not a reference or null`);
    }
    if (schema.items !== undefined) check(schema.items, `${place}[]`);
    if (typeof schema.additionalProperties === 'object') check(schema.additionalProperties, `${place}{}`);
  };
  for (const [name, { properties, allOf, ...rest }] of Object.entries(document.components.schemas)) {
    check(rest, name);
    for (const [property, schema] of Object.entries(properties ?? {})) check(schema, `${name}.${property}`);
    for (const base of allOf ?? [])
      if (refName(base) === undefined) places.push(`${name} extends no named schema`);
  }
  return places;
}

for (const file of [DOCKER_API, ARCA_API]) {
  describe(`The description in ${file}`, () => {
    let document: OpenApiDocument;
    before(async () => {
      document = await loadDescription(repositoryRoot, file);
    });

    it('says what everything means', () => {
      expect(undescribed(document)).to.deep.equal([]);
    });

    it('has shapes only that the generators read', () => {
      expect(unreadable(document)).to.deep.equal([]);
    });

    it('has an id of its own for each operation, and an answer of success', () => {
      const operations = operationsOf(document);
      const ids = operations.map(({ operation }) => operation.operationId);
      expect(new Set(ids).size).to.equal(ids.length);
      for (const { operation } of operations) {
        const statuses = Object.keys(operation.responses).map(Number);
        expect(
          statuses.some((status) => status < 300),
          operation.operationId,
        ).to.equal(true);
      }
    });

    it('declares each parameter that a path has', () => {
      for (const { path, operation } of operationsOf(document)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
        expect(
          declared.map(({ name }) => name),
          operation.operationId,
        ).to.deep.equal(inPath);
      }
    });

    it('marks as streams only what has schemas', () => {
      for (const { operation } of operationsOf(document)) {
        const item = operation['x-arca-stream'];
        if (item === undefined) continue;
        const media = Object.values(operation.responses['200']?.content ?? {});
        expect(media, operation.operationId).not.to.be.empty;
        for (const { schema } of media) {
          if (item === 'bytes') expect(schema, operation.operationId).to.include({ format: 'binary' });
          else expect(refName(schema as Schema), operation.operationId).to.equal(item);
        }
      }
    });
  });
}

describe('The description of the API', () => {
  it('has no schema that nothing refers to', async () => {
    const known = new Set<string>();
    for (const file of [DOCKER_API, ARCA_API]) {
      const { components } = await loadDescription(repositoryRoot, file);
      for (const name of Object.keys(components.schemas)) known.add(name);
    }
    const folder = join(repositoryRoot, 'openapi', 'schemas');
    const written: string[] = [];
    for (const file of await readdir(folder)) {
      written.push(...Object.keys(parse(await readFile(join(folder, file), 'utf8')) as object));
    }
    expect(written.filter((name) => !known.has(name))).to.deep.equal([]);
  });

  it('agrees with the facts, given the corrections', async function () {
    const found = await compareWithFacts(repositoryRoot);
    if (found === undefined) return this.skip();
    expect(found).to.deep.equal([]);
  });
});
