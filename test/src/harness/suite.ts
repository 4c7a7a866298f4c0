import { afterEach, describe, it } from 'mocha';
import { Api } from './api.js';
import { atLeast, type Engine, type EngineKind } from './engine.js';
import { sharedEngine, selectedEngines } from './fleet.js';

/** What the tests of one engine work with. */
export class Suite {
  constructor(readonly kind: EngineKind) {}

  /** The engine, running; only inside hooks and tests. */
  get engine(): Engine {
    return sharedEngine(this.kind);
  }

  get api(): Api {
    return new Api(this.engine);
  }

  /**
   * A test of what only newer API versions promise. It is left out, and listed with its reason, for an engine
   * that is older than `version`. This and {@link versioned} are the only ways in which engines may differ.
   */
  since(version: string, reason: string, title: string, test: () => Promise<void>): void {
    if (atLeast(KNOWN_VERSIONS[this.kind], version)) it(title, test);
    else it(`${title} [from API ${version}: ${reason}]`);
  }

  /** Chooses what to expect of a behaviour that changed in `version`; `reason` says what changed. */
  versioned<T>(version: string, reason: string, newer: T, older: T): T {
    if (reason === '') throw new Error('a version gate needs its reason');
    return atLeast(KNOWN_VERSIONS[this.kind], version) ? newer : older;
  }
}

/** Highest API version per engine, needed before an engine runs, when tests are defined; checked by a test. */
export const KNOWN_VERSIONS: Record<EngineKind, string> = { arca: '1.51', dockerd: '1.41' };

/** Defines the same tests for every selected engine; each test finds and leaves an engine without containers. */
export function onEachEngine(title: string, define: (suite: Suite) => void): void {
  for (const kind of selectedEngines()) {
    describe(`${title} [${kind}]`, () => {
      const suite = new Suite(kind);
      afterEach('remove containers', () => suite.api.wipe());
      define(suite);
    });
  }
}

/** Defines tests of what only Arca has or is. */
export function onArca(title: string, define: (suite: Suite) => void): void {
  if (!selectedEngines().includes('arca')) return;
  describe(`${title} [arca]`, () => {
    const suite = new Suite('arca');
    afterEach('remove containers', () => suite.api.wipe());
    define(suite);
  });
}
