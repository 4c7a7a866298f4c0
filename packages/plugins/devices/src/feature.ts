import type { HostDevice } from '@arca/agent-proto';
import { defineFeature, invalidParameter, systemError, type JsonObject } from '@arca/plugin-kit';

/** A device node of a container, as `start` found it. */
interface Node {
  path: string;
  type: string;
  major: number;
  minor: number;
  mode: number;
  uid: number;
  gid: number;
  /** Of the cgroup: letters of `rwm`. */
  access: string;
  from: 'HostConfig.Devices' | 'HostConfig.Privileged';
}

const rulePattern = /^([acb]) ([0-9]+|\*):([0-9]+|\*) ([rwm]{1,3})$/;

/** Device nodes and the cgroup's rules for them; privileged containers have all of the host's. */
export const devices = defineFeature(
  {
    id: 'devices',
    summary: 'Device nodes, device rules of the cgroup, privileged containers',
    owns: ['HostConfig.Devices', 'HostConfig.DeviceCgroupRules', 'HostConfig.Privileged'],
    writes: ['linux.devices[]', 'linux.resources.devices[]'],
    flags: {
      'HostConfig.Devices': '--device',
      'HostConfig.DeviceCgroupRules': '--device-cgroup-rule',
      'HostConfig.Privileged': '--privileged',
    },
  },
  {
    validate({ HostConfig }) {
      for (const rule of HostConfig.DeviceCgroupRules ?? [])
        if (!rulePattern.test(rule))
          throw invalidParameter(`invalid device cgroup rule format: '${rule}'`, 'devices.rule');
      for (const { CgroupPermissions: access = '' } of HostConfig.Devices ?? [])
        if (!/^[rwm]*$/.test(access))
          throw invalidParameter(`invalid device mode: ${access}`, 'devices.mode');
    },
    async start({ HostConfig }, { agent }): Promise<JsonObject> {
      const asked = HostConfig.Devices ?? [];
      const all = HostConfig.Privileged ?? false;
      if (asked.length === 0 && !all) return {};
      const { groups } = await agent.system.devices({
        paths: asked.map((device) => device.PathOnHost ?? ''),
        all,
      });
      const nodes = new Map<string, Node>();
      const add = (device: HostDevice, path: string, access: string, from: Node['from']) => {
        const { type, major, minor, mode, uid, gid } = device;
        nodes.set(path, { path, type, major, minor, mode, uid, gid, access, from });
      };
      const rest = groups[asked.length]?.devices ?? [];
      for (const device of rest) add(device, device.path, 'rwm', 'HostConfig.Privileged');
      for (const [index, { PathOnHost = '', PathInContainer, CgroupPermissions }] of asked.entries()) {
        const { error, devices: found } = groups[index]!;
        if (error) {
          const text = `error gathering device information while adding custom device "${PathOnHost}": ${error}`;
          throw systemError(text, 'devices.missing');
        }
        for (const device of found)
          add(
            device,
            (PathInContainer || PathOnHost) + device.path.slice(PathOnHost.length),
            CgroupPermissions || 'rwm',
            'HostConfig.Devices',
          );
      }
      return { nodes: [...nodes.values()] as unknown as JsonObject[] };
    },
    spec({ HostConfig }, rooms, { runtime }) {
      const { nodes = [] } = (runtime ?? {}) as { nodes?: Node[] };
      for (const { path, type, major, minor, mode, uid, gid, from } of nodes)
        rooms.add('linux.devices', path, { type: type as 'c', major, minor, fileMode: mode, uid, gid }, from);
      if (HostConfig.Privileged) {
        rooms.add('linux.resources.devices', 'all', { allow: true, access: 'rwm' }, 'HostConfig.Privileged');
        return;
      }
      // Without rules a cgroup allows every device: deny all but those that are in every container.
      rooms.add('linux.resources.devices', 'all', { allow: false, access: 'rwm' }, 'default');
      const allow = (
        key: string,
        rule: object,
        from: 'HostConfig.Devices' | 'HostConfig.DeviceCgroupRules' | 'default',
      ) => rooms.add('linux.resources.devices', key, { allow: true, ...rule } as never, from);
      for (const [name, [major, minor]] of Object.entries(everyContainer))
        allow(name, { type: 'c', major, minor, access: 'rwm' }, 'default');
      for (const { path, type, major, minor, access } of nodes)
        allow(path, { type, major, minor, access }, 'HostConfig.Devices');
      for (const rule of HostConfig.DeviceCgroupRules ?? [])
        allow(rule, ruleOf(rule), 'HostConfig.DeviceCgroupRules');
    },
  },
);

/** Character devices: major and minor numbers (Documentation/admin-guide/devices.txt). */
const everyContainer: Readonly<Record<string, [number, number]>> = {
  null: [1, 3],
  zero: [1, 5],
  full: [1, 7],
  random: [1, 8],
  urandom: [1, 9],
  tty: [5, 0],
  console: [5, 1],
};

/** `c 10:* rw` as OCI has it: a number left out stands for all. */
function ruleOf(rule: string): object {
  const [, type, major, minor, access] = rulePattern.exec(rule)!;
  return {
    type,
    access,
    ...(major === '*' ? {} : { major: Number(major) }),
    ...(minor === '*' ? {} : { minor: Number(minor) }),
  };
}
