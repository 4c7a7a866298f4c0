import { expect } from 'chai';
import { it } from 'mocha';
import { Api } from '../../harness/api.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { onArca } from '../../harness/suite.js';

// A second dockerd beside the first may have no rules, and refuses --icc=false then.
onArca('what flags of the daemon say of networks', (suite) => {
  it('holds on the default bridge, and names servers for containers that name none', async () => {
    const bridge = ['--icc=false', '--ip-masq=false', '--mtu', '1400', '--ip', '127.0.0.1'];
    const dns = ['--dns', '10.9.9.53', '--dns-search', 'lab.example', '--dns-opt', 'ndots:2'];
    const preset = ['--default-network-opt', 'bridge=com.docker.network.driver.mtu=1300'];
    const engine = newEngine(suite.kind, [...bridge, ...dns, ...preset]);
    await engine.start();
    const api = new Api(engine);
    try {
      await loadBusybox(engine);
      const { Options } = (await api.get('/networks/bridge')).json<{ Options: Record<string, string> }>();
      const { 'com.docker.network.bridge.name': name, ...others } = Options;
      expect(name).to.match(/\w/);
      expect(others).to.deep.equal({
        'com.docker.network.bridge.default_bridge': 'true',
        'com.docker.network.bridge.enable_icc': 'false',
        'com.docker.network.bridge.enable_ip_masquerade': 'false',
        'com.docker.network.bridge.host_binding_ipv4': '127.0.0.1',
        'com.docker.network.driver.mtu': '1400',
      });
      const PortBindings = { '80/tcp': [{ HostPort: '' }] };
      const one = await api.start({ Cmd: ['httpd', '-f', '-h', '/etc'], HostConfig: { PortBindings } });
      const { Ports, Networks } = (await api.inspect(one)).NetworkSettings;
      expect(Ports['80/tcp']!.map(({ HostIp }) => HostIp)).to.deep.equal(['127.0.0.1']);
      const page = await fetch(`http://127.0.0.1:${Ports['80/tcp']![0]!.HostPort}/hostname`);
      expect(await page.text()).to.equal(`${one.slice(0, 12)}\n`);
      const look =
        'cat /sys/class/net/eth0/mtu; grep -v "^#" /etc/resolv.conf | grep . | sort; ping -c 1 -W 1';
      const { stdout } = await api.run({ Cmd: ['sh', '-c', `${look} ${Networks.bridge!.IPAddress}`] });
      expect(stdout).to.match(/^1400\nnameserver 10\.9\.9\.53\noptions ndots:2\nsearch lab\.example\n/);
      expect(stdout).to.include('100% packet loss');
      const own = await api.run({ Cmd: ['cat', '/etc/resolv.conf'], HostConfig: { Dns: ['10.9.9.54'] } });
      expect(own.stdout).to.include('nameserver 10.9.9.54\n').and.to.include('search lab.example');
      const created = async (Name: string, more: object) => {
        api.expect(await api.post('/networks/create', { Name, ...more }), 201);
        const found = await api.get(`/networks/${Name}`);
        return found.json<{ Options: Record<string, string> }>().Options['com.docker.network.driver.mtu'];
      };
      expect(await created('preset', {})).to.equal('1300');
      expect(await created('own', { Options: { 'com.docker.network.driver.mtu': '1200' } })).to.equal('1200');
      expect(await created('other', { Driver: 'macvlan' })).to.equal(undefined);
      await api.wipe();
    } finally {
      await engine.stop();
    }
  });
});
