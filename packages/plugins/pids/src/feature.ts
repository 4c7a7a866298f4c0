import { defineFeature, type CreateContext, type Slice } from '@arca/plugin-kit';

type Fields = Slice<'HostConfig.PidsLimit'>['HostConfig'];

/** The number of processes and threads. */
export const pids = defineFeature(
  {
    id: 'pids',
    summary: 'Limit of processes and threads',
    owns: ['HostConfig.PidsLimit'],
    writes: ['linux.resources.pids'],
    updates: ['HostConfig.PidsLimit'],
    flags: { 'HostConfig.PidsLimit': '--pids-limit' },
  },
  {
    // Whatever is not above 0 asks for no limit, and is shown as none.
    defaults({ HostConfig }) {
      if (HostConfig.PidsLimit != null && HostConfig.PidsLimit <= 0) HostConfig.PidsLimit = undefined;
    },
    adapt({ HostConfig }, context) {
      adapt(HostConfig, context);
    },
    spec({ HostConfig }, rooms) {
      const value = toOci(HostConfig);
      if (value) rooms.set('linux.resources.pids', value, 'HostConfig.PidsLimit');
    },
    update(changed, { HostConfig }, context) {
      if (changed.PidsLimit == null) return;
      HostConfig.PidsLimit = Math.max(changed.PidsLimit, 0);
      adapt(HostConfig, context);
      return { pids: toOci(HostConfig) };
    },
  },
);

function adapt(fields: Fields, { host, warn }: Pick<CreateContext, 'host' | 'warn'>): void {
  if (fields.PidsLimit == null || host.features!.pids) return;
  if (fields.PidsLimit > 0) {
    warn(
      'Your kernel does not support PIDs limit capabilities or the cgroup is not mounted. PIDs limit discarded.',
    );
  }
  fields.PidsLimit = undefined;
}

/** As many processes as Linux can have (PID_MAX_LIMIT), which is no limit. crun cannot write the -1 of the OCI spec. */
const noLimit = 4_194_304;

function toOci({ PidsLimit: limit }: Readonly<Fields>): { limit: number } | undefined {
  return limit == null ? undefined : { limit: limit > 0 ? limit : noLimit };
}
