import type { World } from './world.js';

/** A request that is answered by a status, by operation. */
export type StatusCases = Readonly<Record<string, Partial<Record<number, (on: World) => Promise<number>>>>>;

/** Statuses that the description has from Docker's, and that Docker's own engine never answers. */
export const neverAnswered: Readonly<Record<string, string>> = {
  'ContainerAttachWebsocket 200': 'a handshake that succeeds is answered by 101',
  'ContainerDelete 400': 'any value of its parameters is a boolean to Go',
  'ContainerUnpause 409': 'what is not paused is answered by 500, whether it runs or not',
  'PutContainerArchive 403': 'what is read-only is answered by 400',
};

/** Operations whose 500 needs a daemon, a disk or a kernel that fails, which a request alone cannot bring about. */
export const failsOnlyWhenBroken: readonly string[] = [
  ...['ContainerStop', 'ContainerKill', 'ContainerPause', 'ContainerWait', 'ContainerRename'],
  ...['ContainerDelete', 'ContainerPrune', 'ContainerLogs', 'ContainerStats', 'ContainerChanges'],
  ...['ContainerExport', 'ContainerAttach', 'ContainerAttachWebsocket', 'ContainerResize', 'ContainerExec'],
  ...['ExecStart', 'ExecResize', 'ExecInspect'],
];
