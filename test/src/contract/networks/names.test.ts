import { expect } from 'chai';
import { beforeEach, it } from 'mocha';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { HostConfig } from '../../harness/shapes.js';
import { eventually } from '../../harness/eventually.js';
import { BUSYBOX } from '../../harness/busybox.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('names on user-defined networks', (suite) => {
  const SUBNET = '10.78.1.0/24';
  beforeEach('make a network', async () => {
    const config = { Name: 'named', IPAM: { Config: [{ Subnet: SUBNET }] } };
    suite.api.expect(await suite.api.post('/networks/create', config), 201);
  });
  const sleeper = (name: string, host: HostConfig = {}, endpoint: object = {}, more: object = {}) =>
    suite.api.start(
      {
        ...{ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'named', ...host }, ...more },
        NetworkingConfig: { EndpointsConfig: { named: endpoint } },
      },
      name,
    );
  const lookUp = async (id: string, name: string) => {
    // The dot at the end keeps search domains out of it.
    const { stdout } = await suite.api.exec(id, ['sh', '-c', `nslookup ${name}. 2>&1`]);
    const answer = stdout
      .split(/\n\s*\n/)
      .slice(1)
      .join('\n');
    return [...answer.matchAll(/^Address(?: \d+)?: +([\da-f.:]+)/gim)].map(([, address]) => address!).sort();
  };
  const address = async (id: string, network = 'named') =>
    (await suite.api.inspect(id)).NetworkSettings.Networks[network]!.IPAddress;

  it('are those of the container, its aliases, its short id, and with the network', async () => {
    const web = await sleeper('web', {}, { Aliases: ['www', 'site'] });
    const client = await sleeper('client');
    const expected = [await address(web)];
    for (const name of ['web', 'www', 'site', 'WEB', web.slice(0, 12), 'web.named'])
      expect(await lookUp(client, name), name).to.deep.equal(expected);
    expect(await lookUp(client, 'nobody.named')).to.deep.equal([]);
    const { stdout } = await suite.api.exec(client, ['sh', '-c', `nslookup ${expected[0]} 2>&1`]);
    expect(stdout).to.match(/name = web\.named/);
    expect((await suite.api.exec(client, ['ping', '-c', '1', '-W', '2', 'web'])).code).to.equal(0);
  });

  it('are asked of 127.0.0.11', async () => {
    const id = await sleeper('asker', { DnsSearch: ['example.test'] });
    const { stdout } = await suite.api.exec(id, ['cat', '/etc/resolv.conf']);
    const lines = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).to.include.members(['nameserver 127.0.0.11', 'search example.test']);
    expect(lines.find((line) => line.startsWith('options'))).to.match(/\bndots:0\b/);
  });

  it('shared by several containers have all their addresses', async () => {
    const ids = [
      await sleeper('w1', {}, { Aliases: ['pool'] }),
      await sleeper('w2', {}, { Aliases: ['pool'] }),
    ];
    const client = await sleeper('client');
    expect(await lookUp(client, 'pool')).to.deep.equal(
      (await Promise.all(ids.map((id) => address(id)))).sort(),
    );
    suite.api.expect(await suite.api.delete(`/containers/${ids[0]}`, { force: true }), 204);
    expect(await lookUp(client, 'pool')).to.deep.equal([await address(ids[1]!)]);
  });

  it('are known to those of the network alone', async () => {
    await sleeper('web');
    suite.api.expect(
      await suite.api.post('/networks/create', {
        Name: 'apart',
        IPAM: { Config: [{ Subnet: '10.78.2.0/24' }] },
      }),
      201,
    );
    const other = await suite.api.start({
      Cmd: ['sleep', '600'],
      HostConfig: { NetworkMode: 'apart', Dns: ['127.0.0.1'] },
    });
    expect(await lookUp(other, 'web')).to.deep.equal([]);
    suite.api.expect(
      await suite.api.post('/networks/named/connect', {
        Container: other,
        EndpointConfig: { Aliases: ['late'] },
      }),
      200,
    );
    // Whoever does not know the name is asked in vain at once.
    const client = await sleeper('client', { Dns: ['127.0.0.1'] });
    expect(await lookUp(other, 'web')).to.have.length(1);
    expect(await lookUp(client, 'late')).to.deep.equal([await address(other)]);
    suite.api.expect(await suite.api.post('/networks/named/disconnect', { Container: other }), 200);
    expect(await lookUp(client, 'late')).to.deep.equal([]);
  });

  it('of links are the linking container’s own', async () => {
    const store = await sleeper('store');
    const linked = await sleeper('linked', { Links: ['store:db'] }, { Links: ['store:db'] });
    const other = await sleeper('other', { Dns: ['127.0.0.1'] });
    expect(await lookUp(linked, 'db')).to.deep.equal([await address(store)]);
    expect(await lookUp(other, 'db')).to.deep.equal([]);
  });

  it('of links on the default bridge are in /etc/hosts and in the environment', async () => {
    const store = await suite.api.start(
      { Cmd: ['sleep', '600'], Env: ['SECRET=word'], ExposedPorts: { '53/udp': {}, '5432/tcp': {} } },
      'store',
    );
    const linked = { Cmd: ['sleep', '600'], HostConfig: { Links: ['store:my-db'] } };
    const id = await suite.api.start(linked, 'linked');
    const ip = await address(store, 'bridge');
    const environment = (await suite.api.exec(id, ['env'])).stdout.split('\n');
    expect(environment).to.include.members([
      ...[`MY_DB_PORT=udp://${ip}:53`, `MY_DB_PORT_5432_TCP_ADDR=${ip}`, 'MY_DB_PORT_53_UDP_PROTO=udp'],
      ...['MY_DB_NAME=/linked/my-db', 'MY_DB_ENV_SECRET=word'],
    ]);
    expect((await suite.api.inspect(id)).HostConfig['Links']).to.deep.equal(['/store:/linked/my-db']);
    const nobody = await suite.api.post('/containers/create', {
      Image: BUSYBOX,
      HostConfig: { Links: ['nobody:x'] },
    });
    expect([nobody.status, nobody.message]).to.deep.equal([
      ...[400, 'could not get container for nobody: No such container: nobody'],
    ]);
    const { stdout } = await suite.api.exec(id, ['cat', '/etc/hosts']);
    const line = stdout.split('\n').find((text) => /\bmy-db\b/.test(text));
    expect(line).to.match(new RegExp(`^${ip.replaceAll('.', '\\.')}\\s.*\\bstore\\b`));
  });

  it('of nobody, on a network that leads nowhere, are no trouble', async () => {
    suite.api.expect(await suite.api.post('/networks/create', { Name: 'inner', Internal: true }), 201);
    const HostConfig = { NetworkMode: 'inner', Dns: ['192.0.2.53'] };
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig }, 'inner-one');
    expect(await lookUp(id, 'nobody.example')).to.deep.equal([]);
    expect(await lookUp(id, 'inner-one')).to.deep.equal([await address(id, 'inner')]);
  });

  it('follow a rename', async () => {
    const id = await sleeper('before');
    const client = await sleeper('client', { Dns: ['127.0.0.1'] });
    suite.api.expect(await suite.api.post(`/containers/${id}/rename`, undefined, { name: 'after' }), 204);
    await eventually(async () => (await lookUp(client, 'after')).length === 1, 'the new name is known');
    expect(await lookUp(client, 'before')).to.deep.equal([]);
  });

  it('of links in /etc/hosts follow a restart of their target', async () => {
    const holder = await suite.api.create({ Cmd: ['sleep', '600'] });
    const store = await suite.api.start({ Cmd: ['sleep', '600'] }, 'moving');
    const HostConfig = { Links: ['moving:db'] };
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig });
    suite.api.expect(await suite.api.post(`/containers/${store}/kill`), 204);
    await suite.api.wait(store);
    // Takes the address that has become free, or another: the target comes back wherever it may.
    suite.api.expect(await suite.api.post(`/containers/${holder}/start`), 204);
    suite.api.expect(await suite.api.post(`/containers/${store}/start`), 204);
    const ip = await address(store, 'bridge');
    await eventually(async () => {
      const { stdout } = await suite.api.exec(id, ['cat', '/etc/hosts']);
      return new RegExp(`^${ip.replaceAll('.', '\\.')}\\s+db\\b`, 'm').test(stdout);
    }, 'the new address is there');
  });

  it('of others are asked of the container’s servers', async () => {
    const server = await nameServer();
    try {
      const gateway = '10.78.1.1';
      const id = await sleeper('asker', { Dns: [gateway] });
      expect(await lookUp(id, 'outside.example')).to.deep.equal(['192.0.2.53']);
      expect(server.asked).to.include('outside.example');
    } finally {
      server.socket.close();
    }
  });

  it('leave port 53 to the container', async () => {
    const id = await sleeper('dns');
    await suite.api.exec(id, ['sh', '-c', '(while nc -l -p 53 >> /tmp/got; do :; done) > /dev/null 2>&1 &']);
    const script =
      'for i in 1 2 3 4 5 6 7 8; do echo hello | nc -w 1 127.0.0.1 53; grep -q hello /tmp/got && exit 0; sleep 0.3; done; exit 1';
    const { code } = await suite.api.exec(id, ['sh', '-c', script]);
    expect(code).to.equal(0);
  });

  /** A server on the host's port 53 that knows one address for every name. */
  async function nameServer(): Promise<{ socket: Socket; asked: string[] }> {
    const socket = createSocket('udp4');
    const asked: string[] = [];
    socket.on('message', (query, { port, address: from }) => {
      const labels: string[] = [];
      let at = 12;
      for (let length = query[at]!; length > 0; length = query[at]!) {
        labels.push(query.toString('latin1', at + 1, at + 1 + length));
        at += 1 + length;
      }
      asked.push(labels.join('.'));
      const isA = query.readUInt16BE(at + 1) === 1;
      const head = Buffer.from(query.subarray(0, at + 5));
      head.writeUInt16BE(0x8180, 2);
      head.writeUInt16BE(isA ? 1 : 0, 6);
      head.writeUInt32BE(0, 8);
      const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 53]);
      socket.send(Buffer.concat(isA ? [head, record] : [head]), port, from);
    });
    socket.bind(53, '0.0.0.0');
    await once(socket, 'listening');
    return { socket, asked };
  }
});
