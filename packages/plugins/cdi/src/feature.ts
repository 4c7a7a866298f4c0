import type { Agent } from '@arca/agent-proto';
import type { DeviceRequest } from '@arca/api';
import { defineFeature, invalidParameter, systemError, type Daemon, type JsonObject } from '@arca/plugin-kit';
import { CdiDevices, type DeviceNode, type Edits } from './specs.js';
import { writeEdits, type ResolvedNode } from './rooms.js';

/** What `start` has found: the edits, their device nodes with all that the host says of them. */
export interface Found {
  edits: (Omit<Edits, 'deviceNodes'> & { deviceNodes: ResolvedNode[] })[];
}

/** Requests for devices, which CDI specifications on the agent's host fulfil. */
export const cdi = (daemon: Pick<Daemon, 'cdiSpecDirs'>) =>
  defineFeature(
    {
      id: 'cdi',
      summary: 'Devices by CDI specifications, GPUs among them',
      owns: ['HostConfig.DeviceRequests'],
      overrides: ['process.env[]', 'mounts[]', 'linux.devices[]', 'linux.resources.devices[]'],
      writes: [
        'process.user.additionalGids[]',
        'hooks.prestart[]',
        'hooks.createRuntime[]',
        'hooks.createContainer[]',
        'hooks.startContainer[]',
        'hooks.poststart[]',
        'hooks.poststop[]',
      ],
      flags: { 'HostConfig.DeviceRequests': '--gpus, --device' },
    },
    {
      validate({ HostConfig }) {
        for (const { Driver, Count, Options, DeviceIDs } of HostConfig.DeviceRequests ?? []) {
          if (Driver === 'cdi') {
            if (Count) throw invalidParameter('unexpected count in CDI device request', 'cdi.count');
            if (Object.keys(Options ?? {}).length > 0)
              throw invalidParameter('unexpected options in CDI device request', 'cdi.options');
          } else if (Count && DeviceIDs?.length) {
            throw invalidParameter('cannot set both Count and DeviceIDs on device request', 'cdi.count');
          }
        }
      },
      async start({ HostConfig }, { agent }): Promise<JsonObject | undefined> {
        const requests = HostConfig.DeviceRequests ?? [];
        if (requests.length === 0) return undefined;
        const { specs } = await agent.system.cdiSpecs({ directories: [...daemon.cdiSpecDirs] });
        const devices = new CdiDevices(specs);
        const names = [...new Set(requests.flatMap((request) => namesOf(request, devices)))];
        const missing = devices.missing(names);
        if (missing.length > 0) {
          const text = `CDI device injection failed: unresolvable CDI devices ${missing.join(', ')}`;
          throw systemError(text, 'cdi.unresolvable');
        }
        const found = {
          edits: await Promise.all(devices.edits(names).map((edits) => resolve(edits, agent))),
        };
        return found as unknown as JsonObject;
      },
      spec(_fields, rooms, { runtime }) {
        const { edits = [] } = (runtime ?? {}) as unknown as Partial<Found>;
        writeEdits(edits, rooms);
      },
    },
  );

/** The qualified names of a request's devices. Throws System when no driver serves it. */
function namesOf(
  { Driver = '', Count = 0, DeviceIDs, Capabilities }: DeviceRequest,
  devices: CdiDevices,
): string[] {
  if (Driver === 'cdi') return DeviceIDs ?? [];
  const isGpu = (Capabilities ?? []).some((all) => all?.includes('gpu') || all?.includes('nvidia'));
  const gpus =
    isGpu && ['', 'nvidia', 'amd'].includes(Driver ?? '') && devices.gpus(Count ?? 0, DeviceIDs ?? []);
  if (gpus) return gpus;
  const shown = `[${(Capabilities ?? []).map((all) => `[${(all ?? []).join(' ')}]`).join(' ')}]`;
  const text = `could not select device driver ${JSON.stringify(Driver ?? '')} with capabilities: ${shown}`;
  throw systemError(text, 'cdi.no-driver');
}

/** What a specification leaves out of its device nodes is as it is on the host. */
async function resolve(edits: Edits, agent: Agent): Promise<Found['edits'][number]> {
  const nodes = edits.deviceNodes ?? [];
  if (nodes.length === 0) return { ...edits, deviceNodes: [] };
  const { groups } = await agent.system.devices({ paths: nodes.map(hostPath), all: false });
  return {
    ...edits,
    deviceNodes: nodes.map((node, index): ResolvedNode => {
      const { type, major, minor, fileMode, uid, gid, permissions = 'rwm' } = node;
      const there = groups[index]?.devices[0];
      if (!there && (type === undefined || major === undefined)) {
        const text = `CDI device injection failed: failed to inject devices: no device node ${hostPath(node)}`;
        throw systemError(text, 'cdi.node');
      }
      return {
        path: node.path,
        type: type ?? there!.type,
        major: major ?? there!.major,
        minor: minor ?? there?.minor ?? 0,
        fileMode: fileMode ?? there?.mode,
        uid: uid ?? there?.uid,
        gid: gid ?? there?.gid,
        permissions,
      };
    }),
  };
}

const hostPath = ({ path, hostPath: other }: DeviceNode): string => other || path;
