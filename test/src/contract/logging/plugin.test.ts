import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { it } from 'mocha';
import { Api } from '../../harness/api.js';
import { BUSYBOX } from '../../harness/busybox.js';
import { eventually } from '../../harness/eventually.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { onArca } from '../../harness/suite.js';

const SAMPLE = fileURLToPath(new URL('../../../../examples/plugin-log-loki', import.meta.url));

interface Push {
  streams: { stream: Record<string, string>; values: [time: string, line: string][] }[];
}

onArca('a logging driver of a plugin', () => {
  it('gets the lines, is listed, refuses its bad options, and has the cache for docker logs', async () => {
    const pushed: Push['streams'] = [];
    const server = createServer((request, response) => {
      void json(request).then((body) => {
        pushed.push(...(body as Push).streams);
        response.writeHead(204).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const engine = newEngine('arca', ['--plugin', SAMPLE]);
    await engine.start();
    try {
      const api = new Api(engine);
      await loadBusybox(engine);
      const { Plugins } = (await api.get('/info')).json<{ Plugins: { Log: string[] } }>();
      expect(Plugins.Log).to.include('loki');
      const logged = (Config: Record<string, string>) => ({ LogConfig: { Type: 'loki', Config } });
      const refused = await api.post('/containers/create', { Image: BUSYBOX, HostConfig: logged({}) });
      expect([refused.status, refused.message]).to.deep.equal([400, 'loki-url is a required parameter']);
      const { id, stdout } = await api.run({
        Cmd: ['sh', '-c', 'echo out; echo err >&2'],
        HostConfig: logged({ 'loki-url': url, tag: 'a-tag' }),
      });
      expect(stdout).to.equal('out\n');
      await eventually(() => pushed.length === 2, 'both streams');
      const { Name } = await api.inspect(id);
      const labels = { container: Name.slice(1), tag: 'a-tag' };
      const lines = pushed.map(({ stream, values }) => [stream, values[0]?.[1]]);
      expect(lines).to.have.deep.members([
        [{ ...labels, stream: 'stdout' }, 'out'],
        [{ ...labels, stream: 'stderr' }, 'err'],
      ]);
    } finally {
      await engine.stop();
      server.close();
    }
  });
});
