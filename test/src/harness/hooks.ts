/** Root hooks of mocha: the shared engines live as long as the run, and nothing of theirs may outlive them. */
import { patience } from './eventually.js';
import { selectedEngines, startShared, stopShared } from './fleet.js';
import { leaksSince, takeInventory, type Inventory } from './leak.js';

const START_LIMIT_MS = 60_000 * patience;
let before: Inventory;

export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(START_LIMIT_MS);
    before = await takeInventory();
    for (const kind of selectedEngines()) await startShared(kind);
  },

  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(START_LIMIT_MS);
    await stopShared();
    const leaks = await leaksSince(before);
    if (leaks.length > 0) throw new Error(`left behind:\n${leaks.join('\n')}`);
  },
};
