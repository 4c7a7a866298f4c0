import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

onEachEngine('fields that no flag stands for', (suite) => {
  it('keep what is for builds and clients', async () => {
    const given = { OnBuild: ['RUN true'], Shell: ['/bin/sh', '-c'], ArgsEscaped: true };
    const id = await suite.api.create(given as object);
    expect((await suite.api.inspect(id)).Config).to.deep.include(given);
    const file = { ContainerIDFile: '/tmp/cid' };
    const other = await suite.api.create({ HostConfig: file });
    expect((await suite.api.inspect(other)).HostConfig).to.include(file);
  });

  it('end standard input with the first client', async () => {
    const body = { OpenStdin: true, StdinOnce: true, AttachStdin: true, Cmd: ['wc', '-c'] };
    const id = await suite.api.create(body);
    const client = await suite.api.raw(
      'POST',
      `/containers/${id}/attach?stream=1&stdin=1&stdout=1`,
      undefined,
      {
        ...{ Connection: 'Upgrade', Upgrade: 'tcp' },
      },
    );
    await client.head();
    suite.api.expect(await suite.api.post(`/containers/${id}/start`), 204);
    client.write('12345');
    client.halfClose();
    expect((await suite.api.wait(id)).StatusCode).to.equal(0);
    expect((await suite.api.logs(id)).stdout.trim()).to.equal('5');
  });
});

onArca('fields that no flag stands for', (suite) => {
  const created = (HostConfig: object, more: object = {}) =>
    suite.api.post('/containers/create', { Image: BUSYBOX, Cmd: ['true'], HostConfig, ...more });

  it('give a container the size of its terminal', async () => {
    const { stdout } = await suite.api.run({
      ...{ Tty: true, Cmd: ['stty', 'size'], HostConfig: { ConsoleSize: [33, 77] } },
    });
    expect(stdout.trim()).to.equal('33 77');
  });

  it('refuse what has no meaning on Linux', async () => {
    const fields = { Cgroup: 'x', IOMaximumIOps: 1, IOMaximumBandwidth: 1 };
    for (const [field, value] of Object.entries(fields)) {
      const { status, message } = await created({ [field]: value });
      expect(status, field).to.equal(400);
      expect(message, field).to.match(
        /invalid Cgroup: x|Invalid QoS settings: linux does not support Maximum IO/,
      );
    }
  });

  it('warn of what is for Windows', async () => {
    for (const field of ['CpuCount', 'CpuPercent']) {
      const answer = suite.api.expect(await created({ [field]: 1 }), 201);
      expect(answer.json<{ Warnings: string[] }>().Warnings.join(), field).to.match(/Windows|CPU/);
    }
  });
});
