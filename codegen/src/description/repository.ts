import { fileURLToPath } from 'node:url';

/** The folder of the repository, seen from the compiled file in `codegen/dist/description`. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url));
