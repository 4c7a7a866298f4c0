import { loadDescription } from './bundle.js';
import { canonical, differences } from './canonical.js';
import { applyCorrections, corrections } from './corrections.js';
import { describeFacts, factsFile, readFacts } from './facts.js';

/**
 * Where the description in `openapi/` says otherwise than the corrected facts: one line a place, none when
 * they agree; undefined when the facts file is not there.
 *
 * @throws Error naming a correction whose fault the facts no longer have.
 */
export async function compareWithFacts(root: string): Promise<string[] | undefined> {
  const file = factsFile(root);
  if (file === undefined) return undefined;
  const facts = describeFacts(readFacts(file));
  applyCorrections(facts, corrections);
  return differences(canonical(facts), canonical(await loadDescription(root)));
}
