import { expect } from 'chai';
import { it } from 'mocha';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { must, run } from '../../harness/command.js';
import { eventually } from '../../harness/eventually.js';
import { hasLinkType, hasSctp } from '../../harness/kernel.js';
import { freePort } from '../../harness/registry.js';
import { NEIGHBOUR_NAMESPACE } from '../../harness/sandbox.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

// What many kernels lack: `tools/setup/vm.sh` runs these on one that has all of it.
const missing = (what: string, isThere: boolean) => (isThere ? '' : ` [this kernel has no ${what}]`);
const noVlan = missing('vlan', hasLinkType('vlan', 'id', '9'));
const noIpvlan = missing('ipvlan', hasLinkType('ipvlan'));
const noSctp = missing('sctp', hasSctp());
const define = (title: string, lacking: string, test: () => Promise<void>) =>
  lacking === '' ? it(title, test) : it(`${title}${lacking}`);

onEachEngine('networks on interfaces of the host', (suite) => {
  const [parent, beyond] = [`pv${suite.kind.slice(0, 4)}`, 'beyond-vlan'];
  const outside = (...args: string[]) => must('ip', ['-n', beyond, ...args]);
  const ping = async (from: string, to: string) =>
    (await suite.api.exec(from, ['ping', '-c', '1', '-W', '5', to])).code;

  /** An interface of the host that leads to a trunk, where VLAN 10 is a host of its own. */
  async function onTrunk(test: () => Promise<void>): Promise<void> {
    await must('ip', ['netns', 'add', beyond]);
    try {
      await must('ip', ['link', 'add', parent, 'type', 'veth', 'peer', 'name', 'trunk', 'netns', beyond]);
      await must('ip', ['link', 'set', parent, 'up']);
      await outside('link', 'set', 'trunk', 'up');
      await outside('link', 'add', 'link', 'trunk', 'name', 'v10', 'type', 'vlan', 'id', '10');
      await outside('address', 'add', '10.76.10.200/24', 'dev', 'v10');
      await outside('link', 'set', 'v10', 'up');
      await test();
    } finally {
      await must('ip', ['netns', 'delete', beyond]);
    }
  }

  const create = (Name: string, Driver: string, options: object) =>
    suite.api.post('/networks/create', {
      ...{ Name, Driver, Options: { parent: `${parent}.10`, ...options } },
      IPAM: { Config: [{ Subnet: '10.76.10.0/24', Gateway: '10.76.10.200' }] },
    });
  const start = (network: string) =>
    suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: network } });
  const allRemoved = async () => {
    await suite.api.wipe();
    expect((await run('ip', ['link', 'show', `${parent}.10`])).code, 'the VLAN has gone').to.not.equal(0);
  };

  define('of macvlan make the VLAN that their parent names, and take it away', noVlan, () =>
    onTrunk(async () => {
      suite.api.expect(await create('tagged', 'macvlan', {}), 201);
      expect(await must('ip', ['-d', 'link', 'show', `${parent}.10`])).to.match(
        /vlan protocol 802.1Q id 10 /,
      );
      const [one, two] = [await start('tagged'), await start('tagged')];
      for (const address of ['10.76.10.2', '10.76.10.200'])
        expect(await ping(one, address), address).to.equal(0);
      expect(await ping(two, '10.76.10.1')).to.equal(0);
      await allRemoved();
    }),
  );

  const modes = suite.versioned('1.42', 'ipvlan had no mode l3s', ['l2', 'l3', 'l3s'], ['l2', 'l3']);
  for (const mode of modes)
    define(`of ipvlan reach each other and beyond in mode ${mode}`, noVlan + noIpvlan, () =>
      onTrunk(async () => {
        suite.api.expect(await create('vlan', 'ipvlan', { ipvlan_mode: mode }), 201);
        const Options = { parent: `${parent}.10` };
        const twice = await suite.api.post('/networks/create', { Name: 'twice', Driver: 'ipvlan', Options });
        expect(twice.status).to.equal(500);
        expect(twice.message).to.match(/^network di-[0-9a-f]{12} is already using parent interface /);
        const [one, two] = [await start('vlan'), await start('vlan')];
        const { vlan } = (await suite.api.inspect(two)).NetworkSettings.Networks;
        expect(vlan).to.deep.include({ IPAddress: '10.76.10.2', MacAddress: '' });
        expect(vlan!.Gateway).to.equal(mode === 'l2' ? '10.76.10.200' : '');
        const route = (await suite.api.exec(one, ['ip', 'route'])).stdout;
        expect(route).to.match(mode === 'l2' ? /^default via 10.76.10.200 dev eth0/m : /^default dev eth0/m);
        expect(await ping(one, '10.76.10.2')).to.equal(0);
        if (mode !== 'l2') {
          // On layer 3 the host is the router, and others must know.
          await must('ip', ['address', 'add', '10.76.11.1/24', 'dev', `${parent}.10`]);
          await outside('address', 'flush', 'dev', 'v10');
          await outside('address', 'add', '10.76.11.200/24', 'dev', 'v10');
          await outside('route', 'add', '10.76.10.0/24', 'via', '10.76.11.1');
        }
        expect(await ping(one, mode === 'l2' ? '10.76.10.200' : '10.76.11.200')).to.equal(0);
        await allRemoved();
      }),
    );

  define('of ipvlan refuse what they cannot be', noIpvlan, async () => {
    const bad: [object, RegExp][] = [
      [
        { ipvlan_mode: 'l4' },
        /^requested ipvlan mode 'l4' is not valid, 'l2' mode is the ipvlan driver default$/,
      ],
      ...suite.versioned<[object, RegExp][]>(
        '1.42',
        'ipvlan had no flags',
        [
          [
            { ipvlan_flag: 'odd' },
            /^requested ipvlan flag 'odd' is not valid, 'bridge' is the ipvlan driver default$/,
          ],
        ],
        [],
      ),
    ];
    for (const [options, text] of bad) {
      const answer = await create('bad', 'ipvlan', options);
      expect(answer.status).to.equal(500);
      expect(answer.message).to.match(text);
    }
  });
});

