import { AgentError, type Agent } from '@arca/agent-proto';
import type { ArcaError, ContainerStatus, Events, NewEvent } from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { top } from './operation.js';

const output = `UID  PID PPID CMD
root   7    1 init of another
root  10    1 sh -c  one two
root   -    - thread of ten
root  11   10 sleep
root  99    1 another
root   -    - thread of another
`;

function world(status: ContainerStatus = 'running', text = output) {
  const asked: string[][] = [];
  const told: NewEvent[] = [];
  const observation = {
    processes({ args }: { args: string[] }) {
      asked.push(args);
      if (text === '') throw new AgentError('FAILED_PRECONDITION', 'ended');
      return Promise.resolve({ output: text, pids: [10, 11] });
    },
  };
  const record = containerRecord({ name: 'web', state: { status } });
  const containers = knownContainers([record]);
  const events = { emit: (event: NewEvent) => void told.push(event) };
  const operation = top(containers, { observation } as unknown as Agent, events as unknown as Events);
  const call = (id: string, ps_args?: string) =>
    operation({ params: { id, ps_args }, body: undefined }, recordedCall());
  return { asked, told, call, record };
}

async function failure(result: Promise<unknown>): Promise<ArcaError> {
  try {
    await result;
  } catch (error) {
    return error as ArcaError;
  }
  throw new Error('nothing was refused');
}

describe('top', () => {
  it('keeps the rows of the container, threads with their process, blanks in the last column', async () => {
    const { call, asked, told } = world();
    expect(await call('web')).to.deep.equal({
      Titles: ['UID', 'PID', 'PPID', 'CMD'],
      Processes: [
        ['root', '10', '1', 'sh -c one two'],
        ['root', '-', '-', 'thread of ten'],
        ['root', '11', '10', 'sleep'],
      ],
    });
    expect(asked).to.deep.equal([['-ef']]);
    expect(told.map(({ action, attributes }) => [action, attributes?.['name']])).to.deep.equal([
      ['top', 'web'],
    ]);
  });

  it('splits the arguments at spaces and refuses a false column of pids', async () => {
    const { call, asked } = world();
    await call('web', '-o pid=PID -o cmd');
    expect(asked).to.deep.equal([['-o', 'pid=PID', '-o', 'cmd']]);
    expect(await failure(call('web', '-o ppid=PID'))).to.include({
      kind: 'System',
      message: 'specifying "ppid=PID" is not allowed',
    });
  });

  it('needs a column of numbers called PID', async () => {
    expect(await failure(world('running', 'CMD\nx\n').call('web'))).to.include({
      kind: 'System',
      message: "Couldn't find PID field in ps output",
    });
    expect((await failure(world('running', 'PID\nx\n').call('web'))).message).to.match(/^Unexpected pid 'x'/);
  });

  it('answers 409 when nothing runs, also when it ends meanwhile', async () => {
    for (const status of ['created', 'exited', 'restarting'] as const) {
      expect((await failure(world(status).call('web'))).kind).to.equal('Conflict');
    }
    const { call, record } = world('running', '');
    expect(await failure(call('web'))).to.include({
      kind: 'Conflict',
      message: `container ${record.id} is not running`,
    });
  });

  it('does not know every container', async () => {
    expect((await failure(world().call('other'))).kind).to.equal('NotFound');
  });
});
