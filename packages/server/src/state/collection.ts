import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Collection } from '@arca/plugin-kit';
import { isFull, type Reserve } from './reserve.js';

/** Takes back one change in memory. */
export type Undo = () => void;

/** The statements that all collections share. */
export class DocumentStatements {
  readonly list: StatementSync;
  readonly put: StatementSync;
  readonly remove: StatementSync;

  constructor(
    private readonly database: DatabaseSync,
    private readonly reserve: Reserve,
  ) {
    this.list = database.prepare('SELECT id, document FROM documents WHERE collection = ?');
    this.put = database.prepare(
      `INSERT INTO documents (collection, id, document) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET document = excluded.document`,
    );
    this.remove = database.prepare('DELETE FROM documents WHERE collection = ? AND id = ?');
  }

  /** Runs a statement, on a full disk with the room that is reserved. */
  run(statement: StatementSync, ...values: string[]): void {
    try {
      statement.run(...values);
      this.reserve.restore();
    } catch (error) {
      // What a transaction has done up to here may be undone already.
      if (!isFull(error) || this.database.isTransaction || !this.reserve.spend()) throw error;
      statement.run(...values);
    }
  }
}

/**
 * Documents of one kind: all of them in memory, each change in the file first. Values are kept as they are given and
 * must not be changed afterwards; what JSON cannot say is not kept.
 */
export class SqliteCollection<T extends object> implements Collection<T> {
  readonly #values = new Map<string, T>();

  /** `onUndo` takes how to take back a change, for as long as a transaction is open. */
  constructor(
    private readonly name: string,
    private readonly statements: DocumentStatements,
    private readonly onUndo: (undo: Undo) => void,
  ) {
    for (const { id, document } of statements.list.iterate(name)) {
      this.#values.set(id as string, JSON.parse(document as string) as T);
    }
  }

  get size(): number {
    return this.#values.size;
  }

  get(id: string): T | undefined {
    return this.#values.get(id);
  }

  values(): IterableIterator<T> {
    return this.#values.values();
  }

  set(id: string, value: T): void {
    this.statements.run(this.statements.put, this.name, id, JSON.stringify(value));
    this.#remember(id);
    this.#values.set(id, value);
  }

  delete(id: string): void {
    if (!this.#values.has(id)) return;
    this.statements.run(this.statements.remove, this.name, id);
    this.#remember(id);
    this.#values.delete(id);
  }

  #remember(id: string): void {
    const before = this.#values.get(id);
    this.onUndo(() => {
      if (before === undefined) this.#values.delete(id);
      else this.#values.set(id, before);
    });
  }
}
