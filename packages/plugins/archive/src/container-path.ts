import { AgentError } from '@arca/agent-proto';
import {
  ArcaError,
  invalidParameter,
  notFound,
  systemError,
  type ContainerRecord,
  type Containers,
  type RestingMounts,
} from '@arca/plugin-kit';

export interface PathParams {
  id: string;
  path: string;
}

/** Whose files, and what tells what is mounted on them. */
export interface Looked {
  containers: Containers;
  atRest: RestingMounts;
}

/** The mounts of a container, held until `close`. */
export interface OpenMounts {
  mounts: FileMounts;
  close(): Promise<void>;
}

type FileMounts = { source: string; target: string; readOnly: boolean; image: number; subpath: string }[];

/** For reading: the mounts that a container which does not run would have. Processes of others tell of theirs. */
export async function openMounts(looked: Looked, container: ContainerRecord): Promise<OpenMounts> {
  if (container.state.pid > 0) return { mounts: [], close: () => Promise.resolve() };
  return openAllMounts(looked, container);
}

/** For writing: they count for a container that runs, too, since some may be written to where the rest may not. */
export async function openAllMounts(
  { containers, atRest }: Looked,
  container: ContainerRecord,
): Promise<OpenMounts> {
  const bound = await boundMounts(containers, container.id);
  if (container.state.pid > 0) return { mounts: bound, close: () => Promise.resolve() };
  const { mounts, close } = await atRest.open(container);
  const found = new Map(mounts.map((mount) => [mount.destination, mount]));
  return { mounts: bound.map((mount) => ({ ...mount, ...found.get(mount.target) })), close };
}

/** The host's files and directories in the container. */
async function boundMounts(containers: Containers, id: string): Promise<FileMounts> {
  const { spec } = await containers.spec(id);
  return (spec.mounts ?? [])
    .filter(({ type }) => type === 'bind')
    .map(({ source = '', destination, options = [] }) => ({
      ...{ source, target: destination, readOnly: options.includes('ro') || options.includes('rro') },
      ...{ image: 0, subpath: '' },
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
