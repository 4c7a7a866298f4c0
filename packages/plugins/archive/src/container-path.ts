import { AgentError } from '@arca/agent-proto';
import {
  ArcaError,
  invalidParameter,
  notFound,
  systemError,
  type ContainerRecord,
  type Containers,
} from '@arca/plugin-kit';

export interface PathParams {
  id: string;
  path: string;
}

/**
 * What the agent is asked for: the path, and for a container that does not run the mounts that it would have. Its
 * processes tell of those that it has.
 */
export async function fileRequest(containers: Containers, { id, state }: ContainerRecord, path: string) {
  const request = { containerId: id, path };
  return { ...request, mounts: state.pid > 0 ? [] : await mountsOf(containers, id) };
}

/** The host's files and directories in the container. */
export async function mountsOf(containers: Containers, id: string) {
  const { spec } = await containers.spec(id);
  return (spec.mounts ?? [])
    .filter(({ type }) => type === 'bind')
    .map(({ source = '', destination, options = [] }) => ({
      ...{ source, target: destination, readOnly: options.includes('ro') || options.includes('rro') },
    }));
}

/** The agent's failure in dockerd's words. */
export function pathFailure(error: unknown, { id, path }: PathParams): unknown {
  if (error instanceof ArcaError || !(error instanceof AgentError)) return error;
  const options = { cause: error };
  switch (error.code) {
    case 'NOT_FOUND':
      return notFound(`Could not find the file ${path} in container ${id}`, 'archive.unknown-path', options);
    case 'INVALID_ARGUMENT':
    case 'PERMISSION_DENIED':
      return invalidParameter(error.message, 'archive.target', options);
    default:
      return systemError(error.message, 'archive.failed', options);
  }
}
