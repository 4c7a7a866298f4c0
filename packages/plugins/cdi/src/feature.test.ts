import { describeFeature } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { cdi } from './feature.js';
import { CdiDevices } from './specs.js';

const node = { path: '/dev/acme0', type: 'c', major: 240, minor: 0, permissions: 'rw' };

const hooks = ['prestart', 'createRuntime', 'createContainer', 'startContainer', 'poststart', 'poststop'];

describeFeature(cdi({ cdiSpecDirs: [] }), [
  { name: 'writes nothing where nothing is asked for', rooms: {} },
  {
    name: 'writes the edits of devices, over what a container has',
    body: { HostConfig: { DeviceRequests: [{ Driver: 'cdi', DeviceIDs: ['acme.com/thing=0'] }] } },
    runtime: {
      edits: [
        { env: ['ACME=common', 'PLAIN'], deviceNodes: [], additionalGids: [44] },
        {
          env: ['ACME=one'],
          deviceNodes: [node],
          mounts: [{ hostPath: '/opt/acme', containerPath: '/acme', options: ['ro'] }],
          hooks: [{ hookName: 'createContainer', path: '/bin/hook', args: ['hook', 'x'] }],
        },
      ],
    },
    rooms: {
      'process.env[ACME]': 'one',
      'process.env[PLAIN]': '',
      'mounts[/acme]': { type: 'bind', source: '/opt/acme', options: ['bind', 'ro'] },
      'linux.devices[/dev/acme0]': { type: 'c', major: 240, minor: 0 },
      'linux.resources.devices[cdi /dev/acme0]': {
        ...{ allow: true, type: 'c', major: 240, minor: 0, access: 'rw' },
      },
      'process.user.additionalGids[44]': 44,
      'hooks.createContainer[cdi 0]': { path: '/bin/hook', args: ['hook', 'x'] },
    },
  },
  {
    name: 'runs the hooks of every kind',
    body: { HostConfig: { DeviceRequests: [{ Driver: 'cdi', DeviceIDs: ['acme.com/thing=0'] }] } },
    runtime: {
      edits: [{ deviceNodes: [], hooks: hooks.map((hookName) => ({ hookName, path: `/bin/${hookName}` })) }],
    },
    rooms: Object.fromEntries(
      hooks.map((name, index) => [`hooks.${name}[cdi ${index}]`, { path: `/bin/${name}` }]),
    ),
  },
  {
    name: 'refuses a count of named devices',
    body: { HostConfig: { DeviceRequests: [{ Driver: 'cdi', Count: 1 }] } },
    invalid: 'unexpected count in CDI device request',
  },
  {
    name: 'refuses a number of devices that are named',
    body: { HostConfig: { DeviceRequests: [{ Count: 2, DeviceIDs: ['0'], Capabilities: [['gpu']] }] } },
    invalid: 'cannot set both Count and DeviceIDs on device request',
  },
]);

describe('devices of CDI specifications (unit)', () => {
  const spec = (path: string, kind: string, names: string[]) => ({
    path,
    document: JSON.stringify({
      kind,
      devices: names.map((name) => ({ name, containerEdits: { env: [`NAME=${name}`] } })),
      containerEdits: { env: [`FILE=${path}`] },
    }),
  });

  it('have common edits once a file', () => {
    const devices = new CdiDevices([spec('/etc/cdi/a.json', 'acme.com/thing', ['0', '1'])]);
    expect(devices.edits(['acme.com/thing=0', 'acme.com/thing=1'])).to.deep.equal([
      { env: ['FILE=/etc/cdi/a.json'] },
      { env: ['NAME=0'] },
      { env: ['NAME=1'] },
    ]);
    expect(devices.missing(['acme.com/thing=1', 'acme.com/other=1'])).to.deep.equal(['acme.com/other=1']);
  });

  it('of a later directory win, and of one directory exclude each other', () => {
    const names = (...paths: string[]) =>
      new CdiDevices(paths.map((path) => spec(path, 'acme.com/thing', ['0'])));
    expect(names('/etc/cdi/a', '/run/cdi/a').edits(['acme.com/thing=0'])[0]).to.deep.equal({
      env: ['FILE=/run/cdi/a'],
    });
    expect(names('/etc/cdi/a', '/etc/cdi/b').names).to.deep.equal([]);
    expect(names('/etc/cdi/a', '/etc/cdi/b', '/run/cdi/a').names).to.deep.equal(['acme.com/thing=0']);
  });

  it('are what a person asks GPUs of', () => {
    const gpus = new CdiDevices([spec('/etc/cdi/n.yaml', 'nvidia.com/gpu', ['0', '1', '10', 'all'])]);
    expect(gpus.gpus(-1, [])).to.deep.equal(['nvidia.com/gpu=all']);
    expect(gpus.gpus(2, [])).to.deep.equal(['nvidia.com/gpu=0', 'nvidia.com/gpu=1']);
    expect(gpus.gpus(4, [])).to.equal(undefined);
    expect(gpus.gpus(0, ['10'])).to.deep.equal(['nvidia.com/gpu=10']);
    expect(gpus.gpus(0, ['7'])).to.equal(undefined);
    expect(new CdiDevices([]).gpus(-1, [])).to.equal(undefined);
  });
});
