import { Docker } from '@arca/sdk';
import { afterEach, beforeEach } from 'mocha';
import type { Suite } from '../harness/suite.js';

/** Gives each test of a suite a client of its engine, which is closed afterwards. */
export function connectEach(suite: Suite, use: (docker: Docker) => void): void {
  let docker: Docker;
  beforeEach('connect', () => use((docker = new Docker({ host: suite.engine.host }))));
  afterEach('close', () => docker.close());
}

/** What a call throws; undefined when it does not. */
export const caught = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );
