import { expect } from 'chai';
import { it } from 'mocha';
import { must } from '../../harness/command.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

interface Inspected {
  Id: string;
  Driver: string;
  Internal: boolean;
  ConfigOnly: boolean;
  ConfigFrom: { Network: string };
  Labels: Record<string, string>;
  Options: Record<string, string>;
  IPAM: { Config: object[]; Options: object | null };
}

const subnet = (Subnet: string, more: object = {}) => ({ IPAM: { Config: [{ Subnet, ...more }] } });

onEachEngine('the creation of networks', (suite) => {
  const create = (Name: string, more: object = {}) => suite.api.post('/networks/create', { Name, ...more });
  const inspect = async (name: string) => (await suite.api.get(`/networks/${name}`)).json<Inspected>();

  suite.since(
    '1.44',
    'older engines make them all',
    'of one name makes one of many that ask at once',
    async () => {
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => create('twin', { CheckDuplicate: true })),
      );
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409, 409, 409, 409]);
      const { text } = await suite.api.get('/networks', { filters: '{"name":["^twin$"]}' });
      expect(JSON.parse(text)).to.have.length(1);
    },
  );

  it('of several at once gives each a subnet of its own', async () => {
    const names = ['p1', 'p2', 'p3', 'p4'];
    await Promise.all(names.map(async (name) => suite.api.expect(await create(name), 201)));
    const subnets = await Promise.all(names.map(async (name) => (await inspect(name)).IPAM.Config[0]));
    expect(new Set(subnets.map((config) => JSON.stringify(config))).size).to.equal(names.length);
  });

  it('takes names with slashes, and tells of networks of the scope that is asked for', async () => {
    suite.api.expect(await create('team/a'), 201);
    const { Options, Config } = (await inspect('team/a')).IPAM;
    expect([Options, Config.length]).to.deep.equal([null, 1]);
    expect((await suite.api.get('/networks/team/a', { scope: 'local' })).status).to.equal(200);
    const missing = await suite.api.get('/networks/team/a', { scope: 'swarm' });
    expect([missing.status, missing.message]).to.deep.equal([404, 'network team/a not found']);
    const id = await suite.api.create({ Cmd: ['true'] });
    suite.api.expect(await suite.api.post('/networks/team/a/connect', { Container: id }), 200);
    suite.api.expect(await suite.api.post('/networks/team/a/disconnect', { Container: id }), 200);
    suite.api.expect(await suite.api.delete('/networks/team/a'), 204);
  });

  it('refuses what is not of this host', async () => {
    for (const [more, text] of [
      [{ Ingress: true }, /^Ingress network can only be global scope network$/],
      [{ Scope: 'swarm' }, /^cannot create a swarm scoped network when swarm is not active$/],
      [{ ConfigOnly: true, Internal: true }, /^configuration network can only contain network specific/],
    ] as const) {
      const answer = await create('refused', more);
      expect([answer.status, JSON.stringify(more)]).to.deep.equal([403, JSON.stringify(more)]);
      expect(answer.message).to.match(text);
    }
    expect((await suite.api.get('/networks/refused')).status).to.equal(404);
  });

  it('refuses options that cannot be read', async () => {
    const bridge = 'com.docker.network.bridge.';
    const status = suite.versioned('1.44', 'they became invalid parameters', 400, 500);
    for (const [name, value] of [
      [`${bridge}enable_icc`, 'maybe'],
      [`${bridge}enable_ip_masquerade`, 'yes'],
      [`${bridge}host_binding_ipv4`, 'here'],
      ['com.docker.network.driver.mtu', 'big'],
    ] as const) {
      const answer = await create('optional', { Options: { [name]: value } });
      expect([answer.status, name]).to.deep.equal([status, name]);
      expect(answer.message).to.include(`failed to parse ${name} value: ${value} (`);
    }
  });

  it('takes the configuration of another', async () => {
    const config = { ...subnet('10.76.1.0/24', { IPRange: '10.76.1.128/25' }), Labels: { of: 'config' } };
    suite.api.expect(await create('settings', { ConfigOnly: true, ...config }), 201);
    const wrong = await create('taker', {
      ConfigFrom: { Network: 'settings' },
      Options: { 'com.docker.network.driver.mtu': '1400' },
    });
    expect(wrong.status).to.equal(403);
    suite.api.expect(await create('taker', { ConfigFrom: { Network: 'settings' }, Internal: true }), 201);
    expect(await inspect('settings')).to.deep.include({ Driver: 'null', ConfigOnly: true });
    const taker = await inspect('taker');
    expect(taker).to.deep.include({
      ...{ Driver: 'bridge', ConfigOnly: false, Internal: true },
      ...{ ConfigFrom: { Network: 'settings' }, Labels: { of: 'config' } },
    });
    expect(taker.IPAM.Config[0]).to.deep.include({ Subnet: '10.76.1.0/24', IPRange: '10.76.1.128/25' });
    const { stdout } = await suite.api.run({
      Cmd: ['ip', '-o', '-4', 'addr', 'show', 'eth0'],
      HostConfig: { NetworkMode: 'taker' },
    });
    // 20.10 begins with the range's own first address, newer engines as well.
    expect(stdout).to.match(/inet 10\.76\.1\.1(28|29)\/24/);
    expect((await suite.api.delete('/networks/settings')).status).to.equal(403);
    const nobody = await create('other', { ConfigFrom: { Network: 'nosuch' } });
    expect([nobody.status, nobody.message]).to.deep.equal([
      404,
      'configuration network "nosuch" does not exist',
    ]);
    suite.api.expect(await suite.api.delete('/networks/taker'), 204);
  });

  it('gives addresses outside of the range to who asks for them', async () => {
    suite.api.expect(await create('ranged', subnet('10.76.2.0/24', { IPRange: '10.76.2.128/25' })), 201);
    const id = await suite.api.start({
      ...{ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'ranged' } },
      NetworkingConfig: { EndpointsConfig: { ranged: { IPAMConfig: { IPv4Address: '10.76.2.7' } } } },
    });
    expect((await suite.api.inspect(id)).NetworkSettings.Networks.ranged!.IPAddress).to.equal('10.76.2.7');
  });

  it('uses a bridge that is there, and leaves it there', async () => {
    const name = `old${suite.kind}`.slice(0, 12);
    await must('ip', ['link', 'add', name, 'type', 'bridge']);
    try {
      const Options = { 'com.docker.network.bridge.name': name };
      suite.api.expect(await create('older', { ...subnet('10.76.3.0/24'), Options }), 201);
      const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'older' } });
      expect((await suite.api.exec(id, ['ping', '-c', '1', '-W', '2', '10.76.3.1'])).code).to.equal(0);
      expect(await must('ip', ['-o', 'link', 'show', 'master', name])).to.not.equal('');
      suite.api.expect(await suite.api.delete(`/containers/${id}`, { force: true }), 204);
      suite.api.expect(await suite.api.delete('/networks/older'), 204);
      expect(await must('ip', ['-o', 'link', 'show', name])).to.include(name);
    } finally {
      await must('ip', ['link', 'delete', name]);
    }
  });

  it('disconnects by force what is there, and nothing else', async () => {
    suite.api.expect(await create('forced', subnet('10.76.4.0/24')), 201);
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'forced' } });
    const leave = (Container: string) =>
      suite.api.post('/networks/forced/disconnect', { Container, Force: true });
    suite.api.expect(await leave(id), 200);
    expect(Object.keys((await suite.api.inspect(id)).NetworkSettings.Networks)).to.not.include('forced');
    expect((await leave('nobody')).status).to.be.oneOf([404]);
  });

  suite.since('1.44', 'older engines keep silent', 'refuses subnets that are none', async () => {
    for (const [config, text] of [
      [{ Gateway: '10.76.5.1' }, 'invalid network config:\ninvalid subnet : invalid CIDR block notation'],
      [{ Subnet: '10.76.5.1/24' }, 'invalid network config:\ninvalid subnet 10.76.5.1/24: it should be'],
    ] as const) {
      const answer = await create('subnetless', { IPAM: { Config: [config] } });
      expect(answer.status).to.equal(400);
      expect(answer.message).to.include(text);
    }
  });
});

onArca('the creation of networks', (suite) => {
  it('tells of a subnet that the network has no use for', async () => {
    const body = { Name: 'four', ...subnet('fd76:1::/64') };
    const answer = suite.api.expect(await suite.api.post('/networks/create', body), 201);
    expect(answer.json<{ Warning: string }>().Warning).to.equal(
      'Subnet fd76:1::/64 is not used: IPv6 is not enabled.',
    );
  });

  it('refuses filters of scopes that there are not', async () => {
    const answer = await suite.api.get('/networks', { filters: '{"scope":["odd"]}' });
    expect([answer.status, answer.message]).to.deep.equal([400, "invalid filter: 'scope'='odd'"]);
  });

  it('names the interfaces of containers as asked for', async () => {
    const Options = { 'com.docker.network.container_iface_prefix': 'wan' };
    suite.api.expect(await suite.api.post('/networks/create', { Name: 'prefixed', Options }), 201);
    const { stdout } = await suite.api.run({
      Cmd: ['ls', '/sys/class/net'],
      HostConfig: { NetworkMode: 'prefixed' },
    });
    expect(stdout.split(/\s+/).filter(Boolean)).to.deep.equal(['lo', 'wan0']);
  });
});
