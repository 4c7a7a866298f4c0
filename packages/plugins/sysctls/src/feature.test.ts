import { describeFeature } from '@arca/plugin-kit/testing';
import { sysctls } from './feature.js';

describeFeature(sysctls, [
  {
    name: 'sets what is given beside what every container has',
    body: { HostConfig: { Sysctls: { 'net.ipv4.ip_forward': '1' } } },
    rooms: {
      'linux.sysctl[net.ipv4.ping_group_range]': '0 2147483647',
      'linux.sysctl[net.ipv4.ip_unprivileged_port_start]': '0',
      'linux.sysctl[net.ipv4.ip_forward]': '1',
    },
  },
  { name: 'leaves the host’s network alone', body: { HostConfig: { NetworkMode: 'host' } }, rooms: {} },
]);
