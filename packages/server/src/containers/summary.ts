import type { ContainerSummary } from '@arca/api';
import { never, parseInstant, type ContainerRecord, type ContainerState } from '@arca/plugin-kit';
import { humanDuration } from './duration.js';
import { commandOf } from './inspect.js';

/** An entry of the list but for what features add to it. `now`: nanoseconds since the epoch. */
export function summaryAnswer(record: ContainerRecord, now: bigint): ContainerSummary {
  const { Labels, Image } = record.body.Config;
  const { NetworkMode, Annotations } = record.body.HostConfig;
  return {
    Id: record.id,
    Names: [`/${record.name}`],
    Image: Image ?? '',
    ImageID: record.image.id,
    Command: command(record),
    Created: Number(parseInstant(record.createdAt) / 1_000_000_000n),
    Ports: [],
    Labels: { ...Labels },
    State: record.state.status,
    Status: statusText(record.state, now),
    HostConfig: {
      NetworkMode: NetworkMode ?? '',
      ...(Annotations ? { Annotations: { ...Annotations } } : {}),
    },
    NetworkSettings: { Networks: {} },
    Mounts: [],
  };
}

/** Arguments with spaces are put in quotes; the program is not. */
function command(record: ContainerRecord): string {
  const [path = '', ...args] = commandOf(record);
  return [path, ...args.map((arg) => (arg.includes(' ') ? `'${arg}'` : arg))].join(' ');
}

/** `Up 3 seconds`, `Exited (0) 2 minutes ago` … */
export function statusText(state: Readonly<ContainerState>, now: bigint): string {
  const since = (instant: string) => humanDuration(Number((now - parseInstant(instant)) / 1_000_000n));
  switch (state.status) {
    case 'running':
      return `Up ${since(state.startedAt)}`;
    case 'paused':
      return `Up ${since(state.startedAt)} (Paused)`;
    case 'restarting':
      return `Restarting (${state.exitCode}) ${since(state.finishedAt)} ago`;
    case 'removing':
      return 'Removal In Progress';
    case 'dead':
      return 'Dead';
    case 'created':
      return 'Created';
    case 'exited':
      return state.finishedAt === never ? '' : `Exited (${state.exitCode}) ${since(state.finishedAt)} ago`;
  }
}
