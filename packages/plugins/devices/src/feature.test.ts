import { describeFeature, hostInfo, imageFacts } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { devices } from './feature.js';

const context = () => ({
  host: hostInfo(),
  image: imageFacts(),
  id: 'x',
  apiVersion: '1.51',
  warn: () => undefined,
});
const body = (HostConfig: object) => ({ Config: {}, HostConfig, NetworkingConfig: {} }) as never;

const node = { type: 'b', major: 7, minor: 0, mode: 0o660, uid: 0, gid: 6, access: 'r' };
const oci = { type: 'b', major: 7, minor: 0, fileMode: 0o660, uid: 0, gid: 6 };
const allowed = (major: number, minor: number) => ({ allow: true, type: 'c', major, minor, access: 'rwm' });
const byDefault = {
  'linux.resources.devices[all]': { allow: false, access: 'rwm' },
  'linux.resources.devices[null]': allowed(1, 3),
  'linux.resources.devices[zero]': allowed(1, 5),
  'linux.resources.devices[full]': allowed(1, 7),
  'linux.resources.devices[random]': allowed(1, 8),
  'linux.resources.devices[urandom]': allowed(1, 9),
  'linux.resources.devices[tty]': allowed(5, 0),
  'linux.resources.devices[console]': allowed(5, 1),
};

describeFeature(devices, [
  { name: 'denies all but what every container has', body: {}, rooms: byDefault },
  {
    name: 'gives what start has found',
    body: {
      HostConfig: {
        Devices: [{ PathOnHost: '/dev/loop0', PathInContainer: '/dev/mine', CgroupPermissions: 'r' }],
      },
    },
    runtime: { nodes: [{ ...node, path: '/dev/mine', from: 'HostConfig.Devices' }] },
    rooms: {
      ...byDefault,
      'linux.devices[/dev/mine]': oci,
      'linux.resources.devices[/dev/mine]': { allow: true, type: 'b', major: 7, minor: 0, access: 'r' },
    },
  },
  {
    name: 'allows by number',
    body: { HostConfig: { DeviceCgroupRules: ['c 10:* rw'] } },
    rooms: {
      ...byDefault,
      'linux.resources.devices[c 10:* rw]': { allow: true, type: 'c', major: 10, access: 'rw' },
    },
  },
  {
    name: 'opens all to a privileged container',
    body: { HostConfig: { Privileged: true } },
    runtime: { nodes: [{ ...node, path: '/dev/loop0', access: 'rwm', from: 'HostConfig.Privileged' }] },
    rooms: {
      'linux.devices[/dev/loop0]': oci,
      'linux.resources.devices[all]': { allow: true, access: 'rwm' },
    },
    provenance: {
      'linux.devices[/dev/loop0]': 'HostConfig.Privileged',
      'linux.resources.devices[all]': 'HostConfig.Privileged',
    },
  },
]);

describe('devices (unit)', () => {
  it('refuse rules and modes that cannot be', () => {
    for (const rule of ['c 1:3', 'x 1:3 r', 'c 1:3 rwx', 'c -1:3 r'])
      expect(() => devices.validate!(body({ DeviceCgroupRules: [rule] }), context())).to.throw(
        `invalid device cgroup rule format: '${rule}'`,
      );
    devices.validate!(body({ DeviceCgroupRules: ['c 10:* rw', 'a *:* rwm'] }), context());
    expect(() => devices.validate!(body({ Devices: [{ CgroupPermissions: 'x' }] }), context())).to.throw(
      'invalid device mode: x',
    );
  });
});
