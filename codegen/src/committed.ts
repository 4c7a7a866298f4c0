import { readFileSync, readdirSync, writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedFiles } from './generation.js';

/** Folders that hold nothing but what is generated here: a file too many in them is a difference as well. */
export const GENERATED_FOLDERS = [
  'packages/api/src/generated',
  'packages/plugin-kit/src/generated',
  'packages/sdk/src/generated',
  'packages/server/src/generated',
];

/** Paths at which the repository differs from what is generated: changed, missing, or left over. */
export function outdated(root: string, files: GeneratedFiles): string[] {
  const changed = [...files].filter(([path, text]) => read(join(root, path)) !== text).map(([path]) => path);
  return [...changed, ...leftOver(root, files)].sort();
}

/** Writes what differs and deletes what is left over; gives the paths. Files that are up to date stay untouched. */
export function write(root: string, files: GeneratedFiles): string[] {
  const paths = outdated(root, files);
  for (const path of paths) {
    const text = files.get(path);
    if (text === undefined) rmSync(join(root, path));
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  return paths;
}

function leftOver(root: string, files: GeneratedFiles): string[] {
  return GENERATED_FOLDERS.flatMap((folder) =>
    list(join(root, folder))
      .map((name) => `${folder}/${name}`)
      .filter((path) => !files.has(path)),
  );
}

function list(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
