import { expect } from 'chai';
import { afterEach, beforeEach, it } from 'mocha';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onArca } from '../../harness/suite.js';

onArca('devices by CDI specifications', (suite) => {
  const directory = () => join(suite.engine.directory, 'cdi');
  beforeEach('write a specification', () => {
    mkdirSync(directory(), { recursive: true });
    writeFileSync(join(suite.engine.directory, 'library'), 'of the vendor\n');
    const gpu = {
      cdiVersion: '0.6.0',
      kind: 'nvidia.com/gpu',
      devices: [
        {
          name: '0',
          containerEdits: {
            env: ['GPU=0'],
            deviceNodes: [{ path: '/dev/gpu0', hostPath: '/dev/kmsg', permissions: 'r' }],
          },
        },
      ],
      containerEdits: {
        env: ['VENDOR=yes'],
        mounts: [
          {
            hostPath: join(suite.engine.directory, 'library'),
            containerPath: '/vendor/library',
            options: ['ro', 'bind'],
          },
        ],
        additionalGids: [4444],
      },
    };
    writeFileSync(join(directory(), 'gpu.json'), JSON.stringify(gpu));
    writeFileSync(
      join(directory(), 'thing.yaml'),
      'cdiVersion: "0.6.0"\nkind: acme.com/thing\ndevices:\n- name: one\n  containerEdits:\n    env:\n    - THING=one\n',
    );
  });
  afterEach('remove it', () => rmSync(directory(), { recursive: true, force: true }));

  const attempt = async (requests: object[], Cmd: string[], more: object = {}) => {
    const id = await suite.api.create({ Cmd, ...more, HostConfig: { DeviceRequests: requests } as never });
    const started = await suite.api.post(`/containers/${id}/start`);
    if (started.status !== 204) return { status: started.status, text: started.message };
    await suite.api.wait(id);
    return { status: started.status, text: (await suite.api.logs(id)).stdout };
  };

  it('give a container nodes, files, environment and groups, over its own', async () => {
    const script =
      'stat -c %t:%T /dev/gpu0; (echo x > /dev/gpu0) 2>&1 | grep -c "not permitted"; ' +
      'cat /vendor/library; echo $GPU $VENDOR; id -G';
    const gpus = { Driver: '', Count: -1, Capabilities: [['gpu']] };
    const { text } = await attempt([gpus], ['sh', '-c', script], { Env: ['GPU=mine'] });
    expect(text.split('\n').map((line) => line.trim())).to.deep.equal([
      ...['1:b', '1', 'of the vendor', '0 yes', text.split('\n')[4]!.trim(), ''],
    ]);
    expect(text.split('\n')[4]).to.include('4444');
  });

  it('are asked for by name, of YAML as of JSON', async () => {
    const { text } = await attempt(
      [{ Driver: 'cdi', DeviceIDs: ['acme.com/thing=one', 'nvidia.com/gpu=0'] }],
      ['sh', '-c', 'echo $THING $GPU'],
    );
    expect(text).to.equal('one 0\n');
  });

  it('are refused where nobody has them', async () => {
    const missing = await attempt(
      [{ Driver: 'cdi', DeviceIDs: ['acme.com/thing=two', 'x.y/z=1'] }],
      ['true'],
    );
    expect(missing).to.deep.equal({
      status: 500,
      text: 'CDI device injection failed: unresolvable CDI devices acme.com/thing=two, x.y/z=1',
    });
    const many = await attempt([{ Driver: '', Count: 2, Capabilities: [['gpu']] }], ['true']);
    expect(many.text).to.equal('could not select device driver "" with capabilities: [[gpu]]');
    const other = await attempt([{ Driver: 'fpga', Capabilities: [['a', 'b'], ['c']] }], ['true']);
    expect(other.text).to.equal('could not select device driver "fpga" with capabilities: [[a b] [c]]');
  });
});
