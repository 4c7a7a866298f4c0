import { expect } from 'chai';
import { it } from 'mocha';
import { request } from 'node:http';
import type { EndpointSettings, HostConfig } from '../../harness/shapes.js';
import { must } from '../../harness/command.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

onEachEngine('networks of containers', (suite) => {
  const make = async (Name: string, more: object = {}): Promise<string> =>
    suite.api.expect(await suite.api.post('/networks/create', { Name, ...more }), 201).json<{ Id: string }>()
      .Id;
  const subnet = (Subnet: string, more: object = {}) => ({ IPAM: { Config: [{ Subnet, ...more }] } });
  const connect = (network: string, Container: string, EndpointConfig?: object) =>
    suite.api.post(`/networks/${network}/connect`, { Container, ...(EndpointConfig && { EndpointConfig }) });
  const disconnect = (network: string, Container: string, Force = false) =>
    suite.api.post(`/networks/${network}/disconnect`, { Container, Force });
  const sleeper = (host: HostConfig = {}, more: object = {}) =>
    suite.api.start({ Cmd: ['sleep', '600'], HostConfig: host, ...more });
  const networksOf = async (id: string) => (await suite.api.inspect(id)).NetworkSettings.Networks;
  const inside = async (id: string, command: string) =>
    (await suite.api.exec(id, ['sh', '-c', command])).stdout.trim();

  it('are joined and left while a container runs', async () => {
    const network = await make('second', subnet('10.77.1.0/24'));
    const id = await sleeper();
    suite.api.expect(await connect('second', id), 200);
    const { second, bridge } = await networksOf(id);
    expect(second).to.deep.include({
      NetworkID: network,
      Gateway: '10.77.1.1',
      IPAddress: '10.77.1.2',
      IPPrefixLen: 24,
    });
    expect(await inside(id, 'ip -o -4 addr show eth1')).to.include('inet 10.77.1.2/24 ');
    expect(await inside(id, 'ip route')).to.include(`default via ${bridge!.Gateway} dev eth0`);
    const members = (await suite.api.get(`/networks/${network}`)).json<{
      Containers: Record<string, object>;
    }>();
    expect(members.Containers[id]).to.deep.include({
      IPv4Address: '10.77.1.2/24',
      MacAddress: second!.MacAddress,
    });
    const again = await connect('second', id);
    expect(again.status).to.equal(403);
    expect(again.message).to.match(/^endpoint with name .* already exists in network second$/);
    suite.api.expect(await disconnect('second', id), 200);
    expect(Object.keys(await networksOf(id))).to.deep.equal(['bridge']);
    expect(await inside(id, 'ip -o link')).to.not.include('eth1');
    const left = await disconnect('second', id);
    expect(left.status).to.equal(500);
    expect(left.message).to.match(/^container .* is not connected to (the )?network second$/);
  });

  it('are joined before the start, and stay over a restart', async () => {
    await make('later', subnet('10.77.2.0/24'));
    const id = await suite.api.create({ Cmd: ['sleep', '600'] });
    suite.api.expect(
      await connect('later', id, { Aliases: ['known'], IPAMConfig: { IPv4Address: '10.77.2.77' } }),
      200,
    );
    suite.api.expect(await disconnect('bridge', id), 200);
    suite.api.expect(await suite.api.post(`/containers/${id}/start`), 204);
    const look = async () => {
      const networks = await networksOf(id);
      expect(Object.keys(networks)).to.deep.equal(['later']);
      expect(networks.later!.IPAddress).to.equal('10.77.2.77');
      expect((networks.later as unknown as { Aliases: string[] }).Aliases).to.include('known');
      expect(await inside(id, 'ip route')).to.include('default via 10.77.2.1 ');
    };
    await look();
    suite.api.expect(await suite.api.post(`/containers/${id}/restart`, undefined, { t: 0 }), 204);
    await look();
  });

  it('give the default route to the next one when theirs goes', async () => {
    await make('outer', subnet('10.77.3.0/24'));
    const id = await sleeper();
    suite.api.expect(await connect('outer', id), 200);
    suite.api.expect(await disconnect('bridge', id), 200);
    expect(await inside(id, 'ip route')).to.include('default via 10.77.3.1 ');
  });

  it('leave what others have written to hosts and resolv.conf', async () => {
    for (const [name, part] of Object.entries({ ours: '10.77.8.0/24', more: '10.77.9.0/24' }))
      await make(name, subnet(part));
    const id = await sleeper({ NetworkMode: 'ours' });
    const files = async () => [await inside(id, 'cat /etc/hosts'), await inside(id, 'cat /etc/resolv.conf')];
    const [before = ''] = await files();
    await inside(id, 'echo "10.9.9.9 mine" >> /etc/hosts; echo nameserver 10.9.9.10 > /etc/resolv.conf');
    suite.api.expect(await connect('more', id), 200);
    const own = `10.77.9.2\t${id.slice(0, 12)}`;
    expect(await files()).to.deep.equal([`${before}\n10.9.9.9 mine\n${own}`, 'nameserver 10.9.9.10']);
    suite.api.expect(await disconnect('more', id), 200);
    const [hosts, resolv] = await files();
    expect(hosts).to.include('10.9.9.9 mine').and.to.not.include(own);
    expect(resolv).to.equal('nameserver 10.9.9.10');
  });

  it('publish the ports of a container that comes to them', async () => {
    await make('public', subnet('10.77.4.0/24'));
    await make('closed', { ...subnet('10.77.5.0/24'), Internal: true });
    const id = await suite.api.start({
      Cmd: ['sh', '-c', 'echo served > /index.html; httpd -f -p 80 -h /'],
      ExposedPorts: { '80/tcp': {} },
      HostConfig: { NetworkMode: 'public', PortBindings: { '80/tcp': [{ HostPort: '18077' }] } },
    });
    suite.api.expect(await connect('closed', id), 200);
    const get = () =>
      new Promise<string>((resolve, reject) => {
        request({ host: '127.0.0.1', port: 18077, timeout: 2000 }, (answer) => {
          answer.setEncoding('utf8').once('data', resolve);
        })
          .once('error', reject)
          .end();
      });
    expect(await get()).to.equal('served\n');
    expect((await suite.api.inspect(id)).NetworkSettings.Ports['80/tcp']![0]).to.deep.include({
      HostPort: '18077',
    });
  });

  it('are refused where they make no sense', async () => {
    await make('proper', subnet('10.77.6.0/24'));
    const id = await sleeper();
    const alone = await sleeper({ NetworkMode: 'none' });
    const host = await sleeper({ NetworkMode: 'host' });
    const shared = await sleeper({ NetworkMode: `container:${id}` });
    const cases: [string, string, object | undefined, number, RegExp][] = [
      ['nosuch', id, undefined, 404, /^network nosuch not found$/],
      ['proper', 'nobody', undefined, 404, /^No such container: nobody$/],
      ['proper', alone, undefined, 403, /in private \(none\) mode$/],
      ['proper', host, undefined, 403, /^container sharing network namespace with another container or host/],
      [
        'proper',
        shared,
        undefined,
        403,
        /^container sharing network namespace with another container or host/,
      ],
      [
        'host',
        id,
        undefined,
        403,
        /^(cannot connect container to host network|container cannot be .*connected to host network)/,
      ],
    ];
    for (const [network, container, settings, status, text] of cases) {
      const answer = await connect(network, container, settings);
      const expected =
        status === 403
          ? suite.versioned('1.42', 'they became invalid parameters', 400, answer.status)
          : status;
      expect(answer.status, network).to.equal(expected);
      expect(answer.message, network).to.match(text);
    }
    const outside = await connect('proper', id, { IPAMConfig: { IPv4Address: '192.0.2.1' } });
    expect(outside.status).to.be.oneOf([400, 500]);
    const kept = suite.versioned('1.42', 'what was refused left its name behind', [], ['proper']);
    expect(Object.keys(await networksOf(id))).to.deep.equal(['bridge', ...kept]);
    const busy = await suite.api.delete('/networks/proper');
    expect(busy.status).to.equal(204);
    await make('busy', subnet('10.77.7.0/24'));
    suite.api.expect(await connect('busy', id), 200);
    const refused = await suite.api.delete('/networks/busy');
    expect(refused.status).to.equal(403);
    expect(refused.message).to.match(/has active endpoints/);
  });

  suite.since('1.44', 'several networks at creation are newer', 'may be several from the start', async () => {
    await make('aa', subnet('10.77.8.0/24'));
    await make('bb', subnet('10.77.9.0/24'));
    const id = await suite.api.start({
      Cmd: ['sleep', '600'],
      HostConfig: { NetworkMode: 'bb' },
      NetworkingConfig: { EndpointsConfig: { aa: {}, bb: { IPAMConfig: { IPv4Address: '10.77.9.9' } } } },
    });
    const networks = await networksOf(id);
    expect(networks.bb!.IPAddress).to.equal('10.77.9.9');
    expect(networks.aa!.IPAddress).to.equal('10.77.8.2');
    expect(await inside(id, 'ip route')).to.include('default via 10.77.8.1 ');
    const first = await suite.api.start({
      Cmd: ['sleep', '600'],
      HostConfig: { NetworkMode: 'aa' },
      NetworkingConfig: { EndpointsConfig: { aa: {}, bb: { GwPriority: 1 } } },
    });
    expect(await inside(first, 'ip route')).to.include('default via 10.77.9.1 ');
  });

  it('have IPv6 when that is asked for', async () => {
    const EnableIPv6 = true;
    const config = [{ Subnet: '10.77.10.0/24' }, { Subnet: 'fd77:1::/64' }];
    await make('six', { EnableIPv6, IPAM: { Config: config } });
    const [one, two] = [await sleeper({ NetworkMode: 'six' }), await sleeper({ NetworkMode: 'six' })];
    const endpoint = (await networksOf(two)).six as EndpointSettings & Record<string, unknown>;
    expect(endpoint).to.deep.include({
      IPv6Gateway: 'fd77:1::1',
      GlobalIPv6Address: 'fd77:1::3',
      GlobalIPv6PrefixLen: 64,
    });
    expect((await suite.api.exec(one, ['ping', '-6', '-c', '1', '-W', '2', 'fd77:1::3'])).code).to.equal(0);
    expect(await inside(one, 'ip -6 route')).to.include('default via fd77:1::1 ');
  });

  it('tell events', async () => {
    const since = Date.now() / 1000 - 1;
    const network = await make('told', subnet('10.77.11.0/24'));
    const id = await sleeper();
    await connect('told', id);
    await disconnect('told', id);
    await suite.api.delete('/networks/told');
    const filters = JSON.stringify({ type: ['network'], network: [network] });
    const events = await suite.api.get('/events', { since, until: Date.now() / 1000 + 1, filters });
    const told = events.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { Action: string; Actor: { Attributes: object } });
    const again = suite.versioned('1.42', 'it is told once', [], ['disconnect']);
    expect(told.map(({ Action }) => Action)).to.deep.equal([
      'create',
      'connect',
      'disconnect',
      ...again,
      'destroy',
    ]);
    expect(told[1]!.Actor.Attributes).to.deep.equal({ container: id, name: 'told', type: 'bridge' });
  });
});

onArca('bridges by name', (suite) => {
  it('are never other interfaces that are there', async () => {
    const before = await must('ip', ['-o', 'addr']);
    const name = /^\d+: (eth\d+)/m.exec(before)![1]!;
    const Options = { 'com.docker.network.bridge.name': name };
    const answer = await suite.api.post('/networks/create', { Name: 'greedy', Options });
    expect([answer.status, answer.message]).to.deep.equal([
      ...[409, `existing interface ${name} is not a bridge`],
    ]);
    expect(await must('ip', ['-o', 'addr'])).to.equal(before);
    const own = { 'com.docker.network.bridge.name': 'own-bridge' };
    for (const [Name, status] of [
      ['first', 201],
      ['second', 403],
    ] as const)
      expect((await suite.api.post('/networks/create', { Name, Options: own })).status).to.equal(status);
    expect((await suite.api.get('/networks/second')).status).to.equal(404);
  });
});
