import { expect } from 'chai';
import { it } from 'mocha';
import { fileURLToPath } from 'node:url';
import { BUSYBOX } from '../../harness/busybox.js';
import { run } from '../../harness/command.js';
import { DockerCli } from '../../harness/docker-cli.js';
import { onEachEngine } from '../../harness/suite.js';

const program = fileURLToPath(new URL('program.js', import.meta.url));

onEachEngine('testcontainers', (suite) => {
  it('starts containers of a network, waits for logs, ports, pages and health, and leaves nothing', async () => {
    // Its own reaper is an image that nobody has here.
    const env = { ...new DockerCli(suite.engine).environment, TESTCONTAINERS_RYUK_DISABLED: 'true' };
    const { code, stdout, stderr } = await run(process.execPath, [program, BUSYBOX], { env });
    expect(code, stderr + stdout).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.equal({
      pages: ['a page\n', 'another\n'],
      isItself: true,
      ping: [7, true, 'no\n'],
      address: true,
      log: 'ready to serve\n',
    });
    const left = await suite.api.get('/containers/json', { all: true });
    expect(left.json()).to.deep.equal([]);
    const networks = (await suite.api.get('/networks')).json<{ Name: string }[]>();
    expect(networks.map(({ Name }) => Name).sort()).to.deep.equal(['bridge', 'host', 'none']);
  });
});
