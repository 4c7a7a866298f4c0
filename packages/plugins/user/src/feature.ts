import { defineFeature, resolveUser } from '@arca/plugin-kit';

/** Who the process runs as: `linux.resources` has no say here, only `process.user`. */
export const user = defineFeature(
  {
    id: 'user',
    summary: 'User, group and supplementary groups of the process, by name or number',
    owns: ['User', 'HostConfig.GroupAdd'],
    writes: ['process.user'],
    flags: { User: '--user', 'HostConfig.GroupAdd': '--group-add' },
  },
  {
    defaults({ Config }, { image }) {
      Config.User ||= image.config.User ?? '';
    },
    spec({ Config, HostConfig }, rooms, { accounts }) {
      const { uid, gid, additionalGids } = resolveUser(
        Config.User ?? '',
        HostConfig.GroupAdd ?? [],
        accounts.passwd,
        accounts.group,
      );
      rooms.set('process.user', { uid, gid, additionalGids }, Config.User ? 'User' : 'default');
    },
  },
);
