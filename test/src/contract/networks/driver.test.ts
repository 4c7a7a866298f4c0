import { expect } from 'chai';
import { it } from 'mocha';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Api } from '../../harness/api.js';
import { run } from '../../harness/command.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { runDirectory } from '../../harness/run.js';
import { onArca } from '../../harness/suite.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The sample of docs/network-drivers.md, as a module that Node can import. */
function samplePlugin(): string {
  const page = readFileSync(join(root, 'docs/network-drivers.md'), 'utf8');
  const code = /```ts\n([\s\S]*?)```/.exec(page)![1]!;
  const directory = join(runDirectory(), 'lab-driver');
  mkdirSync(directory, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  const path = join(directory, 'lab.mts');
  writeFileSync(path, code);
  return path;
}

onArca('a network driver of a plugin', () => {
  it('makes networks whose containers have names and addresses', async () => {
    const engine = newEngine('arca', ['--plugin', samplePlugin()]);
    await engine.start();
    try {
      const api = new Api(engine);
      await loadBusybox(engine);
      const refused = await api.post('/networks/create', { Name: 'l', Driver: 'lab', Options: { a: 'b' } });
      expect([refused.status, refused.message]).to.deep.equal([400, 'lab networks take no options']);
      const body = { Name: 'lab-net', Driver: 'lab', IPAM: { Config: [{ Subnet: '10.74.1.0/24' }] } };
      api.expect(await api.post('/networks/create', body), 201);
      const HostConfig = { NetworkMode: 'lab-net' };
      const one = await api.start({ Cmd: ['sleep', '600'], HostConfig }, 'lab-one');
      await api.start({ Cmd: ['sleep', '600'], HostConfig }, 'lab-two');
      expect((await api.exec(one, ['ping', '-c', '1', '-W', '5', 'lab-two'])).stdout).to.include(
        'PING lab-two (10.74.1.3)',
      );
      expect((await run('ip', ['link', 'show', 'lab0'])).code).to.equal(0);
      await api.wipe();
      expect((await run('ip', ['link', 'show', 'lab0'])).code).to.not.equal(0);
    } finally {
      await engine.stop();
    }
  });
});
