import type { HostInfo } from '@arca/agent-proto';
import type { Process } from '@arca/oci-spec';
import {
  allCapabilities,
  givenBy,
  resolveUser,
  type ContainerRecord,
  type ExecSettings,
} from '@arca/plugin-kit';
import type { Accounts } from '../containers/collaborators.js';

/** OCI `process.user` of a user of the container. Throws InvalidParameter for one that it does not have. */
export function execUser(
  user: string,
  { body }: ContainerRecord,
  { passwd, group }: Accounts,
): Process['user'] {
  const { uid, gid, additionalGids } = resolveUser(user, body.HostConfig.GroupAdd ?? [], passwd, group);
  return { uid, gid, additionalGids };
}

/** The exec's OCI `process`: the container's own, but for what the exec says. `user` undefined: the container's. */
export function execProcess(
  container: Process,
  { args, env, workingDir, terminal, privileged }: ExecSettings,
  user: Process['user'] | undefined,
  consoleSize: [height: number, width: number] | undefined,
  host: Pick<HostInfo, 'capabilities'> = { capabilities: [] },
): Process {
  const process: Process = {
    ...container,
    args,
    env,
    cwd: workingDir || '/',
    terminal,
    user: user ?? container.user,
  };
  delete process.consoleSize;
  if (terminal && consoleSize) process.consoleSize = { height: consoleSize[0], width: consoleSize[1] };
  if (privileged) {
    const all = givenBy(host, allCapabilities);
    process.capabilities = { bounding: all, permitted: all, effective: all };
  }
  return process;
}
