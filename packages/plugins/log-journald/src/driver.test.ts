import type { LocalDatagrams, LogBatch } from '@arca/plugin-kit';
import { containerRecord, describeLogDriver, type TestCollector } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { journald } from './driver.js';
import { fieldName } from './fields.js';

/** Reads entries as journald's description says. */
class Journal implements LocalDatagrams, TestCollector {
  readonly options = {};
  readonly entries: Record<string, string>[] = [];
  sealed = 0;
  /** Bytes that fit into a datagram. */
  room = Infinity;

  connect(path: string) {
    if (path !== '/journal') throw Object.assign(new Error(path), { code: 'ENOENT' });
    return {
      send: (data: Uint8Array) => {
        if (data.length > this.room) return Promise.reject(Object.assign(new Error(), { code: 'EMSGSIZE' }));
        this.#read(Buffer.from(data));
        return Promise.resolve();
      },
      sendSealed: (data: Uint8Array) => {
        this.sealed++;
        this.#read(Buffer.from(data));
        return Promise.resolve();
      },
      close: () => undefined,
    };
  }

  #read(data: Buffer): void {
    const entry: Record<string, string> = {};
    for (let at = 0; at < data.length;) {
      const end = data.indexOf('\n', at);
      const [name = '', ...value] = data.toString('utf8', at, end).split('=');
      at = end + 1;
      if (value.length > 0) entry[name] = value.join('=');
      else {
        const length = Number(data.readBigUInt64LE(at));
        entry[name] = data.toString('utf8', at + 8, at + 8 + length);
        at += 8 + length + 1;
      }
    }
    this.entries.push(entry);
  }

  lines(): Promise<string[]> {
    return Promise.resolve(this.entries.map(({ MESSAGE = '' }) => MESSAGE));
  }
  close(): Promise<void> {
    this.entries.length = 0;
    return Promise.resolve();
  }
}

const shared = new Journal();
describeLogDriver(() => journald(shared, '/journal'), {
  unknownOption: "unknown log opt 'no-such' for journald log driver",
  collector: () => Promise.resolve(shared),
});

const batch = (text: string): LogBatch => ({
  stream: 'stderr',
  time: 1_700_000_000_120_000_000n,
  data: Buffer.from(text),
});

describe('journald driver (unit)', () => {
  it('tells of the container, and marks pieces', async () => {
    const journal = new Journal();
    const Labels = { 'com.example/tier': 'web\nand more' };
    const container = containerRecord({ body: { Config: { Labels } } });
    const writer = await journald(journal, '/journal').open(container, {
      labels: 'com.example/tier',
      tag: '{{.Name}}',
    });
    void writer.write(batch('line\n'));
    void writer.write(batch('x'.repeat(16 * 1024)));
    void writer.write(batch('end\n'));
    await writer.close();
    expect(journal.entries[0]).to.include({
      ...{
        PRIORITY: '3',
        MESSAGE: 'line',
        CONTAINER_ID: container.id.slice(0, 12),
        CONTAINER_TAG: 'brave_name',
      },
      ...{ CONTAINER_ID_FULL: container.id, CONTAINER_NAME: 'brave_name', SYSLOG_IDENTIFIER: 'brave_name' },
      ...{ IMAGE_NAME: 'example:latest', COM_EXAMPLE_TIER: 'web\nand more', CONTAINER_LOG_ORDINAL: '1' },
      SYSLOG_TIMESTAMP: '2023-11-14T22:13:20.12Z',
    });
    expect(journal.entries[0]).not.to.have.property('CONTAINER_PARTIAL_ID');
    expect(journal.entries[1]).to.include({
      CONTAINER_PARTIAL_MESSAGE: 'true',
      CONTAINER_PARTIAL_ORDINAL: '1',
    });
    expect(journal.entries[2]).to.include({ CONTAINER_PARTIAL_LAST: 'true', CONTAINER_PARTIAL_ORDINAL: '2' });
    expect(journal.entries[2]).not.to.have.property('CONTAINER_PARTIAL_MESSAGE');
  });

  it('hands over what is too large for a datagram in memory of its own', async () => {
    const journal = new Journal();
    journal.room = 10_000;
    const writer = await journald(journal, '/journal').open(containerRecord(), {});
    void writer.write(batch(`${'x'.repeat(16_000)}\nsmall\n`));
    await writer.close();
    expect((await journal.lines()).map((line) => line.length)).to.deep.equal([16_000, 5]);
    expect(journal.sealed).to.equal(1);
  });

  it('says that there is no journald', async () => {
    const failure = await journald(new Journal(), '/elsewhere')
      .open(containerRecord(), {})
      .catch((error: unknown) => (error as Error).message);
    expect(failure).to.equal('journald is not enabled on this host');
  });

  it('makes names that journald takes', () => {
    expect(fieldName('__com.example/tier-1')).to.equal('COM_EXAMPLE_TIER_1');
  });
});
