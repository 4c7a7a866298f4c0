import { expect } from 'chai';
import { it } from 'mocha';
import { onArca } from '../../harness/suite.js';

/** Nobody listens there. */
const nowhere = '127.0.0.1:9';
const drivers = {
  'json-file': {},
  local: {},
  syslog: { 'syslog-address': `udp://${nowhere}` },
  gelf: { 'gelf-address': `udp://${nowhere}` },
  fluentd: { 'fluentd-address': nowhere, 'fluentd-async': 'true' },
  splunk: {
    ...{ 'splunk-url': `http://${nowhere}`, 'splunk-token': 't', 'splunk-verify-connection': 'false' },
  },
} as const;

const script = 'echo one; echo two >&2; sleep 1.5; echo three; echo four';
const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z`;

const all = { stdout: 'one\nthree\nfour\n', stderr: 'two\n' };

// dockerd 20.10 may lose lines of its cache, and the last ones of a follow.
onArca('docker logs, whatever the driver', (suite) => {
  /** Runs a container with each driver, side by side. */
  const withEach = (test: (id: string, type: string) => Promise<void>) =>
    Promise.all(
      Object.entries(drivers).map(async ([Type, Config]) => {
        const LogConfig = { Type: Type as keyof typeof drivers, Config };
        await test(await suite.api.start({ Cmd: ['sh', '-c', script], HostConfig: { LogConfig } }), Type);
      }),
    );
  const logs = async (id: string, query: Record<string, string | number | boolean>) => {
    const { stdout, stderr } = await suite.api.logs(id, query);
    return { stdout, stderr };
  };

  it('takes all its options', () =>
    withEach(async (id, type) => {
      await suite.api.wait(id);
      expect(await logs(id, { follow: true }), type).to.deep.equal(all);
      const { stdout } = await logs(id, { timestamps: true });
      expect(stdout, type).to.match(new RegExp(`^${time} one\n${time} three\n${time} four\n$`));
      const last = { stdout: 'three\nfour\n', stderr: '' };
      expect(await logs(id, { tail: 2 }), type).to.deep.equal(last);
      const three = /(\S+)Z three/.exec(stdout)![1]!;
      const seconds = Date.parse(`${three.slice(0, 19)}Z`) / 1000;
      const fraction = three.slice(20);
      expect(await logs(id, { since: `${seconds}.${fraction}` }), type).to.deep.equal(last);
      const first = { stdout: 'one\n', stderr: 'two\n' };
      expect(await logs(id, { until: `${seconds - 1}.${fraction}` }), type).to.deep.equal(first);
      expect((await logs(id, { stdout: false })).stderr, type).to.equal('two\n');
    }).then(() => undefined));

  it('follows to the end', () =>
    withEach(async (id, type) => {
      expect(await logs(id, { follow: true }), type).to.deep.equal(all);
    }).then(() => undefined));
});
