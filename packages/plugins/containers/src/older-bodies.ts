import type { Agent } from '@arca/agent-proto';
import type { Mount } from '@arca/api';
import { invalidParameter, type Call, type CreateBody } from '@arca/plugin-kit';

type Version = Pick<Call, 'atLeast'>;

/**
 * What a create body means to the version of the API that its client speaks: fields that the version does not have are
 * dropped, as they were when it was new, and defaults are the version's. Throws InvalidParameter where dockerd refuses a
 * field rather than drop it, and for options of a mount that are not of its type.
 */
export async function adaptOlderBody(
  body: CreateBody,
  call: Version,
  agent: Pick<Agent, 'system'>,
): Promise<CreateBody> {
  const { HostConfig: host } = body;
  const adapted = {
    ...body,
    Config: adaptConfig(body.Config, call),
    HostConfig: {
      ...dropHostFields(host, call),
      ...(host.Mounts && { Mounts: host.Mounts.map((mount) => adaptMount(mount, call)) }),
    },
    NetworkingConfig: adaptNetworking(body.NetworkingConfig, call),
  };
  // Older clients count on the defaults of their time.
  if (!call.atLeast('1.40')) adapted.HostConfig.IpcMode ||= 'shareable';
  if (!call.atLeast('1.41') && !adapted.HostConfig.CgroupnsMode) {
    const { cgroupVersion } = await agent.system.info({});
    if (cgroupVersion === 1) adapted.HostConfig.CgroupnsMode = 'host';
  }
  return adapted;
}

function dropHostFields(host: CreateBody['HostConfig'], call: Version): CreateBody['HostConfig'] {
  return {
    ...host,
    ...(!call.atLeast('1.25') && { AutoRemove: false }),
    ...(!call.atLeast('1.40') && { KernelMemoryTCP: 0 }),
    ...(!call.atLeast('1.42') && { ConsoleSize: undefined }),
    ...(!call.atLeast('1.43') && { Annotations: undefined }),
  };
}

function adaptConfig(config: CreateBody['Config'], call: Version): CreateBody['Config'] {
  if (!config.Healthcheck || call.atLeast('1.44')) return config;
  return { ...config, Healthcheck: { ...config.Healthcheck, StartInterval: 0 } };
}

/** Options of a mount and the type that they are for. */
const options = { VolumeOptions: 'volume', BindOptions: 'bind', TmpfsOptions: 'tmpfs' } as const;
type OptionName = keyof typeof options;

function adaptMount(given: Mount, call: Version): Mount {
  const mount = { ...given };
  for (const [name, type] of Object.entries(options) as [OptionName, string][]) {
    if (!mount[name] || mount.Type === type) continue;
    if (call.atLeast('1.42')) {
      throw invalidParameter(`${name} must not be specified on mount type "${mount.Type}"`, 'mount.options');
    }
    if (name !== 'BindOptions') delete mount[name];
  }
  refuseNewer(mount, call);
  if (!mount.BindOptions || call.atLeast('1.42')) return mount;
  const { NonRecursive, ...bind } = mount.BindOptions;
  const kept = call.atLeast('1.40') && { NonRecursive };
  return { ...mount, BindOptions: { ...bind, ...kept, CreateMountpoint: false } };
}

/** Fields that a client cannot have meant to be dropped. */
function refuseNewer(mount: Mount, call: Version): void {
  const refuse = (what: string, version: string) => {
    throw invalidParameter(`${what} needs API v${version} or newer`, 'mount.newer');
  };
  if (!call.atLeast('1.44') && mount.Type === 'bind' && mount.BindOptions?.ReadOnlyForceRecursive)
    refuse('BindOptions.ReadOnlyForceRecursive', '1.44');
  if (!call.atLeast('1.45') && mount.VolumeOptions?.Subpath) refuse('VolumeOptions.Subpath', '1.45');
  if (!call.atLeast('1.48') && mount.Type === 'image') refuse('Mount type "Image"', '1.48');
}

function adaptNetworking(
  networking: CreateBody['NetworkingConfig'],
  call: Version,
): CreateBody['NetworkingConfig'] {
  const endpoints = Object.entries(networking.EndpointsConfig ?? {});
  if (endpoints.length === 0 || call.atLeast('1.48')) return networking;
  if (endpoints.length > 1 && !call.atLeast('1.44')) {
    const names = endpoints.map(([name]) => name).join(', ');
    throw invalidParameter(
      `Container cannot be created with multiple network endpoints: ${names}`,
      'network.endpoints',
    );
  }
  const dropped = { GwPriority: 0, ...(!call.atLeast('1.44') && { MacAddress: '' }) };
  return {
    ...networking,
    EndpointsConfig: Object.fromEntries(
      endpoints.map(([name, endpoint]) => [name, endpoint && { ...endpoint, ...dropped }]),
    ),
  };
}
