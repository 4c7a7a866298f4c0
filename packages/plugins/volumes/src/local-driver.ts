import { AgentError, type Agent } from '@arca/agent-proto';
import {
  invalidParameter,
  parseSize,
  systemError,
  type VolumeDriver,
  type VolumeSource,
} from '@arca/plugin-kit';

const known = ['type', 'device', 'o', 'size'];
/** Options that make sense with others only. */
const needs: Readonly<Record<string, readonly string[]>> = {
  device: ['type'],
  type: ['device'],
  o: ['device', 'type'],
};

/** Directories of the agent's host; with the options `type`, `device` and `o` something is mounted on them. */
export class LocalDriver implements VolumeDriver {
  readonly name = 'local';
  readonly scope = 'local';

  constructor(private readonly agent: Pick<Agent, 'volumes'>) {}

  check({ name, options }: VolumeSource): void {
    checkName(name);
    checkOptions(options);
  }

  async create({ name }: VolumeSource): Promise<string> {
    return (await this.#asked(this.agent.volumes.create({ name }))).mountpoint;
  }

  async remove({ name }: VolumeSource): Promise<void> {
    await this.#asked(this.agent.volumes.remove({ name }));
  }

  async mount(volume: VolumeSource): Promise<string> {
    const { name, options } = volume;
    const mountpoint = await this.create(volume);
    if (isMounted(volume)) {
      const { type = '', device = '', o = '' } = options;
      await this.#asked(this.agent.volumes.mount({ name, type, device, options: o }));
    }
    return mountpoint;
  }

  async unmount(volume: VolumeSource): Promise<void> {
    if (isMounted(volume)) await this.#asked(this.agent.volumes.unmount({ name: volume.name }));
  }

  #asked<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      if (!(error instanceof AgentError)) throw error;
      throw systemError(error.message, 'volumes.local', { cause: error });
    });
  }
}

const isMounted = ({ options }: VolumeSource): boolean => Boolean(options['device'] ?? options['type']);

function checkName(name: string): void {
  if (name.length === 1) {
    const text = 'volume name is too short, names should be at least two alphanumeric characters';
    throw invalidParameter(text, 'volumes.name');
  }
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) {
    const text = `${JSON.stringify(name)} includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`;
    throw invalidParameter(text, 'volumes.name');
  }
}

function checkOptions(options: VolumeSource['options']): void {
  const refuse = (text: string) => invalidParameter(text, 'volumes.option');
  const unknown = Object.keys(options).find((option) => !known.includes(option));
  if (unknown !== undefined) throw refuse(`invalid option: ${JSON.stringify(unknown)}`);
  const { type, device, size } = options;
  if (type === 'cifs' && device && hasPort(device)) {
    throw refuse("port not allowed in CIFS device URL, include 'port' in 'o='");
  }
  if (size !== undefined) {
    const bytes = parseSize(size, 1024);
    if (bytes === undefined) throw refuse(`invalid size: '${size}'`);
    if (bytes > 0) throw refuse('quota size requested but no quota support');
  }
  for (const [option, others] of Object.entries(needs)) {
    const missing = option in options && others.find((other) => !(other in options));
    if (missing) throw refuse(`missing required option: ${JSON.stringify(missing)}`);
  }
}

const hasPort = (device: string): boolean => /^(?:[a-z]+:)?\/\/[^/]*:\d+(?:\/|$)/i.test(device);
