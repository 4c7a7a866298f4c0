import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Collection, Store } from '@arca/plugin-kit';
import { DocumentStatements, SqliteCollection, type Undo } from './collection.js';
import { openDatabase } from './database.js';
import { migrations as allMigrations, type Migration } from './migrations.js';
import { isFull, Reserve } from './reserve.js';

/** The daemon's state: documents in one SQLite file, and all of them in memory. */
export class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #statements: DocumentStatements;
  readonly #collections = new Map<string, Collection<object>>();
  /** Changes of the open transactions, oldest first; undefined when there is none. */
  #undo: Undo[] | undefined;
  #depth = 0;

  private constructor(
    database: DatabaseSync,
    private readonly reserve: Reserve,
  ) {
    this.#database = database;
    this.#statements = new DocumentStatements(database, reserve);
  }

  /** Opens the state in `root` for this process alone. Throws StateError. */
  static open(root: string, migrations: readonly Migration[] = allMigrations): SqliteStore {
    return new SqliteStore(openDatabase(root, migrations), new Reserve(join(root, 'state.reserve')));
  }

  collection<T extends object>(name: string): Collection<T> {
    let found = this.#collections.get(name);
    if (!found) {
      found = new SqliteCollection<object>(name, this.#statements, (undo) => this.#undo?.push(undo));
      this.#collections.set(name, found);
    }
    return found as Collection<T>;
  }

  /** Within another transaction it is a part of that one, and can fail alone. */
  transaction<R>(change: () => R): R {
    const outer = this.#undo;
    const undo: Undo[] = [];
    const savepoint = `level${this.#depth}`;
    this.#database.exec(outer ? `SAVEPOINT ${savepoint}` : 'BEGIN IMMEDIATE');
    this.#undo = undo;
    this.#depth++;
    try {
      const result = change();
      if (result instanceof Promise) throw new TypeError('a transaction must be synchronous');
      if (outer) this.#database.exec(`RELEASE ${savepoint}`);
      else this.#commit();
      outer?.push(...undo);
      return result;
    } catch (error) {
      for (const takeBack of undo.toReversed()) takeBack();
      // A failed commit may have ended the transaction by itself.
      if (this.#database.isTransaction) {
        this.#database.exec(outer ? `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}` : 'ROLLBACK');
      }
      throw error;
    } finally {
      this.#undo = outer;
      this.#depth--;
    }
  }

  #commit(): void {
    try {
      this.#database.exec('COMMIT');
    } catch (error) {
      if (!isFull(error) || !this.#database.isTransaction || !this.reserve.spend()) throw error;
      this.#database.exec('COMMIT');
    }
  }

  /** Writes everything into the one file and lets go of it. Further changes throw. */
  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}
