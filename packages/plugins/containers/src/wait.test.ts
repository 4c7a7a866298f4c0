import { type WaitResult } from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { wait } from './wait.js';

type Params = Parameters<ReturnType<typeof wait>>[0]['params'];

/** A wait that ends when the test says so. */
function waiting(condition?: string, apiVersion = '1.51') {
  const { promise, resolve } = Promise.withResolvers<WaitResult>();
  const conditions: string[] = [];
  const containers = knownContainers([containerRecord()], {
    wait(_id, given) {
      conditions.push(given);
      return promise;
    },
  });
  const call = recordedCall({ apiVersion });
  const params = { id: 'brave_name', condition } as Params;
  const answer = Promise.resolve().then(() => wait(containers)({ params, body: undefined }, call));
  answer.catch(() => undefined);
  return { answer, call, conditions, end: resolve };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('wait (unit)', () => {
  it('sends its head once the wait is in place, and the code at the end', async () => {
    const { answer, call, conditions, end } = waiting('next-exit');
    await turn();
    expect({ flushed: call.flushed, conditions }).to.deep.equal({
      flushed: ['application/json'],
      conditions: ['next-exit'],
    });
    end({ statusCode: 7 });
    expect(await answer).to.deep.equal({ StatusCode: 7 });
  });

  it('waits for a container that does not run unless told otherwise', async () => {
    for (const condition of [undefined, '']) {
      const { answer, conditions, end } = waiting(condition);
      end({ statusCode: 0 });
      await answer;
      expect(conditions).to.deep.equal(['not-running']);
    }
  });

  it('tells why it failed', async () => {
    const { answer, end } = waiting('removed');
    end({ statusCode: 255, error: 'busy' });
    expect(await answer).to.deep.equal({ StatusCode: 255, Error: { Message: 'busy' } });
  });

  it('refuses a condition that does not exist', async () => {
    const { answer, call } = waiting('someday');
    const error = await answer.catch((reason: unknown) => reason);
    expect(error).to.include({ kind: 'InvalidParameter', message: 'invalid condition: "someday"' });
    expect(call.flushed).to.deep.equal([]);
  });

  it('knows neither conditions nor heads before 1.30', async () => {
    const { answer, call, conditions, end } = waiting('removed', '1.29');
    end({ statusCode: 3 });
    expect(await answer).to.deep.equal({ StatusCode: 3 });
    expect({ flushed: call.flushed, conditions }).to.deep.equal({ flushed: [], conditions: ['not-running'] });
  });

  it('gives no answer to a failed removal before 1.34', async () => {
    const { answer, end } = waiting('removed', '1.33');
    end({ statusCode: 255, error: 'busy' });
    expect(await answer.catch((reason: unknown) => reason)).to.include({ kind: 'System', message: 'busy' });
  });
});
