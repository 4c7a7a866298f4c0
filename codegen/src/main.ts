import { outdated, write } from './committed.js';
import { repositoryRoot } from './description/repository.js';
import { generate } from './generation.js';

/**
 * `node codegen/dist/main.js` writes what is generated from the description; with `--check` it only compares, names
 * the files that differ and exits 1.
 */
const { files } = await generate(repositoryRoot);
if (process.argv.includes('--check')) {
  const paths = outdated(repositoryRoot, files);
  if (paths.length > 0) {
    console.error(paths.join('\n'));
    console.error('These files are not what the description says; run: npm run gen');
    process.exitCode = 1;
  }
} else {
  const paths = write(repositoryRoot, files);
  console.log(paths.length === 0 ? 'Nothing changed.' : paths.join('\n'));
}
