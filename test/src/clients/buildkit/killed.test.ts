import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUSYBOX } from '../../harness/busybox.js';
import { run } from '../../harness/command.js';
import { eventually } from '../../harness/eventually.js';
import { storedContent } from '../../harness/remains.js';
import { BuildKitEngine, withBuildKit } from './buildkit-engine.js';

withBuildKit('BuildKit when the daemon is killed', (programs) => {
  let built: BuildKitEngine;
  before('start a daemon with BuildKit', async () => {
    built = await BuildKitEngine.start(programs);
  });
  after('stop it; nothing is left', () => built.stop());

  it('leaves nothing of a step that runs, and builds again', async () => {
    const { docker, engine } = built;
    const before = await built.names();
    const slow = built.context(`FROM ${BUSYBOX}\nRUN echo first\nRUN sleep 600\n`);
    const building = docker.run(['build', '-t', 'bk/killed', slow]);
    const steps = async () => (await run('pgrep', ['-xf', 'sleep 600'])).stdout.trim();
    await eventually(async () => (await steps()) !== '', 'the step runs');
    await engine.crash();
    expect((await building).code).to.not.equal(0);
    await engine.start();
    await eventually(async () => (await steps()) === '', 'the step is ended');
    expect(await built.names()).to.deep.equal(before);
    await docker.out(
      'build',
      '-q',
      '-t',
      'bk/again',
      built.context(`FROM ${BUSYBOX}\nRUN echo again > /own\n`),
    );
    expect(await docker.out('run', '--rm', '--network', 'none', 'bk/again', 'cat', '/own')).to.equal('again');
  }).timeout(60_000);

  // What the client is told of an export: of the archives of layers, of the manifest, of the image's name.
  for (const moment of ['exporting layers', 'exporting manifest', 'naming to'])
    it(`leaves nothing of an image at "${moment}", and builds it again`, async () => {
      const { docker, engine } = built;
      await docker.out('builder', 'prune', '-af');
      const before = { names: await built.names(), stored: await storedContent(engine) };
      const context = built.context(
        `FROM ${BUSYBOX}\nCOPY large /large\nRUN sha256sum /large > /sum\nCMD ["sha256sum", "-c", "/sum"]\n`,
      );
      writeFileSync(join(context, 'large'), randomBytes(15_000_000));
      const args = ['build', '--progress', 'plain', '-t', 'bk/exported', context];
      const building = docker.background(...args);
      const isThere = () => building.stderr.includes(moment);
      await eventually(isThere, 'the export has come there', 30_000);
      await engine.crash();
      expect(await building.ended).to.not.equal(0);
      await engine.start();
      expect(await built.names()).to.deep.equal(before.names);
      await docker.out('builder', 'prune', '-af');
      expect(await storedContent(engine)).to.deep.equal(before.stored);
      await docker.out(...args);
      expect(await docker.out('run', '--rm', '--network', 'none', 'bk/exported')).to.equal('/large: OK');
      await docker.out('rmi', 'bk/exported');
      await docker.out('builder', 'prune', '-af');
      expect(await storedContent(engine)).to.deep.equal(before.stored);
    }).timeout(90_000);
});
