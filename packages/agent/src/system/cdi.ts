import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The CDI specifications of directories, each as JSON; what cannot be read is told. */
export async function cdiSpecs(
  directories: readonly string[],
): Promise<{ path: string; document?: string; error?: string }[]> {
  const specs: { path: string; document?: string; error?: string }[] = [];
  for (const directory of directories) {
    const names = await readdir(directory).catch(() => []);
    for (const name of names.filter((text) => /\.(json|ya?ml)$/.test(text)).sort()) {
      const path = join(directory, name);
      try {
        // JSON is YAML, too.
        specs.push({ path, document: JSON.stringify(parse(await readFile(path, 'utf8'))) });
      } catch (error) {
        specs.push({ path, error: (error as Error).message });
      }
    }
  }
  return specs;
}
