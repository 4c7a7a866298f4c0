import { AgentError, type Agent } from '@arca/agent-proto';
import {
  invalidParameter,
  parseSize,
  systemError,
  type VolumeDriver,
  type VolumeSource,
} from '@arca/plugin-kit';

/** Volumes in memory. What is in one lasts as long as some container uses it. */
export class MemoryDriver implements VolumeDriver {
  readonly name = 'memory';
  readonly scope = 'local';

  constructor(private readonly agent: Pick<Agent, 'volumes'>) {}

  check({ options }: VolumeSource): void {
    const unknown = Object.keys(options).find((option) => option !== 'size' && option !== 'mode');
    if (unknown !== undefined) throw invalidParameter(`memory volumes have no option ${unknown}`);
    sizeOf(options);
    if (!/^[0-7]{3,4}$/.test(modeOf(options))) throw invalidParameter(`invalid mode: ${options.mode}`);
  }

  async create({ name }: VolumeSource): Promise<string> {
    return (await asked(this.agent.volumes.create({ name }))).mountpoint;
  }

  async mount({ name, options }: VolumeSource): Promise<string> {
    const mountpoint = await this.create({ name, options });
    const limits = `size=${sizeOf(options)},mode=${modeOf(options)}`;
    await asked(this.agent.volumes.mount({ name, type: 'tmpfs', device: 'tmpfs', options: limits }));
    return mountpoint;
  }

  async unmount({ name }: VolumeSource): Promise<void> {
    await asked(this.agent.volumes.unmount({ name }));
  }

  async remove({ name }: VolumeSource): Promise<void> {
    await asked(this.agent.volumes.remove({ name }));
  }

  async status({ options }: VolumeSource): Promise<Record<string, unknown>> {
    return { Limit: sizeOf(options) };
  }
}

/** Bytes. */
function sizeOf({ size = '' }: VolumeSource['options']): number {
  const bytes = parseSize(size, 1024);
  if (bytes === undefined || bytes <= 0)
    throw invalidParameter('memory volumes need a size, such as size=64m');
  return bytes;
}

const modeOf = ({ mode = '1777' }: VolumeSource['options']): string => mode;

/** The agent's errors have codes of their own; a driver throws those of the API. */
function asked<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw error instanceof AgentError ? systemError(error.message, 'acme.memory', { cause: error }) : error;
  });
}
