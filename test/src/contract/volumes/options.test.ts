import { expect } from 'chai';
import { it } from 'mocha';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUSYBOX } from '../../harness/busybox.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('volumes of the driver local', (suite) => {
  const script = (text: string, Binds: string[]) =>
    suite.api.run({ Cmd: ['sh', '-c', text], HostConfig: { Binds } });

  it('are mounted with the options of mount(8), which hold in the container, too', async () => {
    const place = mkdtempSync(join(tmpdir(), 'arca-volume-'));
    const volumes = {
      sealed: { type: 'none', device: place, o: 'bind,ro' },
      careful: { type: 'tmpfs', device: 'tmpfs', o: 'noexec,nosuid,nodev' },
    };
    try {
      for (const [Name, DriverOpts] of Object.entries(volumes))
        suite.api.expect(await suite.api.post('/volumes/create', { Name, DriverOpts }), 201);
      const look = `touch /s/x 2>/dev/null || echo sealed; grep ' /c ' /proc/mounts | cut -d' ' -f4`;
      const { stdout } = await script(look, ['sealed:/s', 'careful:/c']);
      expect(stdout).to.match(/^sealed\nrw,nosuid,nodev,noexec,/);
      expect(readdirSync(place)).to.deep.equal([]);
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  it('tell why they cannot be mounted', async () => {
    const cases: [object, RegExp][] = [
      [
        { type: 'none', device: '/no/such/place', o: 'bind' },
        /mount \/no\/such\/place:\S+, flags: 0x1000: no such file or directory$/,
      ],
      [
        { type: 'tmpfs', device: 'x', o: 'foo=bar,ro' },
        /mount x:\S+, flags: 0x1, data: foo=bar: invalid argument$/,
      ],
      [{ type: 'nosuchfs', device: 'x' }, /mount x:\S+: no such device$/],
      // What the kernel says of it depends on whether it has NFS.
      [
        { type: 'nfs', device: ':/x', o: 'addr=127.0.0.1,soft' },
        /mount :\/x:\S+, data: addr=127.0.0.1,soft: /,
      ],
      [
        { type: 'nfs', device: ':/x', o: 'addr=no.such.invalid' },
        /error resolving passed in network volume address/,
      ],
    ];
    for (const [DriverOpts, message] of cases) {
      suite.api.expect(await suite.api.post('/volumes/create', { Name: 'broken', DriverOpts }), 201);
      const id = await suite.api.create({ HostConfig: { Binds: ['broken:/v:nocopy'] } });
      const failed = await suite.api.post(`/containers/${id}/start`);
      expect(failed.status).to.equal(500);
      expect(failed.message).to.match(/^error while mounting volume '.*\/broken\/_data': /);
      expect(failed.message).to.match(message);
      await suite.api.delete(`/containers/${id}`);
      suite.api.expect(await suite.api.delete('/volumes/broken'), 204);
    }
    const bind = await suite.api.post('/containers/create', {
      ...{ Image: BUSYBOX, HostConfig: { Binds: ['/tmp:/v:nocopy'] } },
    });
    expect(bind.status).to.equal(500);
    expect(bind.message).to.include(
      'invalid mount config for type "bind": field VolumeOptions must not be specified',
    );
  });

  it('are mounted on directories that are made', async () => {
    const look = 'stat -c "%n %a" /new /new/deep /there';
    const { stdout } = await script(look, ['one:/new/deep', 'two:/there']);
    expect(stdout).to.equal('/new 755\n/new/deep 755\n/there 755\n');
  });
});
