import { defineFeature, invalidParameter, sharedContainer, type Containers } from '@arca/plugin-kit';
import type { Connections } from './connections.js';
import { parseLink } from './links.js';
import { manifest } from './manifest.js';
import type { Networks } from './networks.js';
import { nothing, type NetworkRuntime } from './record.js';
import { completeRequest, validateRequest } from './request.js';
import { networkSettings, summaryPorts } from './settings.js';

const state = (runtime: object | undefined) => (runtime ?? nothing) as NetworkRuntime;

/** Connects a container to its network, publishes its ports, and tells it of names and resolvers. */
export const network = (networks: Networks, connections: Connections, containers: Containers) =>
  defineFeature(manifest, {
    defaults(fields, { image }) {
      completeRequest(fields, image.config);
      const other = sharedContainer(fields.HostConfig.NetworkMode);
      // By id: the name may belong to another container when this one starts.
      if (other) fields.HostConfig.NetworkMode = `container:${containers.get(other).id}`;
    },
    validate(fields) {
      validateRequest(fields);
      for (const text of fields.HostConfig.Links ?? []) linkTarget(text, containers);
    },
    adapt({ HostConfig }, { host, warn }) {
      const mode = HostConfig.NetworkMode ?? '';
      if (!host.features!.ipv4Forwarding && mode !== 'host' && mode !== 'none') {
        warn('IPv4 forwarding is disabled. Networking will not work.');
      }
      if (mode === 'host' && Object.keys(HostConfig.PortBindings ?? {}).length > 0) {
        warn('Published ports are discarded when using host network mode');
      }
    },
    start: (fields, context) => connections.open(fields, context),
    spec({ HostConfig }, rooms, { runtime }) {
      const { path, hosts, resolv, env, files } = state(runtime);
      for (const [name, value] of Object.entries(env))
        rooms.offer('process.env', name, value, 'HostConfig.Links');
      if (HostConfig.NetworkMode !== 'host') {
        rooms.add('linux.namespaces', 'network', path ? { path } : {}, 'HostConfig.NetworkMode');
      }
      const options = ['rbind', 'rprivate'];
      for (const [name, text] of Object.entries({ hosts, 'resolv.conf': resolv })) {
        const source = files ? `${files}/${name}` : rooms.file(name, text);
        rooms.offer('mounts', `/etc/${name}`, { type: 'bind', source, options }, 'HostConfig.NetworkMode');
      }
    },
    recover: (fields, context) => connections.recover(fields, context),
    exited(_fields, { container, runtime }) {
      connections.release(container.id, state(runtime));
      return Promise.resolve();
    },
    inspect(fields, { container, runtime }, answer) {
      answer.NetworkSettings = networkSettings(networks, container, fields, state(runtime));
      const { files } = state(runtime);
      if (files)
        Object.assign(answer, { HostsPath: `${files}/hosts`, ResolvConfPath: `${files}/resolv.conf` });
      const links = fields.HostConfig.Links?.map((text) => shownLink(text, container.name));
      if (links?.length) answer.HostConfig = { ...answer.HostConfig, Links: links };
    },
    list(fields, { container, runtime }, answer) {
      const settings = networkSettings(networks, container, fields, state(runtime));
      answer.Ports = summaryPorts(state(runtime));
      answer.NetworkSettings = { Networks: settings.Networks ?? {} };
      answer.HostConfig = { ...answer.HostConfig, NetworkMode: fields.HostConfig.NetworkMode };
    },
  });

/** Throws InvalidParameter for a link to a container that is not there. */
function linkTarget(text: string, containers: Containers): void {
  const { container } = parseLink(text);
  try {
    containers.get(container);
  } catch (error) {
    const words = `could not get container for ${container}: ${(error as Error).message}`;
    throw invalidParameter(words, 'network.links', { cause: error });
  }
}

/** `/target:/own/alias`, as dockerd shows links. */
function shownLink(text: string, own: string): string {
  const { container, alias } = parseLink(text);
  return `/${container}:/${own}/${alias}`;
}
