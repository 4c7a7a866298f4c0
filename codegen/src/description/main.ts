import { compareWithFacts } from './compare.js';
import { corrections } from './corrections.js';
import { repositoryRoot } from './repository.js';

/** `node codegen/dist/description/main.js`: compares the description with the facts; exits 1 on a difference. */
const found = await compareWithFacts(repositoryRoot);
if (found === undefined) {
  console.log('The facts file is not here (set ARCA_API_FACTS): nothing was compared.');
} else if (found.length === 0) {
  console.log(`The description agrees with the facts, given ${corrections.length} corrections.`);
} else {
  console.error(found.join('\n'));
  console.error(`${found.length} differences: correct openapi/, or name the fault in corrections.ts.`);
  process.exitCode = 1;
}
