import {
  invalidParameter,
  notImplemented,
  parseSize,
  type ContainerRecord,
  type Log,
  type LogDriver,
  type LogEntry,
  type LogReadOptions,
  type Logs,
  type LogWriter,
} from '@arca/plugin-kit';
import { NonBlockingWriter } from './non-blocking.js';

type Options = Readonly<Record<string, string>>;

/** Options that every driver has, handled here. */
const ownOptions = new Set(['mode', 'max-buffer-size']);
const defaultBufferSize = 1024 * 1024;

/** Sends each container to the logging driver that its `HostConfig.LogConfig` names. */
export class LogService implements Logs {
  /** `loaded.logDrivers` is looked at when a container needs one: plugins come after their ports. */
  constructor(
    private readonly loaded: { readonly logDrivers: ReadonlyMap<string, LogDriver> },
    private readonly log: Log,
  ) {}

  get drivers(): readonly string[] {
    return [...this.#drivers.keys()].sort();
  }

  read(container: ContainerRecord, options: LogReadOptions): AsyncIterable<readonly LogEntry[]> {
    const driver = this.#driverOf(container);
    if (!driver.read) {
      throw notImplemented('configured logging driver does not support reading', 'log.not-readable');
    }
    return driver.read(container, options);
  }

  validate(name: string, options: Options): void {
    if (name === 'none') return;
    const mode = options['mode'] ?? '';
    if (!['', 'blocking', 'non-blocking'].includes(mode)) {
      throw invalidParameter(`logger: logging mode not supported: ${mode}`, 'log.mode');
    }
    if (options['max-buffer-size'] !== undefined) {
      if (mode !== 'non-blocking') {
        throw invalidParameter(
          "logger: max-buffer-size option is only supported with 'mode=non-blocking'",
          'log.buffer-size',
        );
      }
      bufferSize(options);
    }
    this.#driver(name).validate(driverOptions(options));
  }

  /** Opens the log of a container that is about to run. */
  async open(container: ContainerRecord): Promise<LogWriter> {
    const options = optionsOf(container);
    const writer = await this.#driverOf(container).open(container, driverOptions(options));
    if (options['mode'] !== 'non-blocking') return writer;
    return new NonBlockingWriter(writer, bufferSize(options), (error) =>
      this.log('error', 'a log line could not be kept', { container: container.id, error: String(error) }),
    );
  }

  /** `LogPath` of inspect; empty when the driver keeps no file. */
  path(container: ContainerRecord): string {
    return this.#drivers.get(driverName(container))?.path?.(container) ?? '';
  }

  async remove(container: ContainerRecord): Promise<void> {
    await this.#drivers.get(driverName(container))?.remove?.(container);
  }

  get #drivers(): ReadonlyMap<string, LogDriver> {
    return this.loaded.logDrivers;
  }

  #driverOf(container: ContainerRecord): LogDriver {
    return this.#driver(driverName(container));
  }

  #driver(name: string): LogDriver {
    const driver = this.#drivers.get(name);
    if (!driver) throw invalidParameter(`logger: no log driver named '${name}' is registered`, 'log.driver');
    return driver;
  }
}

const driverName = (container: ContainerRecord) => container.body.HostConfig.LogConfig?.Type ?? '';
const optionsOf = (container: ContainerRecord): Options => container.body.HostConfig.LogConfig?.Config ?? {};
const driverOptions = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([name]) => !ownOptions.has(name)));

function bufferSize(options: Options): number {
  const text = options['max-buffer-size'];
  if (text === undefined) return defaultBufferSize;
  const size = parseSize(text, 1024);
  if (size === undefined) {
    throw invalidParameter(
      `error parsing option max-buffer-size: invalid size: '${text}'`,
      'log.buffer-size',
    );
  }
  return size;
}
