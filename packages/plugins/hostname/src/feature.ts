import { defineFeature, invalidParameter, sharedContainer, type Containers } from '@arca/plugin-kit';

/** The host's UTS namespace, or one of its own with the container's host and domain name. */
export const hostname = (containers: Pick<Containers, 'get' | 'list'>) =>
  defineFeature(
    {
      id: 'hostname',
      summary: 'Host name, domain name and UTS namespace',
      owns: ['Hostname', 'Domainname', 'HostConfig.UTSMode'],
      reads: ['HostConfig.NetworkMode'],
      writes: ['hostname', 'domainname', 'linux.namespaces[uts]'],
      offers: ['mounts[/etc/hostname]'],
      flags: { Hostname: '--hostname', Domainname: '--domainname', 'HostConfig.UTSMode': '--uts' },
    },
    {
      defaults({ Config, HostConfig }, { host, id }) {
        const shared = sharedContainer(HostConfig.NetworkMode);
        if (shared) {
          if (Config.Hostname) {
            throw invalidParameter(
              'conflicting options: hostname and the network mode',
              'hostname.shared-network',
            );
          }
          const other = containers.get(shared).body.Config;
          Config.Hostname = other.Hostname;
          Config.Domainname = other.Domainname;
        }
        const ofHost = HostConfig.NetworkMode === 'host' || HostConfig.UTSMode === 'host';
        Config.Hostname ||= ofHost ? host.hostname : id.slice(0, 12);
      },
      validate({ HostConfig }) {
        const mode = HostConfig.UTSMode;
        if (mode && mode !== 'host') throw invalidParameter(`invalid UTS mode: ${mode}`, 'hostname.uts-mode');
      },
      spec({ Config, HostConfig }, rooms) {
        const name = Config.Hostname ?? '';
        if (HostConfig.UTSMode !== 'host') {
          rooms.add('linux.namespaces', 'uts', {}, 'default');
          rooms.set('hostname', name, 'Hostname');
          if (Config.Domainname) rooms.set('domainname', Config.Domainname, 'Domainname');
        }
        const shared = sharedDirectory(containers, HostConfig.NetworkMode);
        const source = shared ? `${shared}/hostname` : rooms.file('hostname', `${name}\n`);
        const mount = { type: 'bind', source, options: ['rbind', 'rprivate'] };
        rooms.offer('mounts', '/etc/hostname', mount, 'Hostname');
      },
    },
  );

/** Of the container whose file this one has with its network, as dockerd; undefined: it has its own. */
function sharedDirectory(
  containers: Pick<Containers, 'get' | 'list'>,
  mode: string | null | undefined,
): string | undefined {
  const reference = sharedContainer(mode);
  if (!reference) return undefined;
  const { body, directory } = containers.get(reference);
  // One that has joined, too, has none of its own; who was removed has none left.
  const next = sharedContainer(body.HostConfig.NetworkMode);
  if (!next) return directory;
  if (!containers.list().some(({ id }) => id === next)) return undefined;
  return sharedDirectory(containers, body.HostConfig.NetworkMode);
}
