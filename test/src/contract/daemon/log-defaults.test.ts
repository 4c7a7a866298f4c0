import { expect } from 'chai';
import { it } from 'mocha';
import { Api } from '../../harness/api.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

onArca('logging defaults that are bad', (suite) => {
  it('keep the daemon from starting when they are bad', async function () {
    this.timeout(60_000);
    const bad: [flags: string[], reason: RegExp][] = [
      [['--log-driver', 'nosuch'], /no log driver named 'nosuch' is registered/],
      [['--log-opt', 'bad=1'], /unknown log opt 'bad' for json-file log driver/],
    ];
    for (const [flags, reason] of bad) {
      const engine = newEngine(suite.kind, flags);
      const message = await engine.start().then(
        () => engine.stop().then(() => 'it started'),
        (error: Error) => error.message,
      );
      expect(message, flags.join(' ')).to.match(reason);
    }
  });
});

onEachEngine('the daemon’s logging defaults', (suite) => {
  it('hold for containers that choose nothing', async function () {
    this.timeout(60_000);
    const engine = newEngine(suite.kind, ['--log-driver', 'local', '--log-opt', 'max-size=1m']);
    await engine.start();
    try {
      await loadBusybox(engine);
      const api = new Api(engine);
      const { id } = await api.run({ Cmd: ['echo', 'kept'] });
      expect((await api.inspect(id)).HostConfig?.LogConfig).to.deep.equal({
        Type: 'local',
        Config: { 'max-size': '1m' },
      });
      expect((await api.logs(id)).stdout).to.equal('kept\n');
      await api.wipe();
    } finally {
      await engine.stop();
    }
  });
});
