import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

const lines = (stdout: string) => stdout.split('\n').slice(0, -1);
const local = (Config: Record<string, string> = {}) => ({ LogConfig: { Type: 'local', Config } });

onEachEngine('logging driver local', (suite) => {
  const numbers = (count: number, Config: Record<string, string> = {}) =>
    suite.api.run({
      Cmd: ['sh', '-c', `for i in $(seq ${count}); do echo line $i; done; echo error >&2`],
      HostConfig: local(Config),
    });

  it('gives what was written, by stream, by number and with times', async () => {
    const { id } = await numbers(200);
    expect(lines((await suite.api.logs(id, { stderr: false })).stdout)).to.have.length(200);
    expect((await suite.api.logs(id, { stdout: false })).stderr).to.equal('error\n');
    const { stdout } = await suite.api.logs(id, { stderr: false, tail: 3, timestamps: true });
    for (const line of lines(stdout)) expect(line).to.match(/^\d{4}-.*Z line (19\d|200)$/);
  });

  it('keeps no more files than asked for', async () => {
    const { id } = await numbers(20_000, { 'max-size': '20k', 'max-file': '3' });
    const { stdout } = await suite.api.logs(id, { stderr: false });
    const kept = lines(stdout);
    expect(kept.at(-1)).to.equal('line 20000');
    expect(kept.length).to.be.within(500, 10_000);
    const first = Number(kept[0]?.split(' ')[1]);
    expect(kept).to.deep.equal(kept.map((_, index) => `line ${first + index}`));
  });

  it('has no path to show', async () => {
    const { id } = await numbers(1);
    const { LogPath, HostConfig } = await suite.api.inspect(id);
    expect({ LogPath, HostConfig: HostConfig?.LogConfig }).to.deep.equal({
      LogPath: '',
      HostConfig: { Type: 'local', Config: {} },
    });
  });

  it('refuses options that it does not have', async () => {
    const refused = await suite.api.post('/containers/create', {
      Image: BUSYBOX,
      HostConfig: local({ labels: 'a' }),
    });
    expect([refused.status, refused.message]).to.deep.equal([
      400,
      "unknown log opt 'labels' for log driver local",
    ]);
  });
});

onArca('mode=non-blocking', (suite) => {
  it('shows how many messages were dropped', async () => {
    const { id } = await suite.api.run({
      Cmd: ['echo', 'hello'],
      HostConfig: local({ mode: 'non-blocking', 'max-buffer-size': '4m' }),
    });
    expect(await suite.api.inspect(id)).to.have.property('LogDropped', 0);
    const blocking = await suite.api.run({ Cmd: ['true'], HostConfig: local() });
    expect(await suite.api.inspect(blocking.id)).not.to.have.property('LogDropped');
  });
});
