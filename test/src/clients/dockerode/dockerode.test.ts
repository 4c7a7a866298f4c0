import { expect } from 'chai';
import Dockerode from 'dockerode';
import { it } from 'mocha';
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { BUSYBOX } from '../../harness/busybox.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('dockerode', (suite) => {
  const docker = () => new Dockerode({ socketPath: suite.engine.socketPath });

  it('attaches to a container, starts it, waits for it and reads its logs', async () => {
    const container = await docker().createContainer({
      Image: BUSYBOX,
      name: 'by-dockerode',
      OpenStdin: true,
      StdinOnce: true,
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      Cmd: ['sh', '-c', 'cat; echo complaint >&2; exit 3'],
    });
    const stream = await container.attach({
      stream: true,
      hijack: true,
      stdin: true,
      stdout: true,
      stderr: true,
    });
    const apart = demultiplexed(docker(), stream);
    await container.start();
    stream.end('what it is told\n');
    const said = ['what it is told\n', 'complaint\n'];
    expect(await container.wait()).to.deep.include({ StatusCode: 3 });
    expect(await apart).to.deep.equal(said);
    const logs = await container.logs({ follow: true, stdout: true, stderr: true });
    expect(await demultiplexed(docker(), logs)).to.deep.equal(said);
    await container.remove();
    const failure = await container.inspect().catch((error: unknown) => error);
    expect(failure).to.include({ statusCode: 404, reason: 'no such container' });
  });

  it('runs commands in a container of a network, where others know it by an alias', async () => {
    const network = await docker().createNetwork({ Name: 'rode', Labels: { by: 'dockerode' } });
    const container = await docker().createContainer({
      Image: BUSYBOX,
      Cmd: ['httpd', '-f', '-h', '/etc'],
      ExposedPorts: { '80/tcp': {} },
      HostConfig: { NetworkMode: 'rode', PortBindings: { '80/tcp': [{ HostPort: '' }] } },
      NetworkingConfig: { EndpointsConfig: { rode: { Aliases: ['page'] } } },
    });
    await container.start();
    const exec = await container.exec({
      Cmd: ['ping', '-c', '1', 'page'],
      AttachStdout: true,
      AttachStderr: true,
    });
    const [output] = await demultiplexed(docker(), await exec.start({ hijack: true, stdin: false }));
    expect(output).to.match(/1 packets received/);
    expect(await exec.inspect()).to.include({ ExitCode: 0, Running: false });

    const { NetworkSettings } = await container.inspect();
    const page = await fetch(`http://127.0.0.1:${NetworkSettings.Ports['80/tcp']![0]!.HostPort}/hostname`);
    expect(await page.text()).to.equal(`${container.id.slice(0, 12)}\n`);
    const filters = { network: ['rode'] };
    expect((await docker().listContainers({ filters })).map(({ Id }) => Id)).to.deep.equal([container.id]);

    await network.disconnect({ Container: container.id });
    await network.connect({ Container: container.id, EndpointConfig: { Aliases: ['again'] } });
    expect((await network.inspect()) as object).to.have.nested.property(`Containers.${container.id}`);
    const events = (await docker().getEvents({
      filters: { container: [container.id], event: ['die'] },
    })) as Readable;
    const [died] = await Promise.all([once(events, 'data'), container.stop({ t: 0 })]);
    expect(JSON.parse(String(died[0]))).to.include({ Action: 'die', id: container.id });
    events.destroy();
    await container.remove({ v: true });
    await network.remove();
  });
});

/** Standard output and standard error of a stream, to its end. */
async function demultiplexed(docker: Dockerode, stream: NodeJS.ReadableStream): Promise<string[]> {
  const outputs = [new PassThrough(), new PassThrough()] as const;
  (docker.modem as { demuxStream(...streams: NodeJS.EventEmitter[]): void }).demuxStream(stream, ...outputs);
  stream.once('end', () => outputs.forEach((output) => output.end()));
  return Promise.all(outputs.map((output) => text(output)));
}
