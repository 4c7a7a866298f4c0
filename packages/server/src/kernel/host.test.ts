import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { AgentError, type Agent } from '@arca/agent-proto';
import { hostInfo } from '@arca/plugin-kit/testing';
import { Host } from './host.js';

describe('what is known of the host', () => {
  let time: number;
  let calls: number;
  let answer: () => Promise<ReturnType<typeof hostInfo>>;

  const host = () => {
    time = 0;
    calls = 0;
    answer = async () => hostInfo({ hostname: `host${calls}` });
    const system = { info: () => (calls++, answer()) };
    return new Host({ system } as unknown as Pick<Agent, 'system'>, () => time);
  };

  it('is asked for once by those who come at once, and not again while it is fresh', async () => {
    const one = host();
    const [first, second] = await Promise.all([one.info(), one.info()]);
    time = 1000;
    expect(await one.info()).to.equal(first);
    expect(second).to.equal(first);
    expect(calls).to.equal(1);
  });

  it('is given at once and asked anew when it is old', async () => {
    const one = host();
    await one.info();
    time = 1001;
    expect((await one.info()).hostname).to.equal('host1');
    await setImmediate();
    expect((await one.info()).hostname).to.equal('host2');
    expect(calls).to.equal(2);
  });

  it('stays when the agent fails later, and fails when it never answered', async () => {
    const one = host();
    const works = answer;
    answer = async () => Promise.reject(new AgentError('UNAVAILABLE', 'down'));
    const error = await one.info().catch((thrown: unknown) => thrown);
    expect(error).to.include({ kind: 'Unavailable', message: 'down' });
    answer = works;
    await one.info();
    answer = async () => Promise.reject(new AgentError('UNAVAILABLE', 'down'));
    time = 5000;
    expect((await one.info()).hostname).to.equal('host2');
    await setImmediate();
    expect((await one.info()).hostname).to.equal('host2');
  });
});
