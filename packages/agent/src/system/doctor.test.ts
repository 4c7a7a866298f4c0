import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { DoctorFinding } from './doctor.js';

const execute = promisify(execFile);

/** Runs the doctor in a network namespace of its own after a shell script that makes it ill. */
async function examine(root: string, illness: string, fix = false): Promise<Map<string, DoctorFinding>> {
  const module = JSON.stringify(new URL('./doctor.js', import.meta.url).href);
  const options = JSON.stringify({ root, instance: `doctor${process.pid}`, fix });
  const code = `import(${module}).then(async ({ doctor }) => console.log(JSON.stringify(await doctor(${options}))))`;
  const script = `${illness}\nexec "$0" "$@"`;
  const { stdout } = await execute('unshare', ['--net', 'sh', '-c', script, process.execPath, '-e', code]);
  return new Map((JSON.parse(stdout) as DoctorFinding[]).map((finding) => [finding.subject, finding]));
}

describe('doctor', function () {
  this.timeout(60_000);
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'doctor-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('finds what is needed, and leaves nothing where it looked', async () => {
    const findings = await examine(join(root, 'not', 'there'), 'true');
    for (const subject of [
      'root',
      'kernel',
      'OCI runtime',
      'containerd',
      'ip',
      'nft',
      'cgroups',
      'bridge devices',
    ]) {
      expect(findings.get(subject), subject).to.include({
        ok: true,
        remedy: '',
        fixable: false,
        fixed: false,
      });
    }
    expect(findings.get('nftables')).to.include({ ok: true });
    expect(findings.get('overlay file system')?.detail).to.match(/works? (not )?on|does not work on/);
    expect(await readdir(root)).to.eql([]);
  });

  it('tells the remedy, and applies a safe one when asked to', async () => {
    const illness = 'echo 0 > /proc/sys/net/ipv4/ip_forward';
    const found = await examine(root, illness);
    expect(found.get('IP forwarding')).to.include({ ok: false, fixable: true, fixed: false });
    expect(found.get('IP forwarding')!.remedy).to.match(/^sysctl -w net\.ipv4\.ip_forward=1/);
    const treated = await examine(root, illness, true);
    expect(treated.get('IP forwarding')).to.include({ ok: true, fixable: false, fixed: true });
  });

  it('warns of a foreign firewall that drops what is forwarded, unless DOCKER-USER lets it pass', async () => {
    const drop = 'iptables-nft -P FORWARD DROP';
    const closed = (await examine(root, drop)).get('forward policy')!;
    expect(closed).to.include({ ok: false, detail: 'ip filter FORWARD drops traffic of containers' });
    expect(closed.remedy).to.include('iptables-nft -I FORWARD -i BRIDGE -j ACCEPT');
    const passable = await examine(root, `${drop}; iptables-nft -N DOCKER-USER`);
    expect(passable.get('forward policy')).to.include({ ok: true });
  });
});
