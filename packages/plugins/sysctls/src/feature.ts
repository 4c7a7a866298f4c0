import { defineFeature } from '@arca/plugin-kit';

/** Kernel parameters of the container's own namespaces; the OCI runtime refuses any that is not namespaced. */
export const sysctls = defineFeature(
  {
    id: 'sysctls',
    summary: 'Namespaced kernel parameters',
    owns: ['HostConfig.Sysctls'],
    reads: ['HostConfig.NetworkMode'],
    writes: ['linux.sysctl[]'],
    flags: { 'HostConfig.Sysctls': '--sysctl' },
  },
  {
    spec({ HostConfig }, rooms) {
      const given = HostConfig.Sysctls ?? {};
      const mode = HostConfig.NetworkMode ?? '';
      if (mode !== 'host' && !mode.startsWith('container:')) {
        // Echo sockets without CAP_NET_RAW, low ports without CAP_NET_BIND_SERVICE: both are granted anyway.
        const allowed = {
          'net.ipv4.ping_group_range': '0 2147483647',
          'net.ipv4.ip_unprivileged_port_start': '0',
        };
        for (const [name, value] of Object.entries(allowed)) {
          if (!(name in given)) rooms.add('linux.sysctl', name, value, 'default');
        }
      }
      for (const [name, value] of Object.entries(given))
        rooms.add('linux.sysctl', name, value, 'HostConfig.Sysctls');
    },
  },
);
