import { describeFeature } from '@arca/plugin-kit/testing';
import { blkio } from './feature.js';

const room = 'linux.resources.blockIO';
const disk = { '/dev/disk': { major: 8, minor: 0 } };
const limit = (Rate: number) => [{ Path: '/dev/disk', Rate }];

describeFeature(blkio, [
  { name: 'limits nothing by default', rooms: {} },
  {
    name: 'weighs, and changes the weight',
    body: { HostConfig: { BlkioWeight: 300 } },
    rooms: { [room]: { weight: 300 } },
    update: { changes: { BlkioWeight: 500 }, resources: { blockIO: { weight: 500 } } },
  },
  {
    name: 'weighs and limits devices by their numbers',
    body: {
      HostConfig: {
        BlkioWeightDevice: [{ Path: '/dev/disk', Weight: 200 }],
        BlkioDeviceReadBps: limit(1),
        BlkioDeviceWriteBps: limit(2),
        BlkioDeviceReadIOps: limit(3),
        BlkioDeviceWriteIOps: limit(4),
      },
    },
    runtime: { numbers: disk },
    rooms: {
      [room]: {
        weightDevice: [{ major: 8, minor: 0, weight: 200 }],
        throttleReadBpsDevice: [{ major: 8, minor: 0, rate: 1 }],
        throttleWriteBpsDevice: [{ major: 8, minor: 0, rate: 2 }],
        throttleReadIOPSDevice: [{ major: 8, minor: 0, rate: 3 }],
        throttleWriteIOPSDevice: [{ major: 8, minor: 0, rate: 4 }],
      },
    },
  },
  {
    name: 'refuses weights out of range',
    body: { HostConfig: { BlkioWeight: 5 } },
    invalid: 'Range of blkio weight is from 10 to 1000',
  },
  {
    name: 'warns where the host cannot',
    body: { HostConfig: { BlkioWeight: 5, BlkioDeviceReadBps: limit(1) } },
    host: { features: { blkioWeight: false, blkioThrottle: false } },
    warnings: [
      'Your kernel does not support Block I/O weight or the cgroup is not mounted. Weight discarded.',
      'Your kernel does not support BPS Block I/O read limit or the cgroup is not mounted. Block I/O BPS read limit discarded.',
    ],
    rooms: {},
  },
]);
