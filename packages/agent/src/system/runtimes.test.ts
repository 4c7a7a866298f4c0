import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentError } from '@arca/agent-proto';
import { expect } from 'chai';
import { findProgram } from './programs.js';
import { probeRuntime, Runtimes } from './runtimes.js';

describe('OCI runtimes', () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'runtimes-'));
  });
  after(() => rm(directory, { recursive: true }));

  /** A program that answers `--version` with the text. */
  async function program(name: string, text: string, code = 0): Promise<string> {
    const path = join(directory, name);
    await writeFile(path, `#!/bin/sh\ncat <<'end'\n${text}\nend\nexit ${code}\n`);
    await chmod(path, 0o755);
    return path;
  }

  const refusal = (call: Promise<unknown>) =>
    call.then(
      () => 'accepted',
      (error: AgentError) => `${error.code}: ${error.message}`,
    );

  it('are known by what they say of themselves, whatever their name', async () => {
    const runtimes = new Runtimes({
      runtimes: {
        fast: await program('fast', 'crun version 1.14\ncommit: 667e'),
        sandboxed: await program('sandboxed', 'runsc version release-2023\nspec: 1.1'),
        crun: await program('mine', 'runc version 1.2.3+ds1\ncommit: x'),
      },
      defaultRuntime: 'sandboxed',
    });
    const found = Object.fromEntries((await runtimes.list()).map((runtime) => [runtime.name, runtime]));
    expect(found.fast).to.include({ type: 'crun', version: '1.14' });
    expect(found.sandboxed).to.include({ type: 'other', version: 'release-2023', usable: true });
    expect(found.crun).to.include({ path: join(directory, 'mine'), type: 'runc', version: '1.2.3+ds1' });
    expect((await runtimes.resolve()).name).to.equal('sandboxed');
    expect((await runtimes.resolve('crun')).type).to.equal('runc');
    expect(await refusal(runtimes.resolve('none'))).to.equal(
      'INVALID_ARGUMENT: unknown or invalid runtime name: none',
    );
  });

  it('are not usable when they cannot be run', async () => {
    const broken = await program('broken', 'no', 3);
    const runtimes = new Runtimes({ runtimes: { broken, gone: join(directory, 'gone') } });
    expect(await refusal(runtimes.resolve('broken'))).to.match(
      /^FAILED_PRECONDITION: runtime broken is not usable/,
    );
    expect(await refusal(runtimes.resolve('gone'))).to.match(/no executable file at this path$/);
  });

  it('are chosen for the cgroup mode: crun wants all controllers in one version', async () => {
    const path = await program('crun', 'crun version 1.8.1');
    const mode = {
      version: 1 as const,
      hybrid: true,
      controllers: ['memory'],
      mounted: new Map<string, string>(),
    };
    expect((await probeRuntime('crun', path, { ...mode, stray: [] })).usable).to.equal(true);
    const probed = await probeRuntime('crun', path, { ...mode, stray: ['hugetlb'] });
    expect(probed).to.include({ usable: false, version: '1.8.1' });
    expect(probed.reason).to.match(/only in v2: hugetlb$/);
  });

  it('are found in PATH first', async () => {
    const own = await program('sh', 'not really');
    expect(await findProgram('sh', directory)).to.equal(own);
    expect(await findProgram('sh', '')).to.match(/^\/(usr\/)?bin\/sh$/);
    expect(await findProgram('no-such-program')).to.equal(undefined);
    expect(await findProgram(directory + '/none')).to.equal(undefined);
  });
});
