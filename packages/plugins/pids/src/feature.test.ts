import { describeFeature, hostWithoutCgroups } from '@arca/plugin-kit/testing';
import { pids } from './feature.js';

const room = 'linux.resources.pids';

describeFeature(pids, [
  { name: 'limits nothing by default', rooms: {} },
  {
    name: 'limits, and changes the limit',
    body: { HostConfig: { PidsLimit: 20 } },
    rooms: { [room]: { limit: 20 } },
    update: { changes: { PidsLimit: 0 }, resources: { pids: { limit: 4_194_304 } } },
  },
  {
    name: 'takes -1 for no limit',
    body: { HostConfig: { PidsLimit: -1 } },
    completed: { HostConfig: { PidsLimit: null } },
    rooms: {},
    update: { changes: { PidsLimit: -1 }, completed: { HostConfig: { PidsLimit: 0 } } },
  },
  {
    name: 'warns where the host cannot',
    body: { HostConfig: { PidsLimit: 20 } },
    host: hostWithoutCgroups,
    warnings: [
      'Your kernel does not support PIDs limit capabilities or the cgroup is not mounted. PIDs limit discarded.',
    ],
    rooms: {},
  },
]);
