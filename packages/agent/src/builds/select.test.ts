import { expect } from 'chai';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDescriptor, openPath } from '../linux/directory.js';
import { componentExpression } from './pattern.js';
import { select } from './select.js';

describe('sources of a copy', () => {
  let directory: string;
  let root: number;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'arca-builds-'));
    mkdirSync(join(directory, 'd/sub'), { recursive: true });
    for (const name of ['a.txt', 'b.txt', 'd/one', 'd/sub/two']) writeFileSync(join(directory, name), name);
    root = openPath(directory);
  });
  afterEach(() => {
    closeDescriptor(root);
    rmSync(directory, { recursive: true });
  });

  const paths = async (...given: string[]) => (await select({ root }, given)).map(({ path }) => path);
  const digest = async (path: string) => (await select({ root }, [path]))[0]!.digest;

  it('are paths, or patterns that stay within a component', async () => {
    expect(await paths('*.txt', 'd/')).to.deep.equal(['/a.txt', '/b.txt', '/d']);
    expect(await paths('*')).to.deep.equal(['/a.txt', '/b.txt', '/d']);
    expect(await paths('d/*/t?o', 'none*')).to.deep.equal(['/d/sub/two']);
    const missing = await select({ root }, ['none']).catch((error: Error) => error.message);
    expect(missing).to.equal('stat none: file does not exist');
  });

  it('have patterns as Go has them', () => {
    const matches = (pattern: string, name: string) => componentExpression(pattern).test(name);
    expect(matches('[a-c]x', 'bx')).to.equal(true);
    expect(matches('[^a-c]x', 'bx')).to.equal(false);
    expect(matches('\\*', '*')).to.equal(true);
    expect(matches('a.b', 'axb')).to.equal(false);
    expect(() => componentExpression('[a')).to.throw('syntax error in pattern');
  });

  it('have a digest of contents and permissions, not of times', async () => {
    const before = [await digest('d'), await digest('a.txt')];
    utimesSync(join(directory, 'a.txt'), 1, 1);
    utimesSync(join(directory, 'd/one'), 1, 1);
    expect([await digest('d'), await digest('a.txt')]).to.deep.equal(before);
    chmodSync(join(directory, 'd/sub/two'), 0o600);
    writeFileSync(join(directory, 'a.txt'), 'other');
    const after = [await digest('d'), await digest('a.txt')];
    expect(after[0]).not.to.equal(before[0]);
    expect(after[1]).not.to.equal(before[1]);
  });

  it('are never outside of the root', async () => {
    symlinkSync('/etc/passwd', join(directory, 'link'));
    expect(await paths('link').catch(() => 'refused')).to.equal('refused');
  });
});
