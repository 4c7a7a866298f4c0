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
  goBoolean,
} from '@arca/plugin-kit';
import { CachedWriter } from './cached.js';
import { withPatience } from './patience.js';
import { NonBlockingWriter } from './non-blocking.js';

type Options = Readonly<Record<string, string>>;

/** Options that every driver has, handled here. */
const ownOptions = new Set(['mode', 'max-buffer-size']);
const cacheOptions = new Set(['cache-disabled', 'cache-max-size', 'cache-max-file', 'cache-compress']);
const defaultBufferSize = 1_000_000;
/** The driver that keeps the cache of those that cannot be read. */
const cacheDriver = 'local';

/** Sends each container to the logging driver that its `HostConfig.LogConfig` names. */
export class LogService implements Logs {
  /** By container id: the writers that may have dropped messages since the container was last started. */
  readonly #nonBlocking = new Map<string, NonBlockingWriter>();

  /** `loaded.logDrivers` is looked at when a container needs one: plugins come after their ports. */
  constructor(
    private readonly loaded: { readonly logDrivers: ReadonlyMap<string, LogDriver> },
    private readonly log: Log,
  ) {}

  get drivers(): readonly string[] {
    return [...this.#drivers.keys()].sort();
  }

  read(container: ContainerRecord, options: LogReadOptions): AsyncIterable<readonly LogEntry[]> {
    const driver = this.#cacheOf(container) ?? this.#driverOf(container);
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
    const disabled = options['cache-disabled'];
    if (disabled && goBoolean(disabled) === undefined) {
      throw invalidParameter(`invalid value for option cache-disabled: ${disabled}`, 'log.cache');
    }
    this.#driver(name).validate(driverOptions(options));
  }

  /** Opens the log of a container that is about to run. */
  async open(container: ContainerRecord): Promise<LogWriter> {
    const options = optionsOf(container);
    const own = await this.#driverOf(container).open(container, driverOptions(options));
    const writer = options['mode'] === 'non-blocking' ? this.#nonBlockingWriter(container, own) : own;
    const cache = await this.#cacheOf(container)
      ?.open(container, cacheDriverOptions(options))
      .catch(async (error: unknown) => {
        await writer.close().catch(() => undefined);
        throw error;
      });
    return withPatience(cache ? new CachedWriter(writer, cache) : writer);
  }

  /** Messages that `mode=non-blocking` has dropped since the container was last started; undefined in the other mode. */
  dropped({ id }: ContainerRecord): number | undefined {
    return this.#nonBlocking.get(id)?.dropped;
  }

  /** `LogPath` of inspect; empty when the driver keeps no file. */
  path(container: ContainerRecord): string {
    return this.#drivers.get(driverName(container))?.path?.(container) ?? '';
  }

  async remove(container: ContainerRecord): Promise<void> {
    this.#nonBlocking.delete(container.id);
    await this.#drivers.get(driverName(container))?.remove?.(container);
    await this.#cacheOf(container)?.remove?.(container);
  }

  #nonBlockingWriter(container: ContainerRecord, own: LogWriter): NonBlockingWriter {
    const writer = new NonBlockingWriter(own, bufferSize(optionsOf(container)), (error) =>
      this.log('error', 'a log line could not be kept', { container: container.id, error: String(error) }),
    );
    this.#nonBlocking.set(container.id, writer);
    return writer;
  }

  /** What keeps the cache of a container whose own driver cannot be read; undefined when there is none. */
  #cacheOf(container: ContainerRecord): LogDriver | undefined {
    const name = driverName(container);
    if (
      name === 'none' ||
      this.#drivers.get(name)?.read ||
      goBoolean(optionsOf(container)['cache-disabled'] ?? '')
    ) {
      return undefined;
    }
    return this.#drivers.get(cacheDriver);
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
  Object.fromEntries(
    Object.entries(options).filter(([name]) => !ownOptions.has(name) && !cacheOptions.has(name)),
  );

/** The options of the cache, under the names that its driver knows. */
const cacheDriverOptions = ({ 'cache-disabled': _, ...options }: Options): Options =>
  Object.fromEntries(
    Object.entries(options)
      .filter(([name]) => cacheOptions.has(name))
      .map(([name, value]) => [name.slice('cache-'.length), value]),
  );

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