// Python's sockets are SCTP's, too; Node's are not.
const SERVER = `import socket
s = socket.socket(socket.AF_INET6, socket.SOCK_STREAM, 132)
s.bind(('::', 7)); s.listen(5)
while True:
  c, _ = s.accept(); c.sendall(b'heard ' + c.recv(100)); c.close()`;
const CLIENT = `import socket, sys
s = socket.socket(socket.AF_INET6 if ':' in sys.argv[1] else socket.AF_INET, socket.SOCK_STREAM, 132)
s.settimeout(10); s.connect((sys.argv[1], int(sys.argv[2]))); s.sendall(b'it')
print(s.recv(100).decode())`;

onArca('published ports of SCTP', (suite) => {
  define('are reached at 127.0.0.1 and ::1, from a neighbour, and from containers', noSctp, async () => {
    const both = (...args: string[]) => [
      must('ip', ['address', args[0]!, '2001:db8:76::1/64', 'dev', 'eth0', ...args.slice(1)]),
      must('ip', [
        ...['-n', NEIGHBOUR_NAMESPACE, 'address', args[0]!, '2001:db8:76::2/64', 'dev', 'eth0'],
        ...args.slice(1),
      ]),
    ];
    await Promise.all(both('add', 'nodad'));
    try {
      const port = await freePort();
      suite.api.expect(await suite.api.post('/networks/create', { Name: 'six', EnableIPv6: true }), 201);
      const HostConfig = { NetworkMode: 'six', PortBindings: { '7/sctp': [{ HostPort: String(port) }] } };
      const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig });
      const other = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'six' } });
      const within = async (container: string) => [
        'nsenter',
        ...['--target', String((await suite.api.inspect(container)).State.Pid), '--net'],
      ];
      const [enter, ...args] = await within(id);
      const server = spawn(enter!, [...args, 'python3', '-c', SERVER]);
      const ask = async (from: string[], address: string) => {
        const [program, ...rest] = [...from, 'python3', '-c', CLIENT, address, String(port)];
        const { code, stdout, stderr } = await run(program!, rest);
        return code === 0 ? stdout.trim() : stderr.split('\n').at(-2);
      };
      try {
        await eventually(async () => (await ask([], '127.0.0.1')) === 'heard it', 'the server answers');
        const neighbour = ['ip', 'netns', 'exec', NEIGHBOUR_NAMESPACE];
        const container = await within(other);
        for (const [name, from, address] of [
          ['the host', [], '198.51.100.1'],
          ['the host', [], '::1'],
          ['the host', [], '2001:db8:76::1'],
          ['a neighbour', neighbour, '198.51.100.1'],
          ['a neighbour', neighbour, '2001:db8:76::1'],
          ['a container', container, '198.51.100.1'],
          ['a container', container, '2001:db8:76::1'],
        ] as const)
          expect(await ask([...from], address), `${name} at ${address}`).to.equal('heard it');
        const again = await suite.api.create({ Cmd: ['true'], HostConfig });
        expect((await suite.api.post(`/containers/${again}/start`)).message).to.match(
          /port is already allocated/,
        );
      } finally {
        server.kill();
        await once(server, 'close');
      }
    } finally {
      await Promise.all(both('delete'));
    }
  });
});
