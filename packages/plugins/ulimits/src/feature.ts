import { defineFeature, invalidParameter } from '@arca/plugin-kit';

/** setrlimit(2)'s names as Docker writes them. */
const names = new Set(
  'as core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(
    ' ',
  ),
);

/** Resource limits of the process. */
export const ulimits = defineFeature(
  {
    id: 'ulimits',
    summary: 'Resource limits of the process (setrlimit)',
    owns: ['HostConfig.Ulimits'],
    writes: ['process.rlimits[]'],
    flags: { 'HostConfig.Ulimits': '--ulimit' },
  },
  {
    validate({ HostConfig }) {
      for (const { Name = '', Soft = 0, Hard = 0 } of HostConfig.Ulimits ?? []) {
        if (!names.has(Name)) throw invalidParameter(`invalid ulimit type: ${Name}`, 'ulimits.unknown');
        if (Hard !== -1 && (Soft === -1 || Soft > Hard)) {
          throw invalidParameter(
            `ulimit soft limit must be less than or equal to hard limit: ${Soft} > ${Hard}`,
            'ulimits.soft-above-hard',
          );
        }
      }
    },
    adapt({ HostConfig }, { host, warn }) {
      // Without CAP_SYS_RESOURCE a limit above the daemon's own makes the runtime fail.
      if (host.canRaiseLimits || !host.nofileHard) return;
      for (const limit of HostConfig.Ulimits ?? []) {
        if (limit.Name !== 'nofile' || ((limit.Hard ?? 0) >= 0 && (limit.Hard ?? 0) <= host.nofileHard))
          continue;
        warn(
          `The host allows no more than ${host.nofileHard} open files. The nofile ulimit was lowered to it.`,
        );
        limit.Hard = host.nofileHard;
        limit.Soft = (limit.Soft ?? 0) < 0 ? host.nofileHard : Math.min(limit.Soft ?? 0, host.nofileHard);
      }
    },
    spec({ HostConfig }, rooms) {
      for (const { Name = '', Soft = 0, Hard = 0 } of HostConfig.Ulimits ?? []) {
        rooms.add(
          'process.rlimits',
          `RLIMIT_${Name.toUpperCase()}`,
          { soft: unlimited(Soft), hard: unlimited(Hard) },
          'HostConfig.Ulimits',
        );
      }
    },
  },
);

/** RLIM_INFINITY is 2⁶⁴−1; the nearest number that JSON carries exactly and runtimes take as such is 2⁶³−1's neighbour. */
const unlimited = (value: number) => (value < 0 ? Number.MAX_SAFE_INTEGER : value);
