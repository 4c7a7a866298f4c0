import { expect } from 'chai';
import { before, describe, it } from 'mocha';
import { run } from '../../../harness/command.js';
import { DockerCli } from '../../../harness/docker-cli.js';
import { onEachEngine } from '../../../harness/suite.js';
import { confinementFlags } from './confinement-flags.js';
import { FlagContext, type FlagCase } from './flag-case.js';
import { networkFlags } from './network-flags.js';
import { processFlags } from './process-flags.js';
import { resourceFlags } from './resource-flags.js';
import { storageFlags } from './storage-flags.js';

const cases: readonly FlagCase[] = [
  ...processFlags,
  ...resourceFlags,
  ...confinementFlags,
  ...networkFlags,
  ...storageFlags,
];

/** The flags that the client on this machine lists for `docker run`. */
async function listed(): Promise<Set<string>> {
  const { stdout } = await run('docker', ['run', '--help']);
  const flags = [...stdout.matchAll(/^\s+(?:-\w, )?(--[a-z0-9-]+)/gm)].map(([, flag]) => flag!);
  return new Set(flags);
}

describe('the flags of docker run', () => {
  it('are all in the table', async () => {
    const tested = new Set<string>(cases.flatMap(({ flags }) => flags));
    expect([...(await listed())].filter((flag) => !tested.has(flag))).to.deep.equal([]);
  });
});

onEachEngine('docker run', (suite) => {
  let known: Set<string>;
  let on: FlagContext;
  before(async () => {
    known = await listed();
    on = new FlagContext(new DockerCli(suite.engine), suite);
  });
  for (const { flags, title, since, missing, test } of cases) {
    const name = `${flags.join(' ')}: ${title}`;
    const body = async () => void (await test(on));
    if (missing && suite.kind === 'arca') it(`${name} [missing: ${missing}]`);
    else if (since) suite.since(...since, name, body);
    else
      it(name, function () {
        // A client that is older than the flag cannot send it.
        if (!flags.every((flag) => known.has(flag))) return this.skip();
        return body();
      });
  }
});
