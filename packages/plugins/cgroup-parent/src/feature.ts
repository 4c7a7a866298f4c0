import { defineFeature } from '@arca/plugin-kit';

/** Where the container's cgroup is: below the given parent, else below one of the daemon's instance. */
export const cgroupParent = (instance: string) =>
  defineFeature(
    {
      id: 'cgroup-parent',
      summary: 'Place in the cgroup tree',
      owns: ['HostConfig.CgroupParent'],
      writes: ['linux.cgroupsPath'],
      flags: { 'HostConfig.CgroupParent': '--cgroup-parent' },
    },
    {
      spec({ HostConfig }, rooms, { container }) {
        const parent = HostConfig.CgroupParent;
        const absolute = parent ? (parent.startsWith('/') ? parent : `/${parent}`) : `/${instance}`;
        rooms.set(
          'linux.cgroupsPath',
          `${absolute}/${container.id}`,
          parent ? 'HostConfig.CgroupParent' : 'default',
        );
      },
    },
  );
