import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { describe, it } from 'mocha';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The rows of a document's tables, cell by cell, each table without its head. */
function tablesOf(text: string): string[][][] {
  const tables = text.match(/(^\|.*\n)+/gm) ?? [];
  return tables.map((table) =>
    table
      .trimEnd()
      .split('\n')
      .slice(2)
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );
}

describe('docs/sdk-comparison.md', () => {
  it('names an existing test for every row', () => {
    const [features = [], tests = []] = tablesOf(readFileSync(join(root, 'docs/sdk-comparison.md'), 'utf8'));
    expect(features.length).to.be.greaterThan(15);
    expect(tests.map(([what]) => what)).to.deep.equal(features.map(([what]) => what));
    for (const [what, named = ''] of tests) {
      const [path = '', title = ''] = named.split(/: (.*)/);
      expect(existsSync(join(root, path)), `${what}: ${path}`).to.equal(true);
      const titles = [...readFileSync(join(root, path), 'utf8').matchAll(/\bit\(\s*(['"`])(.*?)\1/g)];
      expect(
        titles.map(([, , text]) => text),
        `${what}: ${path}`,
      ).to.include(title);
    }
  });

  it('says of every peer which version was read', () => {
    const text = readFileSync(join(root, 'docs/sdk-comparison.md'), 'utf8').replaceAll(/\s+/g, ' ');
    for (const peer of ['dockerode', 'docker-py', 'bollard', '@docker/node-sdk', 'testcontainers'])
      expect(text).to.match(new RegExp(`${peer} \\d+\\.\\d+\\.\\d+`));
  });
});
