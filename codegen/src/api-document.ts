import type { OpenApiDocument } from './description/document.js';
import { ARCA_API, DOCKER_API, loadDescription } from './description/bundle.js';

/** Docker's API and Arca's own routes as one, and which paths are Arca's: those take no version prefix. */
export interface ApiDocument {
  document: OpenApiDocument;
  unversioned: ReadonlySet<string>;
}

/**
 * Reads both descriptions. Schemas that both have are the same by construction, as both refer to one file.
 *
 * @throws Error when both describe the same path.
 */
export async function loadApi(root: string): Promise<ApiDocument> {
  const [docker, arca] = await Promise.all([
    loadDescription(root, DOCKER_API),
    loadDescription(root, ARCA_API),
  ]);
  for (const path of Object.keys(arca.paths)) {
    if (path in docker.paths) throw new Error(`${path} is described in ${DOCKER_API} and in ${ARCA_API}`);
  }
  const schemas = { ...docker.components.schemas, ...arca.components.schemas };
  return {
    document: {
      ...docker,
      tags: [...(docker.tags ?? []), ...(arca.tags ?? [])],
      paths: { ...docker.paths, ...arca.paths },
      components: { schemas: Object.fromEntries(Object.entries(schemas).sort(byName)) },
    },
    unversioned: new Set(Object.keys(arca.paths).filter((path) => path.startsWith('/arca/'))),
  };
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
