import type { DatabaseSync } from 'node:sqlite';

/** A change of the schema, or of the documents that are in it. It runs once, in a transaction. */
export type Migration = (database: DatabaseSync) => void;

/** In order; the number of those that have run is the file's `user_version`. Never change one that was released. */
export const migrations: readonly Migration[] = [
  (database) =>
    database.exec(
      `CREATE TABLE documents (
         collection TEXT NOT NULL,
         id TEXT NOT NULL,
         document TEXT NOT NULL,
         PRIMARY KEY (collection, id)
       ) WITHOUT ROWID`,
    ),
];

/** Runs what has not run yet, all or nothing. Throws when the file is from a newer version. */
export function migrate(database: DatabaseSync, list: readonly Migration[]): void {
  const version = database.prepare('PRAGMA user_version').get()?.['user_version'] as number;
  if (version > list.length) {
    throw new Error(`it was written by a newer version (schema ${version}, this one knows ${list.length})`);
  }
  if (version === list.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const migration of list.slice(version)) migration(database);
    database.exec(`PRAGMA user_version = ${list.length}; COMMIT`);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
