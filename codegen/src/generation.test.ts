import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { before, describe, it } from 'mocha';
import { outdated } from './committed.js';
import { findOperation, type OpenApiDocument } from './description/document.js';
import { repositoryRoot } from './description/repository.js';
import { generate, type Generation } from './generation.js';
import { roundTripDifferences } from './server/round-trip.js';
import { typeDifferences } from './type-equality.js';

describe('generated code', () => {
  let generation: Generation;
  before(async function () {
    this.timeout(120_000);
    generation = await generate(repositoryRoot);
  });

  it('is what the description says', () => {
    expect(outdated(repositoryRoot, generation.files)).to.deep.equal([]);
  });

  it('is missed when it is changed, not there, or left over', () => {
    const [path, ...others] = [...generation.files.keys()] as [string, ...string[]];
    const files = new Map(generation.files);
    files.set(path, `${files.get(path)} `);
    files.delete(others[0] as string);
    files.set('packages/api/src/generated/new.gen.ts', '');
    expect(outdated(repositoryRoot, files)).to.deep.equal(
      [path, others[0], 'packages/api/src/generated/new.gen.ts'].sort(),
    );
  });

  it('says in every file that it is generated, and by what command', () => {
    for (const [path, text] of generation.files) {
      expect(text, path).to.match(/^\/\/ Generated from (openapi\/|\S+\.wat) by `npm run gen`/);
    }
  });

  it('has a method, a function and an entry for every operation', () => {
    const text = (path: string): string => generation.files.get(path) ?? '';
    const table = text('packages/api/src/generated/operation-table.gen.ts');
    const functions = text('packages/sdk/src/generated/sdk.gen.ts');
    const kit = text('packages/plugin-kit/src/generated/operations.gen.ts');
    const controllers = [...generation.files]
      .filter(([path]) => path.includes('/controllers/'))
      .map(([, one]) => one);
    for (const { id } of generation.operations) {
      expect(table, id).to.include(`\n  ${id}: {`);
      expect(kit, id).to.include(`\n  ${id}: {`).and.to.include(`  '${id}',`);
      expect(functions, id).to.include(`export const ${id[0]?.toLowerCase()}${id.slice(1)} = `);
      expect(
        controllers.filter((one) => one.includes(`dispatch('${id}',`)),
        id,
      ).to.have.lengthOf(1);
    }
  });

  describe('of the server, read back by tsoa', () => {
    it('says what the description says', () => {
      expect(roundTripDifferences(generation.document, generation.readBack)).to.deep.equal([]);
    });

    /** What is found when the description is changed after the controllers were made. */
    const afterChange = (change: (document: OpenApiDocument) => void): string[] => {
      const document = structuredClone(generation.document);
      change(document);
      return roundTripDifferences(document, generation.readBack);
    };

    it('is missed when a parameter changes', () => {
      const found = afterChange((document) => {
        const limit = findOperation(document, 'ContainerList').parameters?.find(
          ({ name }) => name === 'limit',
        );
        if (limit) limit.schema = { type: 'string' };
      });
      expect(found.join('\n')).to.match(
        /^paths › \/containers\/json › get › parameters › query limit .*integer/m,
      );
    });

    it('is missed when a path, a status or an answer changes', () => {
      const found = afterChange((document) => {
        document.paths['/infos'] = document.paths['/info'] ?? {};
        delete document.paths['/info'];
        findOperation(document, 'ContainerKill').responses = { '200': {} };
        findOperation(document, 'SystemVersion').responses['200'] = {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/SystemInfo' } } },
        };
      });
      expect(found.join('\n'))
        .to.match(/^paths › \/info: /m)
        .and.to.match(/^paths › \/infos: /m)
        .and.to.match(/^paths › \/containers\/\{id\}\/kill › post › responses › 204/m)
        .and.to.match(/^paths › \/version › get › responses › 200/m);
    });

    it('is missed when a schema changes', () => {
      const found = afterChange(({ components: { schemas } }) => {
        (schemas['PortBinding']?.properties ?? {})['HostPort'] = { type: 'integer', format: 'uint16' };
        (schemas['HealthConfig']?.properties ?? {})['Retries'] = { type: 'integer', format: 'int64' };
        (schemas['Mount'] as { required?: string[] }).required = ['Type'];
      });
      expect(found.join('\n'))
        .to.match(/^schemas › PortBinding › properties › HostPort/m)
        .and.to.match(/^schemas › HealthConfig › properties › Retries › format/m)
        .and.to.match(/^schemas › Mount › required/m);
    });
  });

  describe('types', () => {
    it('of a schema are the same in the API, the client and the server', function () {
      this.timeout(120_000);
      const names = Object.keys(generation.document.components.schemas);
      expect(names).to.have.length.above(200);
      expect(
        typeDifferences(
          repositoryRoot,
          names.map((name) => [name, name]),
        ),
      ).to.deep.equal([]);
    });

    it('that differ are found', function () {
      this.timeout(120_000);
      const found = typeDifferences(repositoryRoot, [['Address', 'AuthConfig']]);
      expect(found).to.have.lengthOf(2);
      expect(found[0]).to.match(/^same<api\.Address, client\.AuthConfig>\(true\).* is wider/);
    });
  });

  it('lies where the formatter and the linter leave it alone', () => {
    for (const path of generation.files.keys()) expect(path).to.match(/\/generated\/.*\.gen\.ts$/);
    expect(readFileSync(join(repositoryRoot, '.prettierignore'), 'utf8')).to.match(/^\*\.gen\.ts$/m);
  });
});
