import { expect } from 'chai';
import { it } from 'mocha';
import { Api } from '../../harness/api.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { onArca } from '../../harness/suite.js';
import { WebSocketClient } from '../../harness/web-socket.js';

onArca('WebSockets beyond the API', (suite) => {
  const open = (path: string, headers?: Record<string, string>) =>
    WebSocketClient.open(suite.engine.socketPath, path, headers);
  const failure = (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => expect.fail('the handshake succeeded'),
      (error: Error) => error.message,
    );
  const running = () => suite.api.start({ Cmd: ['sleep', '600'] });

  it('run an exec: input, output of both streams, and 1000 at its end', async () => {
    const id = await running();
    const script = 'read line; echo "got $line"; echo err >&2; exit 3';
    const exec = await suite.api.execCreate(id, { AttachStdin: true, Cmd: ['sh', '-c', script] });
    const client = await open(`/arca/exec/${exec}/ws`);
    client.send('hello\n');
    expect(await client.closed()).to.equal(1000);
    // The two streams are mixed: which comes first is not said.
    expect(client.received.split('\n').sort()).to.deep.equal(['', 'err', 'got hello']);
    expect(client.allBinary).to.equal(true);
    const { ExitCode } = (await suite.api.get(`/exec/${exec}/json`)).json<{ ExitCode: number }>();
    expect(ExitCode).to.equal(3);
    expect(await failure(open(`/arca/exec/${exec}/ws`))).to.match(/^409 /);
  });

  it('run an exec with a terminal of a size, and let go of it by keys', async () => {
    const id = await running();
    const body = { AttachStdin: true, Tty: true, Cmd: ['sh', '-c', 'read x; stty size; sleep 600'] };
    const exec = await suite.api.execCreate(id, body);
    const client = await open(`/arca/exec/${exec}/ws?h=33&w=77&detachKeys=ctrl-a,d`);
    client.send('\n');
    await client.untilText('33 77');
    client.send('\x01');
    client.send('d');
    expect(await client.closed()).to.equal(1000);
    const { Running } = (await suite.api.get(`/exec/${exec}/json`)).json<{ Running: boolean }>();
    expect(Running).to.equal(true);
  });

  it('refuse an exec by status before they open', async () => {
    expect(await failure(open('/arca/exec/none/ws'))).to.match(/^404 .*No such exec instance: none/);
    const exec = await suite.api.execCreate(await running(), { Cmd: ['/no/such/program'] });
    expect(await failure(open(`/arca/exec/${exec}/ws`))).to.match(/^400 /);
    const page = { Origin: 'https://page.example' };
    expect(await failure(open(`/arca/exec/${exec}/ws`, page))).to.match(/^403 /);
  });

  it('open for pages of an origin that the configuration allows', async () => {
    const engine = newEngine('arca', ['--allow-origin', 'https://page.example']);
    await engine.start();
    try {
      const from = (Origin: string) =>
        WebSocketClient.open(engine.socketPath, '/arca/events/ws?until=1', { Host: 'docker:2375', Origin });
      expect(await (await from('https://page.example')).closed()).to.equal(1000);
      expect(await failure(from('https://other.example'))).to.match(/^403 /);
    } finally {
      await engine.stop();
    }
  });

  it('follow logs to the end of the container', async () => {
    const id = await suite.api.start({ Cmd: ['sh', '-c', 'echo one; sleep 0.3; echo two >&2'] });
    const client = await open(`/arca/containers/${id}/logs/ws?stdout=1&stderr=1&follow=1`);
    expect(await client.closed()).to.equal(1000);
    expect(client.received).to.equal('one\ntwo\n');
    const last = await open(`/arca/containers/${id}/logs/ws?stdout=1&stderr=1&tail=1`);
    await last.closed();
    expect(last.received).to.equal('two\n');
    expect(await failure(open(`/arca/containers/${id}/logs/ws`))).to.match(/^400 .*at least one stream/);
    expect(await failure(open('/arca/containers/none/logs/ws?stdout=1'))).to.match(/^404 /);
  });

  it('tell events as texts, filtered and replayed', async () => {
    const filters = encodeURIComponent(JSON.stringify({ type: ['container'], event: ['create', 'die'] }));
    const since = Math.floor(Date.now() / 1000);
    const client = await open(`/arca/events/ws?filters=${filters}`);
    const { id } = await suite.api.run({ Cmd: ['true'] });
    await client.untilText('"die"');
    expect(client.allBinary).to.equal(false);
    client.socket.close();
    await client.closed();
    const replay = await open(`/arca/events/ws?filters=${filters}&since=${since}&until=${since + 1}`);
    expect(await replay.closed()).to.equal(1000);
    expect(client.received).to.include(id);
    expect(await failure(open('/arca/events/ws?filters=x'))).to.match(/^400 /);
  });

  it('wait for a client that does not read, and stall nobody else', async () => {
    const megabytes = 24;
    const script = `dd if=/dev/zero bs=1M count=${megabytes} 2>/dev/null | tr '\\0' 'x' | fold -w 1023`;
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', `${script}; echo`] });
    const path = `/arca/containers/${id}/logs/ws?stdout=1`;
    const slow = await open(path);
    slow.socket.pause();
    const other = await open(path);
    expect(await other.closed()).to.equal(1000);
    expect((await suite.api.get('/_ping')).status).to.equal(200);
    slow.socket.resume();
    expect(await slow.closed()).to.equal(1000);
    const sizes = [slow, other].map(({ received }) => received.length);
    expect(sizes[0])
      .to.equal(sizes[1])
      .and.be.greaterThan(megabytes * 1024 * 1024);
  });

  it('are all closed with 1001 when the daemon ends', async () => {
    const engine = newEngine('arca');
    await engine.start();
    try {
      await loadBusybox(engine);
      const api = new Api(engine);
      const id = await api.start({ Cmd: ['sleep', '600'], OpenStdin: true });
      const exec = await api.execCreate(id, { Cmd: ['sleep', '600'], AttachStdin: true });
      const paths = [
        `/containers/${id}/attach/ws?stream=1&stdin=1&stdout=1`,
        `/arca/exec/${exec}/ws`,
        `/arca/containers/${id}/logs/ws?stdout=1&follow=1`,
        '/arca/events/ws',
      ];
      const clients = [];
      for (const path of paths) clients.push(await WebSocketClient.open(engine.socketPath, path));
      const codes = Promise.all(clients.map((client) => client.closed()));
      await engine.stop();
      expect(await codes).to.deep.equal([1001, 1001, 1001, 1001]);
    } finally {
      if (engine.pid === undefined) await engine.start();
      await new Api(engine).wipe();
      await engine.stop();
    }
  });
});
