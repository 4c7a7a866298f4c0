import { join } from 'node:path';
import type { ContainerInspectResponse, NetworkSettings } from '@arca/api';
import { never, type ContainerRecord } from '@arca/plugin-kit';

/** What inspect shows that is no part of the record. */
export interface InspectFacts {
  logPath: string;
  /** Messages that a non-blocking log has dropped; undefined: its log is not of that kind. */
  logDropped?: number | undefined;
  storageDriver: string;
  /** Of exec processes that run. */
  execIds: readonly string[];
}

/** The answer of inspect but for what features add to it. It shares nothing with the record. */
export function inspectAnswer(
  record: ContainerRecord,
  facts: InspectFacts,
): ContainerInspectResponse & { LogDropped?: number } {
  const { Config, HostConfig } = structuredClone(record.body);
  const [path = '', ...args] = commandOf(record);
  return {
    Id: record.id,
    Created: record.createdAt,
    Path: path,
    Args: args,
    State: stateAnswer(record),
    Image: record.image.id,
    ...filePaths(record),
    LogPath: facts.logPath,
    // Arca's own, and there only for a log that can drop.
    ...(facts.logDropped === undefined ? {} : { LogDropped: facts.logDropped }),
    Name: `/${record.name}`,
    RestartCount: record.state.restartCount,
    Driver: facts.storageDriver,
    Platform: record.platform,
    MountLabel: '',
    ProcessLabel: '',
    AppArmorProfile: '',
    // dockerd answers null when there is none.
    ExecIDs: (facts.execIds.length > 0 ? [...facts.execIds] : null) as string[],
    HostConfig,
    GraphDriver: { Name: facts.storageDriver, Data: { ...record.layer } },
    Mounts: [],
    Config,
    NetworkSettings: noNetwork(),
  };
}

/** Entrypoint and arguments: what runs. */
export function commandOf({ body: { Config } }: ContainerRecord): string[] {
  return [...(Config.Entrypoint ?? []), ...(Config.Cmd ?? [])];
}

function stateAnswer({ state }: ContainerRecord): NonNullable<ContainerInspectResponse['State']> {
  const { status } = state;
  return {
    Status: status,
    // A paused container, and one that waits for its restart, count as running too.
    Running: ['running', 'paused', 'restarting'].includes(status),
    Paused: status === 'paused',
    Restarting: status === 'restarting',
    OOMKilled: state.oomKilled,
    Dead: status === 'dead',
    Pid: state.pid,
    ExitCode: state.exitCode,
    Error: state.error,
    StartedAt: state.startedAt,
    FinishedAt: state.finishedAt,
  };
}

/** The files that are mounted into every container; made when it is started for the first time. */
function filePaths({
  directory,
  state,
}: ContainerRecord): Pick<ContainerInspectResponse, 'ResolvConfPath' | 'HostnamePath' | 'HostsPath'> {
  const path = (name: string) => (state.startedAt === never ? '' : join(directory, name));
  return { ResolvConfPath: path('resolv.conf'), HostnamePath: path('hostname'), HostsPath: path('hosts') };
}

const noNetwork = (): NetworkSettings => ({
  Bridge: '',
  SandboxID: '',
  SandboxKey: '',
  Ports: {},
  HairpinMode: false,
  LinkLocalIPv6Address: '',
  LinkLocalIPv6PrefixLen: 0,
  // null, not a list, as dockerd has it.
  SecondaryIPAddresses: null as unknown as [],
  SecondaryIPv6Addresses: null as unknown as [],
  EndpointID: '',
  Gateway: '',
  GlobalIPv6Address: '',
  GlobalIPv6PrefixLen: 0,
  IPAddress: '',
  IPPrefixLen: 0,
  IPv6Gateway: '',
  MacAddress: '',
  Networks: {},
});
