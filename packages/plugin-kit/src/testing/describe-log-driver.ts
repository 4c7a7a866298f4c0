import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArcaError } from '../errors.js';
import type { LogBatch, LogDriver, LogEntry } from '../ports/logs.js';
import { containerRecord } from './records.js';

/** The two functions of a test runner; mocha, Jest and Vitest have them as globals. */
interface Runner {
  describe(title: string, suite: () => void): void;
  it(title: string, test: () => Promise<void>): void;
}

/** A collector of the driver's protocol, which decodes by itself. */
export interface TestCollector {
  /** Options that send a log to it. */
  readonly options: Readonly<Record<string, string>>;
  /** The texts that have come, in order; waits until there are `count`. */
  lines(count: number): Promise<string[]>;
  close(): Promise<void>;
}

export interface LogDriverCase {
  /** What an option named `no-such` is refused with. */
  unknownOption: string;
  /** Options without which the driver refuses every configuration. */
  required?: Readonly<Record<string, string>>;
  /** For drivers that send their lines away. Without one the driver must be readable. */
  collector?(): Promise<TestCollector>;
  /** The protocol has no empty lines. */
  skipsEmptyLines?: boolean;
}

const texts = ['one', '', 'two words', 'ünï', 'last'];

/** The suite that every logging driver passes; docs/logging-drivers.md tells the rules that it checks. */
export function describeLogDriver(
  make: () => LogDriver,
  given: LogDriverCase,
  runner: Runner = globalThis as unknown as Runner,
): void {
  const driver = make();
  const expected = texts.filter((text) => text !== '' || !given.skipsEmptyLines);
  runner.describe(`logging driver ${driver.name}`, () => {
    runner.it('refuses an option that it does not know', () => {
      const bad = () => driver.validate({ ...given.required, 'no-such': '1' });
      assert.throws(bad, (error) => error instanceof ArcaError && error.message === given.unknownOption);
      return Promise.resolve();
    });
    runner.it('keeps lines whole and in order, and all of them once it is closed', () =>
      inWorld(given, async ({ container, options, lines }) => {
        driver.validate(options);
        const writer = await driver.open(container, options);
        for (const text of texts) {
          const given = batch(`${text}\n`);
          const wait = writer.write(given);
          given.data.fill('#'); // the memory was lent
          await wait;
        }
        await writer.close();
        assert.deepEqual(await lines(driver, expected.length), expected);
      }),
    );
    runner.it('takes many lines at once, and lets go of a container that writes on without waiting', () =>
      inWorld(given, async ({ container, options, lines }) => {
        const writer = await driver.open(container, options);
        const many = Array.from({ length: 500 }, (_, n) => `line ${n}`);
        const waits = [many.slice(0, 250), many.slice(250)].map((part) =>
          writer.write(batch(part.map((text) => `${text}\n`).join(''))),
        );
        for (const wait of waits) await wait;
        await writer.close();
        assert.deepEqual(await lines(driver, many.length), many);
      }),
    );
    runner.it('goes on after it was closed and opened again', () =>
      inWorld(given, async ({ container, options, lines }) => {
        for (const text of ['first\n', 'second\n']) {
          const writer = await driver.open(container, options);
          await writer.write(batch(text));
          await writer.close();
        }
        assert.deepEqual(await lines(driver, 2), ['first', 'second']);
      }),
    );
  });
}

const batch = (text: string): LogBatch => ({
  stream: 'stdout',
  time: BigInt(Date.now()) * 1_000_000n,
  data: Buffer.from(text),
});

interface World {
  container: ReturnType<typeof containerRecord>;
  options: Readonly<Record<string, string>>;
  lines(driver: LogDriver, count: number): Promise<string[]>;
}

async function inWorld(given: LogDriverCase, test: (world: World) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'arca-log-driver-'));
  const collector = await given.collector?.();
  const container = containerRecord({ directory: join(directory, 'container') });
  try {
    await test({
      container,
      options: { ...given.required, ...collector?.options },
      lines: (driver, count) =>
        collector ? collector.lines(count) : readAll(driver, container).then((all) => all.map(textOf)),
    });
  } finally {
    await collector?.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function readAll(driver: LogDriver, container: World['container']): Promise<LogEntry[]> {
  assert.ok(driver.read, 'a driver without a collector must be readable');
  const all: LogEntry[] = [];
  const signal = new AbortController().signal;
  for await (const entries of driver.read(container, { follow: false, signal })) all.push(...entries);
  return all;
}

const textOf = ({ line }: LogEntry) => line.toString();
