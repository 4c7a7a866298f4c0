import { expect } from 'chai';
import { afterEach, it } from 'mocha';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { must } from '../harness/command.js';
import { eventually } from '../harness/eventually.js';
import { onArca } from '../harness/suite.js';

onArca('networks over a kill -9 of the daemon', (suite) => {
  afterEach('bring the daemon back', async () => {
    if (suite.engine.pid === undefined) await suite.engine.start();
    await suite.api.wipe();
  });
  const network = async (Name: string, Subnet: string) =>
    suite.api.expect(await suite.api.post('/networks/create', { Name, IPAM: { Config: [{ Subnet }] } }), 201);
  const sleeper = (name: string, mode: string) =>
    suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: mode } }, name);
  const reaches = async (id: string, name: string) =>
    (await suite.api.exec(id, ['ping', '-c', '1', '-W', '2', name])).code === 0;

  it('have the same addresses and names for those who ran on', async () => {
    await network('first', '10.79.1.0/24');
    await network('second', '10.79.2.0/24');
    const [one, two] = [await sleeper('one', 'first'), await sleeper('two', 'first')];
    suite.api.expect(
      await suite.api.post('/networks/second/connect', {
        Container: two,
        EndpointConfig: { Aliases: ['deux'] },
      }),
      200,
    );
    const { NetworkSettings, HostsPath, State, Config } = await suite.api.inspect(two);
    const path = String(HostsPath);
    const before = NetworkSettings.Networks;
    await suite.engine.crash();
    // As if it had come amid a disconnection from the one and a connection to another.
    const hosts = readFileSync(path, 'utf8');
    const own = `10.79.2.2\t${Config.Hostname}\n`;
    expect(hosts).to.include(own);
    const stray = `10.79.9.9\t${Config.Hostname}\n`;
    writeFileSync(path, `${hosts.replace(own, '')}${stray}10.9.9.9\tmine\n`);
    await must('nsenter', ['-t', String(State.Pid), '-n', 'ip', 'link', 'delete', 'eth1']);
    await suite.engine.start();
    const repaired = readFileSync(path, 'utf8');
    expect(repaired).to.include(own).and.to.include('10.9.9.9\tmine\n').and.to.not.include(stray);
    expect((await suite.api.inspect(two)).NetworkSettings.Networks).to.deep.equal(before);
    expect(await reaches(one, 'two')).to.equal(true);
    const three = await sleeper('three', 'second');
    expect((await suite.api.inspect(three)).NetworkSettings.Networks.second!.IPAddress).to.equal('10.79.2.3');
    expect(await reaches(three, 'deux')).to.equal(true);
    expect(await reaches(two, 'three')).to.equal(true);
    suite.api.expect(await suite.api.post('/networks/second/disconnect', { Container: two }), 200);
    expect(Object.keys((await suite.api.inspect(two)).NetworkSettings.Networks)).to.deep.equal(['first']);
  });

  it('agree again when it came amid connects, disconnects, starts and removals', async () => {
    const Config = [{ Subnet: '10.79.3.0/24' }, { Subnet: 'fd79:3::/64' }];
    const body = { Name: 'storm', EnableIPv6: true, IPAM: { Config } };
    suite.api.expect(await suite.api.post('/networks/create', body), 201);
    const PortBindings = { '80/tcp': [{ HostPort: '18079' }] };
    const ids = await Promise.all([
      ...['a1', 'c1', 'd1'].map((name) => sleeper(name, 'bridge')),
      suite.api.start({ Cmd: ['httpd', '-f', '-h', '/etc'], HostConfig: { PortBindings } }, 'b1'),
    ]);
    for (const wait of [10, 60]) {
      const working = ids.map(async (id, index) => {
        for (let round = 0; round < 20; round++) {
          await suite.api.post(`/networks/storm/${(round + index) % 2 ? 'disconnect' : 'connect'}`, {
            Container: id,
          });
          if (index === 2) {
            const Name = `brief-${wait}-${round}`;
            await suite.api.post('/networks/create', { Name });
            if (round % 2) await suite.api.delete(`/networks/${Name}`);
          }
          if (index === 3) await suite.api.post(`/containers/${id}/restart`, undefined, { t: 0 });
        }
      });
      // Awaited from now on: the crash fails them while it is waited for itself.
      const busy = Promise.allSettled(working);
      await new Promise((resolve) => setTimeout(resolve, wait));
      await suite.engine.crash();
      await busy;
      await suite.engine.start();
    }
    await Promise.all(ids.map((id) => suite.api.post(`/containers/${id}/start`)));
    // Every network has its bridge, and every bridge its network.
    const listed = (await suite.api.get('/networks')).json<{ Id: string; Name: string; Driver: string }[]>();
    const bridges = listed.filter(({ Driver }) => Driver === 'bridge');
    const own = suite.engine.name.slice(0, 3);
    const links = (await must('ip', ['-o', 'link', 'show', 'type', 'bridge'])).match(/^\d+: [^:@]+/gm) ?? [];
    const names = links.map((text) => text.replace(/^\d+: /, ''));
    expect(names.filter((name) => name.startsWith(own) && /[0-9a-f]{12}$/.test(name)).sort()).to.deep.equal(
      bridges
        .filter(({ Name }) => Name !== 'bridge')
        .map(({ Id }) => `${own}${Id.slice(0, 12)}`)
        .sort(),
    );
    for (const id of ids) {
      await suite.api.post('/networks/storm/disconnect', { Container: id, Force: true });
      suite.api.expect(await suite.api.post('/networks/storm/connect', { Container: id }), 200);
    }
    const places = await Promise.all(
      ids.map(async (id) => (await suite.api.inspect(id)).NetworkSettings.Networks.storm!),
    );
    for (const family of ['IPAddress', 'GlobalIPv6Address'] as const)
      expect(new Set(places.map((place) => place[family])).size, family).to.equal(ids.length);
    await eventually(() => reaches(ids[0]!, 'd1'), 'they reach each other');
    const { GlobalIPv6Address } = places[2]!;
    await eventually(() => reaches(ids[0]!, String(GlobalIPv6Address)), 'over IPv6, too');
    for (const id of ids) {
      const { stdout } = await suite.api.exec(id, ['sh', '-c', 'ip -o link | grep -c eth']);
      expect(stdout.trim()).to.equal('2');
    }
    await expectNoRemains(ids);
    const page = await fetch('http://127.0.0.1:18079/hostname');
    expect(await page.text()).to.equal(`${ids[3]!.slice(0, 12)}\n`);
  });

  /** Namespaces, interfaces and rules are those of the containers that run, and of the few that wait for others. */
  async function expectNoRemains(ids: string[]): Promise<void> {
    const keys = await Promise.all(
      ids.map(async (id) => String((await suite.api.inspect(id)).NetworkSettings.SandboxKey)),
    );
    const own = () =>
      readdirSync('/run/netns').filter((name) => name.startsWith(`${suite.engine.name}-`)).length;
    for (const key of keys) expect(existsSync(key), key).to.equal(true);
    await eventually(() => Promise.resolve(own() <= ids.length + MOST_PREPARED), 'others are removed');
    const storm = (await suite.api.get('/networks/storm')).json<{ Id: string }>().Id;
    const bridge = `${suite.engine.name.slice(0, 3)}${storm.slice(0, 12)}`;
    const ports = await must('ip', ['-o', 'link', 'show', 'master', bridge]);
    expect(ports.trim().split('\n')).to.have.length(ids.length);
    const rules = await must('nft', ['list', 'map', 'inet', suite.engine.name, 'ports4']);
    expect(rules.match(/tcp \. \d+/g)).to.deep.equal(['tcp . 18079']);
  }
});

/** Namespaces that the daemon makes ahead of time. */
const MOST_PREPARED = 6;
