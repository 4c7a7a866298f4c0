import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Manifest } from '@arca/plugin-kit';
import { expect } from 'chai';
import { fieldTests } from './field-tests.js';

describe('tests of fields', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'arca-field-tests-'))));
  after(() => rmSync(folder, { recursive: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const manifest = (field: string, flag = ''): Manifest =>
    ({ id: 'x', summary: '', owns: [field], flags: { [field]: flag } }) as unknown as Manifest;

  it('are found by flag, or by name', () => {
    write('src/clients/docker-cli/flags/a-flags.ts', "flags: [\n'--one', '--two'], title: 'does it',");
    write('src/contract/b.test.ts', "it('shows Shell', …");
    write('field-tests.json', JSON.stringify({ Shell: { file: 'contract/b.test.ts', test: 'shows Shell' } }));
    const tests = fieldTests([manifest('User', '--two'), manifest('Shell')], folder);
    expect([...tests]).to.deep.equal([
      ['User', { file: 'clients/docker-cli/flags/a-flags.ts', test: 'does it' }],
      ['Shell', { file: 'contract/b.test.ts', test: 'shows Shell' }],
    ]);
  });

  it('are named when there is none, or none of that name', () => {
    write('field-tests.json', JSON.stringify({ Shell: { file: 'contract/b.test.ts', test: 'gone' } }));
    expect(() => fieldTests([manifest('User', '--three'), manifest('Shell')], folder)).to.throw(
      'User has no test\nthe test of Shell, “gone”, is not in contract/b.test.ts',
    );
  });
});
