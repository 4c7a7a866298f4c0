import type { Spec } from '@arca/oci-spec';
import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withSourceFlags } from './source-flags.js';

describe('flags of the sources of binds (unit)', () => {
  let directory: string;
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'arca-flags-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro,nosuid,noexec', 'tmpfs', directory]);
  });
  after(() => {
    execFileSync('umount', [directory]);
    rmdirSync(directory);
  });

  const options = async (source: string, given: string[]) => {
    const spec = { mounts: [{ destination: '/d', type: 'bind', source, options: given }] } as unknown as Spec;
    return (await withSourceFlags(spec)).mounts![0]!.options;
  };

  it('are written out where they are missing', async () => {
    expect(await options(directory, ['rbind', 'nosuid'])).to.deep.equal(['rbind', 'nosuid', 'ro', 'noexec']);
  });

  it('are none of what is no bind, or not there', async () => {
    expect(await options(directory, ['size=1m'])).to.deep.equal(['size=1m']);
    expect(await options(join(directory, 'missing'), ['bind'])).to.deep.equal(['bind']);
  });
});
