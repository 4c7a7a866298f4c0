import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { StateError } from './database.js';
import { migrations } from './migrations.js';
import { SqliteStore } from './store.js';

interface Thing {
  name: string;
}

describe('state', () => {
  let root: string;
  let stores: SqliteStore[];

  const open = (list = migrations): SqliteStore => {
    const store = SqliteStore.open(root, list);
    stores.push(store);
    return store;
  };
  const things = (store: SqliteStore) => store.collection<Thing>('things');
  const names = (store: SqliteStore) => [...things(store).values()].map(({ name }) => name).sort();
  /** What is in the file, seen by a daemon that starts anew. */
  const reopened = (store: SqliteStore) => {
    store.close();
    return open();
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), `arca-state-${process.pid}-`));
    stores = [];
  });
  afterEach(() => {
    for (const store of stores) store.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('keeps documents by kind and id', () => {
    const first = open();
    things(first).set('1', { name: 'one' });
    things(first).set('2', { name: 'two' });
    things(first).set('1', { name: 'uno' });
    things(first).delete('2');
    things(first).delete('3');
    first.collection<Thing>('others').set('1', { name: 'other' });
    const second = reopened(first);
    expect(names(second)).to.deep.equal(['uno']);
    expect(things(second).get('1')).to.deep.equal({ name: 'uno' });
    expect(things(second).get('2')).to.equal(undefined);
    expect(things(second).size).to.equal(1);
    expect(second.collection('others').get('1')).to.deep.equal({ name: 'other' });
  });

  it('is readable by its owner alone', () => {
    things(open()).set('1', { name: 'secret' });
    for (const file of ['state.db', 'state.db-wal'])
      expect(statSync(join(root, file)).mode & 0o777).to.equal(0o600);
  });

  it('takes back a failed transaction, in memory and in the file', () => {
    const store = open();
    things(store).set('kept', { name: 'kept' });
    things(store).set('gone', { name: 'gone' });
    const failing = () =>
      store.transaction(() => {
        things(store).set('new', { name: 'new' });
        things(store).set('kept', { name: 'changed' });
        things(store).set('kept', { name: 'changed again' });
        things(store).delete('gone');
        expect(names(store)).to.deep.equal(['changed again', 'new']);
        throw new Error('no');
      });
    expect(failing).to.throw('no');
    expect(names(store)).to.deep.equal(['gone', 'kept']);
    things(store).set('after', { name: 'after' });
    expect(names(reopened(store))).to.deep.equal(['after', 'gone', 'kept']);
  });

  it('keeps a transaction and gives its result', () => {
    const store = open();
    const result = store.transaction(() => {
      things(store).set('1', { name: 'one' });
      things(store).set('2', { name: 'two' });
      return 2;
    });
    expect(result).to.equal(2);
    expect(names(reopened(store))).to.deep.equal(['one', 'two']);
  });

  it('lets an inner transaction fail alone, and the outer one take all with it', () => {
    const store = open();
    store.transaction(() => {
      things(store).set('outer', { name: 'outer' });
      expect(() =>
        store.transaction(() => {
          things(store).set('inner', { name: 'inner' });
          throw new Error('inner');
        }),
      ).to.throw('inner');
    });
    expect(names(store)).to.deep.equal(['outer']);
    expect(() =>
      store.transaction(() => {
        store.transaction(() => things(store).set('inner', { name: 'inner' }));
        throw new Error('outer');
      }),
    ).to.throw('outer');
    expect(names(store)).to.deep.equal(['outer']);
    expect(names(reopened(store))).to.deep.equal(['outer']);
  });

  it('refuses asynchronous transactions and what JSON cannot say', () => {
    const store = open();
    expect(() => store.transaction(async () => things(store).set('1', { name: 'x' }))).to.throw(
      'synchronous',
    );
    expect(() => store.collection<{ n: bigint }>('numbers').set('1', { n: 1n })).to.throw(TypeError);
    expect(names(store)).to.deep.equal([]);
    expect(store.collection('numbers').size).to.equal(0);
  });

  it('is written on a full disk, too, with room that was reserved', () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', root]);
    try {
      const store = open();
      const fill = () => {
        const file = openSync(join(root, 'fill'), 'a');
        try {
          for (;;) writeSync(file, Buffer.alloc(4096));
        } catch (error) {
          expect((error as NodeJS.ErrnoException).code).to.equal('ENOSPC');
        } finally {
          closeSync(file);
        }
      };
      fill();
      for (let count = 0; count < 100; count++) things(store).set(`${count}`, { name: 'x'.repeat(5000) });
      fill();
      const change = () => store.transaction(() => things(store).set('t', { name: 'x'.repeat(500_000) }));
      expect(change).to.throw('full');
      rmSync(join(root, 'fill'));
      change();
      expect(things(reopened(store)).size).to.equal(101);
      store.close();
      stores.at(-1)!.close();
    } finally {
      execFileSync('umount', ['-l', root]);
    }
  });

  it('belongs to one daemon at a time', () => {
    const first = open();
    expect(() => open()).to.throw(StateError, `another daemon is using ${root}`);
    first.close();
    expect(names(open())).to.deep.equal([]);
  });

  it('brings older files up to date once, and refuses newer and damaged ones', () => {
    let runs = 0;
    things(open()).set('1', { name: 'old' });
    stores.at(-1)!.close();
    const newer = [
      ...migrations,
      (database: Parameters<(typeof migrations)[0]>[0]) => {
        runs++;
        database.exec(`UPDATE documents SET document = json_set(document, '$.name', 'new')`);
      },
    ];
    const migrated = open(newer);
    expect(names(migrated)).to.deep.equal(['new']);
    migrated.close();
    open(newer).close();
    expect(runs).to.equal(1);
    expect(() => open()).to.throw(StateError, 'newer version');
    writeFileSync(join(root, 'state.db'), 'not a database, but long enough to be looked at'.repeat(30));
    rmSync(join(root, 'state.db-wal'), { force: true });
    expect(() => open()).to.throw(StateError, 'state.db');
  });

  it('takes back a migration that fails', () => {
    open().close();
    const failing = [
      ...migrations,
      (database: Parameters<(typeof migrations)[0]>[0]) => {
        database.exec('DROP TABLE documents');
        throw new Error('half way');
      },
    ];
    expect(() => open(failing)).to.throw('half way');
    expect(names(open())).to.deep.equal([]);
  });

  it('has everything that was acknowledged before a kill -9, and is free for the next daemon', async () => {
    const program = `
      import { SqliteStore } from ${JSON.stringify(new URL('./store.js', import.meta.url).href)};
      const store = SqliteStore.open(${JSON.stringify(root)});
      const things = store.collection('things');
      for (let i = 0; ; i++) {
        store.transaction(() => {
          things.set('last', { name: String(i) });
          things.set('pair', { name: String(i) });
        });
        await new Promise((done) => process.stdout.write(i + '\\n', done));
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let acknowledged = -1;
      for await (const line of createInterface(child.stdout)) {
        acknowledged = Number(line);
        if (acknowledged === 200) child.kill('SIGKILL');
      }
      expect(acknowledged).to.be.at.least(200);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const store = open();
      const last = Number(things(store).get('last')?.name);
      expect(last).to.be.at.least(acknowledged);
      expect(things(store).get('pair')?.name).to.equal(String(last));
    } finally {
      child.kill('SIGKILL');
    }
  });
});
