import type { OpenApiDocument } from '../description/document.js';
import type { OperationFacts } from '../operation-facts.js';
import { controllers, DISPATCHER } from './controllers.js';
import { serverModelsText } from './models.js';
import { runTsoa, type ServerFiles, type TsoaOutput } from './tsoa.js';

/** Everything generated for the server, and the document that tsoa reads back from it. */
export async function serverFiles(
  root: string,
  document: OpenApiDocument,
  operations: readonly OperationFacts[],
): Promise<{ files: ServerFiles; spec: TsoaOutput['spec'] }> {
  const files: ServerFiles = new Map([
    ['dispatcher.gen.ts', DISPATCHER],
    ['models.gen.ts', serverModelsText(document)],
  ]);
  for (const [tag, text] of controllers(operations))
    files.set(`controllers/${tag.toLowerCase()}.gen.ts`, text);
  const { routes, spec } = await runTsoa(root, files);
  files.set('routes.gen.ts', routes);
  return { files, spec };
}
