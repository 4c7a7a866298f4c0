import { expect } from 'chai';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Spec } from '@arca/oci-spec';
import type { RuntimeChoice } from './ports.js';
import { hasProgram, SeccompCache, withProgram } from './seccomp-cache.js';
import { script, seccomp } from './testing/spec.js';
import { statusOf, Testbed } from './testing/testbed.js';

const crun: RuntimeChoice = { name: 'crun', path: '/usr/bin/crun', type: 'crun', version: '1.8.1' };

const filtered = (text: string): Spec => {
  const spec = script(text);
  spec.linux.seccomp = seccomp;
  return spec;
};

describe('compiled seccomp filters', function () {
  this.timeout(60_000);
  let bed: Testbed;
  beforeEach(async () => {
    bed = new Testbed();
    await bed.open();
  });
  afterEach(async () => {
    try {
      await bed.removeAll();
    } finally {
      await bed.clean();
    }
  });

  const cached = () => readdirSync(join(bed.base, 'root/seccomp'));
  const config = (id: string) =>
    JSON.parse(readFileSync(join(bed.base, 'run/bundle', id, 'config.json'), 'utf8')) as Spec;
  const probe = 'mkdir /tmp/x 2>&1; chmod 700 /tmp 2>&1; echo done';

  it('are kept after the first start and used by the next, with the same effect', async () => {
    const first = await bed.run(filtered(probe));
    expect(first.stdout).to.match(/Operation not permitted[^]*Operation not permitted[^]*done/);
    expect(cached()).to.have.length(1);
    expect(await bed.run(filtered(probe))).to.deep.include({ stdout: first.stdout });
    const id = await bed.start(filtered('sleep 1000'));
    expect(config(id).annotations).to.have.property('run.oci.seccomp_bpf_data');
    expect(config(id).linux.seccomp).to.deep.equal({ defaultAction: 'SCMP_ACT_KILL_PROCESS' });
    const { pids } = await bed.containers.pids({ id });
    expect(statusOf(pids[0]!, 'Seccomp')).to.equal('2');
    expect(bed.warnings).to.deep.equal([]);
  });

  it('hold with no-new-privileges too', async () => {
    const spec = filtered(probe);
    spec.process.noNewPrivileges = true;
    const first = await bed.run(spec);
    expect(await bed.run(spec)).to.deep.include({ stdout: first.stdout });
    expect(first.stdout).to.contain('Operation not permitted');
    expect(bed.warnings).to.deep.equal([]);
  });

  it('give way to the whole profile when crun does not take one', async () => {
    const first = await bed.run(filtered(probe));
    writeFileSync(join(bed.base, 'root/seccomp', cached()[0]!), 'no filter');
    await bed.tasks.close();
    await bed.open();
    expect(await bed.run(filtered(probe))).to.deep.include({ stdout: first.stdout });
    expect(bed.warnings).to.have.length(1);
    const id = await bed.start(filtered('sleep 1000'));
    expect(config(id).linux.seccomp).to.deep.equal(seccomp);
  });

  it('are not used by runc, for other profiles, or where the profile asks for more than a filter', () => {
    const cache = new SeccompCache(join(bed.base, 'cache'));
    const find = (change: Partial<NonNullable<Spec['linux']['seccomp']>>, runtime = crun) => {
      const spec = filtered('');
      spec.linux.seccomp = { ...seccomp, ...change };
      return cache.find(spec, runtime);
    };
    const key = find({})!.key;
    expect(find({})!.key).to.equal(key);
    expect(find({ defaultErrnoRet: 38 })!.key).not.to.equal(key);
    expect(find({}, { ...crun, version: '2' })!.key).not.to.equal(key);
    expect(find({}, { ...crun, type: 'runc' })).to.equal(undefined);
    expect(find({ listenerPath: '/run/x' })).to.equal(undefined);
    expect(find({ syscalls: [{ names: ['mount'], action: 'SCMP_ACT_NOTIFY' }] })).to.equal(undefined);
  });

  it('are told from others by what crun says it loads', () => {
    const spec = withProgram(filtered(''), Buffer.from('filter'));
    const state = join(bed.base, 'root');
    expect(hasProgram(spec, Buffer.from('filter'), state, process.pid)).to.equal(false);
    writeFileSync(join(state, 'seccomp.bpf'), 'filter');
    // This process has no filter.
    expect(hasProgram(spec, Buffer.from('filter'), state, process.pid)).to.equal(false);
    spec.process.noNewPrivileges = true;
    expect(hasProgram(spec, Buffer.from('filter'), state, process.pid)).to.equal(true);
    expect(hasProgram(spec, Buffer.from('other'), state, process.pid)).to.equal(false);
  });
});
