import { allCapabilities } from '@arca/plugin-kit';
import { describeFeature } from '@arca/plugin-kit/testing';
import { capabilities } from './feature.js';

const room = 'process.capabilities';
const byDefault =
  `CAP_CHOWN CAP_DAC_OVERRIDE CAP_FSETID CAP_FOWNER CAP_MKNOD CAP_NET_RAW CAP_SETGID CAP_SETUID CAP_SETFCAP
  CAP_SETPCAP CAP_NET_BIND_SERVICE CAP_SYS_CHROOT CAP_KILL CAP_AUDIT_WRITE`.split(/\s+/);
const sets = (names: readonly string[]) => ({
  [room]: { bounding: names, permitted: names, effective: names },
});

describeFeature(capabilities, [
  { name: 'gives the usual set', rooms: sets(byDefault), provenance: { [room]: 'default' } },
  {
    name: 'adds and drops, with and without the prefix',
    body: { HostConfig: { CapAdd: ['net_admin', 'CAP_SYS_TIME'], CapDrop: ['KILL', 'cap_chown'] } },
    rooms: sets([
      ...byDefault.filter((name) => !['CAP_KILL', 'CAP_CHOWN'].includes(name)),
      'CAP_NET_ADMIN',
      'CAP_SYS_TIME',
    ]),
    completed: { HostConfig: { CapAdd: ['CAP_NET_ADMIN', 'CAP_SYS_TIME'] } },
  },
  {
    name: 'drops all but what is added',
    body: { HostConfig: { CapAdd: ['KILL'], CapDrop: ['ALL'] } },
    rooms: sets(['CAP_KILL']),
  },
  {
    name: 'adds all but what is dropped',
    body: { HostConfig: { CapAdd: ['all'], CapDrop: ['SYS_ADMIN'] } },
    rooms: sets(allCapabilities.filter((name) => name !== 'CAP_SYS_ADMIN')),
  },
  {
    name: 'gives all to the privileged',
    body: { HostConfig: { Privileged: true } },
    rooms: sets(allCapabilities),
  },
]);
