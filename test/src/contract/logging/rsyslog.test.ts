import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { eventually } from '../../harness/eventually.js';
import { freePort } from '../../harness/registry.js';
import { onEachEngine } from '../../harness/suite.js';

/** Severity, facility, tag and text of each message, as rsyslog has understood them. */
const configuration = (directory: string, port: number) => `
global(workDirectory="${directory}")
module(load="imtcp") module(load="imudp") module(load="imuxsock" SysSock.Use="off")
input(type="imtcp" address="127.0.0.1" port="${port}")
input(type="imudp" address="127.0.0.1" port="${port}")
input(type="imuxsock" Socket="${directory}/socket" CreatePath="on")
template(name="parts" type="string" string="%syslogseverity-text%|%syslogfacility-text%|%programname%|%msg:::sp-if-no-1st-sp%%msg:::drop-last-lf%\\n")
*.* action(type="omfile" file="${directory}/out" template="parts")
`;

onEachEngine('logging driver syslog, to rsyslog', (suite) => {
  let directory: string;
  let daemon: ChildProcess;
  let port: number;
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'arca-rsyslog-'));
    port = await freePort();
    writeFileSync(join(directory, 'conf'), configuration(directory, port));
    const files = ['-f', join(directory, 'conf'), '-i', join(directory, 'pid')];
    daemon = spawn('/usr/sbin/rsyslogd', ['-n', ...files], { stdio: 'ignore' });
    await eventually(() => existsSync(join(directory, 'socket')), 'rsyslog listens');
  });
  after(async () => {
    daemon.kill();
    await once(daemon, 'exit');
    rmSync(directory, { recursive: true });
  });

  const received = () =>
    existsSync(join(directory, 'out')) ? readFileSync(join(directory, 'out'), 'utf8') : '';

  for (const format of ['rfc3164', 'rfc5424', 'rfc5424micro', '']) {
    // What comes to its own socket rsyslog reads as the C library writes it, without a host name.
    for (const network of format ? ['tcp', 'udp'] : ['unixgram']) {
      it(`understands ${format || 'the default'} by ${network}`, async () => {
        const address = network === 'unixgram' ? `${directory}/socket` : `127.0.0.1:${port}`;
        const tag = `${network}${format}`;
        await suite.api.run({
          Cmd: ['sh', '-c', `echo ${tag} out; echo ${tag} err >&2`],
          HostConfig: {
            LogConfig: {
              Type: 'syslog',
              Config: {
                ...{ 'syslog-address': `${network}://${address}`, 'syslog-facility': 'local3', tag },
                ...(format && { 'syslog-format': format }),
              },
            },
          },
        });
        const lines = () =>
          received()
            .split('\n')
            .filter((line) => line.includes(`${tag} `));
        await eventually(() => lines().length === 2, 'both lines');
        expect(lines().sort()).to.deep.equal([
          `err|local3|${tag}| ${tag} err`,
          `info|local3|${tag}| ${tag} out`,
        ]);
      });
    }
  }
});
