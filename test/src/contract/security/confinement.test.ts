import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import type { HostConfig } from '../../harness/shapes.js';
import { existsSync } from 'node:fs';
import { onArca, onEachEngine } from '../../harness/suite.js';

/** Bits of /proc/PID/status, by number, as in capabilities(7). */
const CHOWN = 0n;
const NET_ADMIN = 12n;
const SYS_ADMIN = 21n;
const MKNOD = 27n;

onEachEngine('the confinement of a container', (suite) => {
  const run = (HostConfig: HostConfig, script: string) =>
    suite.api.run({ Cmd: ['sh', '-c', script], HostConfig });
  const status = async (HostConfig: HostConfig) => {
    const { stdout, stderr, code } = await run(HostConfig, 'cat /proc/self/status');
    expect(code, stderr).to.equal(0);
    return Object.fromEntries(stdout.split('\n').map((line) => line.split(/:\s*/) as [string, string]));
  };
  const capabilities = async (HostConfig: HostConfig) => {
    const { CapEff, CapBnd } = await status(HostConfig);
    expect(CapBnd).to.equal(CapEff);
    const bits = BigInt(`0x${CapEff}`);
    return (bit: bigint) => ((bits >> bit) & 1n) === 1n;
  };
  /** The first refusal on the way from create to running. */
  const refused = async (HostConfig: HostConfig) => {
    const body = { Image: BUSYBOX, Cmd: ['true'], HostConfig };
    const created = await suite.api.post('/containers/create', body);
    const { Id } = created.json<{ Id?: string }>();
    const answer = Id ? await suite.api.post(`/containers/${Id}/start`) : created;
    return `${answer.status} ${answer.status < 400 ? '' : answer.message}`;
  };

  it('has Docker’s fourteen capabilities', async () => {
    const { CapEff } = await status({});
    expect(BigInt(`0x${CapEff}`)).to.equal(0xa80425fbn);
  });

  it('has what is added, with or without CAP_, and not what is dropped', async () => {
    const changed = await capabilities({ CapAdd: ['net_admin'], CapDrop: ['CAP_CHOWN', 'MKNOD'] });
    expect([changed(NET_ADMIN), changed(CHOWN), changed(MKNOD)]).to.deep.equal([true, false, false]);
    const none = await status({ CapDrop: ['ALL'] });
    expect(BigInt(`0x${none.CapEff}`)).to.equal(0n);
    const one = await status({ CapDrop: ['ALL'], CapAdd: ['CHOWN'] });
    expect(BigInt(`0x${one.CapEff}`)).to.equal(1n);
    expect(await refused({ CapAdd: ['SHOE'] })).to.match(/^400 .*CAP_SHOE|unknown capability.*SHOE/i);
  });

  it('lets no other user than root keep them', async () => {
    const { stdout } = await suite.api.run({ Cmd: ['cat', '/proc/self/status'], User: 'app' });
    expect(stdout).to.match(/^CapEff:\s+0+$/m);
  });

  it('filters system calls by default, by a profile, or not at all', async () => {
    expect((await status({})).Seccomp).to.equal('2');
    expect((await status({ SecurityOpt: ['seccomp=unconfined'] })).Seccomp).to.equal('0');
    expect((await run({}, 'unshare -U true')).stderr).to.match(/not permitted/);
    const profile = JSON.stringify({
      defaultAction: 'SCMP_ACT_ALLOW',
      syscalls: [{ names: ['mkdir', 'mkdirat'], action: 'SCMP_ACT_ERRNO' }],
    });
    const denied = await run(
      { SecurityOpt: [`seccomp=${profile}`] },
      'mkdir /tmp/x; touch /tmp/y && echo made',
    );
    expect(denied.stderr).to.match(/Operation not permitted/);
    expect(denied.stdout).to.equal('made\n');
    expect(await refused({ SecurityOpt: ['seccomp={'] })).to.match(/^[45]00 .*seccomp/i);
  });

  it('gains no privileges when told so', async () => {
    expect((await status({})).NoNewPrivs).to.equal('0');
    expect((await status({ SecurityOpt: ['no-new-privileges'] })).NoNewPrivs).to.equal('1');
    expect((await status({ SecurityOpt: ['no-new-privileges=true'] })).NoNewPrivs).to.equal('1');
    expect((await status({ SecurityOpt: ['no-new-privileges=false'] })).NoNewPrivs).to.equal('0');
    expect(await refused({ SecurityOpt: ['shoe=1'] })).to.match(/^[45]00 .*shoe=1/);
  });

  it('hides and protects paths of the host’s kernel unless told otherwise', async () => {
    const script = 'wc -c < /proc/timer_list; echo 1 > /proc/sys/kernel/domainname && echo written';
    const hidden = await run({}, script);
    expect(hidden.stdout).to.equal('0\n');
    expect(hidden.stderr).to.match(/Read-only file system/);
    const open = { MaskedPaths: [], ReadonlyPaths: [] };
    expect((await run(open, 'grep -c " /proc/sys " /proc/mounts')).stdout).to.equal('0\n');
    const own = { MaskedPaths: ['/etc/group'], ReadonlyPaths: ['/tmp'] };
    const set = await run(own, 'wc -c < /etc/group; touch /tmp/x');
    expect(set.stdout).to.equal('0\n');
    expect(set.stderr).to.match(/Read-only file system/);
  });

  it('has a root file system that can be read-only', async () => {
    const { stderr, stdout } = await run({ ReadonlyRootfs: true }, 'touch /x; touch /dev/shm/y && echo shm');
    expect(stderr).to.match(/Read-only file system/);
    expect(stdout).to.equal('shm\n');
  });

  it('has no capability that its host lacks, whatever is asked for', async () => {
    const all = await capabilities({ CapAdd: ['ALL'] }).catch((error: Error) => error);
    // dockerd asks the runtime for capabilities that this host may not have, which then refuses.
    if (all instanceof Error) expect(all.message).to.match(/capabilit|permitted/i);
    else expect(all(SYS_ADMIN)).to.equal(true);
  });
});

onArca('labels of a security module that the host has not', (suite) => {
  const create = async (option: string) => {
    const body = { Image: BUSYBOX, Cmd: ['true'], HostConfig: { SecurityOpt: [option] } };
    return suite.api.post('/containers/create', body);
  };

  it('are an error where they would protect, or a warning', async function () {
    if (existsSync('/sys/kernel/security/apparmor') || existsSync('/sys/fs/selinux')) return this.skip();
    const profile = await create('apparmor=shoe');
    expect(profile.status).to.equal(400);
    expect(profile.message).to.match(/AppArmor/i);
    const label = await create('label=type:shoe');
    expect(label.status).to.equal(201);
    expect(label.json<{ Warnings: string[] }>().Warnings.join()).to.match(/SELinux is not enabled/);
  });
});
