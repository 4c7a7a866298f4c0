import { expect } from 'chai';
import { it } from 'mocha';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { run } from '../../harness/command.js';
import { eventually } from '../../harness/eventually.js';
import { hasSctp } from '../../harness/kernel.js';
import { freePort } from '../../harness/registry.js';
import { HOST_ADDRESS, NEIGHBOUR_NAMESPACE } from '../../harness/sandbox.js';
import type { ContainerSummary, HostConfig } from '../../harness/shapes.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

const SERVE = ['sh', '-c', 'echo served > /index.html; exec httpd -f -p 80 -h /'];

onEachEngine('published ports', (suite) => {
  const serve = (HostConfig: HostConfig, name?: string) =>
    suite.api.start({ Cmd: SERVE, ExposedPorts: { '80/tcp': {} }, HostConfig }, name);
  const fetchPage = (url: string) => fetch(url).then((response) => response.text());
  const ports = async (id: string) => (await suite.api.inspect(id)).NetworkSettings.Ports;

  it('are reachable at 127.0.0.1, at the host’s address, from a neighbour and from containers', async () => {
    const port = await freePort();
    const id = await serve({ PortBindings: { '80/tcp': [{ HostPort: String(port) }] } });
    await eventually(() => fetchPage(`http://127.0.0.1:${port}/index.html`), 'the server answers');
    for (const address of ['127.0.0.1', HOST_ADDRESS]) {
      expect(await fetchPage(`http://${address}:${port}/index.html`), address).to.equal('served\n');
    }
    const url = `http://${HOST_ADDRESS}:${port}/index.html`;
    const script = `fetch('${url}').then((r) => r.text()).then((t) => process.stdout.write(t))`;
    const neighbour = await run('ip', ['netns', 'exec', NEIGHBOUR_NAMESPACE, process.execPath, '-e', script]);
    expect(neighbour.stdout, 'from a neighbour').to.equal('served\n');
    expect((await suite.api.run({ Cmd: ['wget', '-qO-', url] })).stdout, 'from a container').to.equal(
      'served\n',
    );
    expect((await suite.api.exec(id, ['wget', '-qO-', url])).stdout, 'from itself').to.equal('served\n');
  });

  it('are shown by inspect and list while the container runs', async () => {
    const port = await freePort();
    const id = await serve({ PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: String(port) }] } });
    expect(await ports(id)).to.deep.equal({ '80/tcp': [{ HostIp: '127.0.0.1', HostPort: String(port) }] });
    const [summary] = (await suite.api.get('/containers/json')).json<ContainerSummary[]>();
    expect(summary!.Ports).to.deep.equal([
      { IP: '127.0.0.1', PrivatePort: 80, PublicPort: port, Type: 'tcp' },
    ]);
    await suite.api.post(`/containers/${id}/kill`);
    await suite.api.wait(id);
    expect(await ports(id)).to.deep.equal({});
  });

  it('listen on one address only when one is asked for', async () => {
    const port = await freePort();
    await serve({ PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: String(port) }] } });
    await eventually(() => fetchPage(`http://127.0.0.1:${port}/index.html`), 'the server answers');
    const refused = await fetchPage(`http://${HOST_ADDRESS}:${port}/index.html`).catch(
      (error: Error) => error,
    );
    expect(refused).to.be.instanceOf(Error);
  });

  it('get a free one when none is named, the same at every address', async () => {
    const id = await serve({ PortBindings: { '80/tcp': [{ HostPort: '' }] } });
    const bindings = (await ports(id))['80/tcp']!;
    const numbers = new Set(bindings.map((binding) => binding.HostPort));
    expect(numbers.size).to.equal(1);
    expect(bindings[0]!.HostIp).to.equal('0.0.0.0');
    const url = `http://127.0.0.1:${[...numbers][0]}/index.html`;
    expect(await eventually(() => fetchPage(url), 'the server answers')).to.equal('served\n');
  });

  it('are chosen for all exposed ports with PublishAllPorts', async () => {
    const id = await suite.api.start({
      ...{
        Cmd: ['sleep', '600'],
        ExposedPorts: { '80/tcp': {}, '53/udp': {} },
        HostConfig: { PublishAllPorts: true },
      },
    });
    const published = await ports(id);
    expect(Object.keys(published)).to.have.members(['80/tcp', '53/udp']);
    for (const bindings of Object.values(published))
      expect(Number(bindings![0]!.HostPort)).to.be.greaterThan(1023);
  });

  it('that are exposed only are shown without a binding', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], ExposedPorts: { '80/tcp': {} } });
    expect(await ports(id)).to.deep.equal({ '80/tcp': null });
    const [summary] = (await suite.api.get('/containers/json')).json<ContainerSummary[]>();
    expect(summary!.Ports).to.deep.equal([{ PrivatePort: 80, Type: 'tcp' }]);
  });

  it('are free again after the container', async () => {
    const port = await freePort();
    for (let round = 0; round < 2; round += 1) {
      const id = await serve({ PortBindings: { '80/tcp': [{ HostPort: String(port) }] } });
      await suite.api.delete(`/containers/${id}`, { force: true });
    }
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
  });

  it('of another container cannot be taken', async () => {
    const port = await freePort();
    const bindings = { PortBindings: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: String(port) }] } };
    await serve(bindings, 'holder');
    const id = await suite.api.create({ Cmd: SERVE, ExposedPorts: { '80/tcp': {} }, HostConfig: bindings });
    const answer = await suite.api.post(`/containers/${id}/start`);
    expect(answer.status).to.equal(500);
    expect(answer.message).to.match(
      new RegExp(`Bind for 0\\.0\\.0\\.0:${port} failed: port is already allocated$`),
    );
    expect((await suite.api.inspect(id)).State).to.include({ Running: false, Status: 'created' });
  });

  it('of a process of the host cannot be taken', async () => {
    const server = createServer().listen(0, '0.0.0.0');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const id = await suite.api.create({
      ...{ Cmd: SERVE, ExposedPorts: { '80/tcp': {} } },
      HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: String(port) }] } },
    });
    const answer = await suite.api.post(`/containers/${id}/start`);
    server.close();
    expect(answer.status).to.equal(500);
    // 20.10 names the listener of its proxy, newer ones the port that they could not bind.
    expect(answer.message)
      .to.include(`0.0.0.0:${port}`)
      .and.match(/: address already in use$/);
  });
});

// dockerd 20.10 refuses them, or says nothing: as its proxy and its rules happen to come about.
onArca('published ports of SCTP', (suite) => {
  it('are refused where the kernel has none, and nothing is left', async function () {
    if (hasSctp()) this.skip();
    const port = String(await freePort());
    const PortBindings = { '80/sctp': [{ HostPort: port }] };
    const id = await suite.api.create({ Cmd: SERVE, HostConfig: { PortBindings } });
    const answer = await suite.api.post(`/containers/${id}/start`);
    expect(answer.status).to.equal(500);
    expect(answer.message).to.match(/: protocol not supported$/);
    expect((await suite.api.inspect(id)).State.Status).to.equal('created');
  });
});
