import { expect } from 'chai';
import { describe, it } from 'mocha';
import { spawnSync } from 'node:child_process';
import { BUSYBOX } from '../../harness/busybox.js';
import { run } from '../../harness/command.js';
import { DockerCli } from '../../harness/docker-cli.js';
import { onEachEngine } from '../../harness/suite.js';

// A first-hand user's program: networks, containers, exec, logs and archives by docker-py's own words.
const program = `
import docker, io, tarfile
client = docker.from_env()
net = client.networks.create('pynet', driver='bridge', ipam=docker.types.IPAMConfig(
    pool_configs=[docker.types.IPAMPool(subnet='10.73.1.0/24')]))
web = client.containers.run('${BUSYBOX}', ['sh', '-c', 'echo hello; exec sleep 600'], name='pyweb', detach=True, network='pynet')
out = client.containers.run('${BUSYBOX}', ['ping', '-c', '1', '-W', '5', 'pyweb'], network='pynet', remove=True)
assert b'PING pyweb (10.73.1.2)' in out, out
code, output = web.exec_run(['cat', '/etc/hostname'], demux=True)
assert code == 0 and output[0].decode().strip() == web.short_id[:12], output
assert web.logs() == b'hello\\n', web.logs()
data = io.BytesIO()
with tarfile.open(fileobj=data, mode='w') as tar:
    entry = tarfile.TarInfo('note'); entry.size = 4
    tar.addfile(entry, io.BytesIO(b'text'))
assert web.put_archive('/', data.getvalue())
assert web.exec_run(['cat', '/note']).output == b'text'
net.disconnect(web); net.reload(); assert net.attrs['Containers'] == {}, net.attrs
net.connect(web, aliases=['again'], ipv4_address='10.73.1.99'); web.reload()
assert web.attrs['NetworkSettings']['Networks']['pynet']['IPAddress'] == '10.73.1.99'
stats = web.stats(stream=False); assert len(stats['networks']) == 1, stats.get('networks')
web.remove(force=True); net.remove()
try: client.containers.get('pyweb'); raise SystemExit('it is still there')
except docker.errors.NotFound: print('done')
`;

const isInstalled = spawnSync('python3', ['-c', 'import docker']).status === 0;
if (!isInstalled) describe('docker-py', () => it('does what it does with Docker [it is not installed]'));
else
  onEachEngine('docker-py', (suite) => {
    it('does what it does with Docker', async () => {
      const { environment: env } = new DockerCli(suite.engine);
      const { code, stdout, stderr } = await run('python3', ['-c', program], { env });
      expect([code, stdout], stderr).to.deep.equal([0, 'done\n']);
    });
  });
