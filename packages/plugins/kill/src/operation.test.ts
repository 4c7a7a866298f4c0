import { conflict, notFound, type ArcaError, type Containers } from '@arca/plugin-kit';
import { expect } from 'chai';
import { kill } from './operation.js';

/** Remembers what was sent to the container `web`; every other is unknown. */
function containers(running = true) {
  const sent: number[] = [];
  const port = {
    get(reference: string) {
      if (reference !== 'web') throw notFound(`No such container: ${reference}`);
      return {};
    },
    kill(_reference: string, signal: number) {
      if (!running) throw conflict('container 0123 is not running');
      sent.push(signal);
      return Promise.resolve();
    },
  };
  return { port: port as unknown as Containers, sent };
}

async function failure(id: string, signal?: string, running = true): Promise<ArcaError> {
  try {
    await kill(containers(running).port)({ params: { id, signal }, body: undefined }, undefined as never);
  } catch (error) {
    return error as ArcaError;
  }
  throw new Error('nothing was refused');
}

describe('kill', () => {
  it('sends SIGKILL unless told otherwise, and takes names and numbers', async () => {
    const { port, sent } = containers();
    for (const signal of [undefined, 'TERM', 'sigusr1', '2', 'RTMIN+3']) {
      await kill(port)({ params: { id: 'web', signal }, body: undefined }, undefined as never);
    }
    expect(sent).to.deep.equal([9, 15, 10, 2, 37]);
  });

  it('refuses what is no signal', async () => {
    expect(await failure('web', 'NOPE')).to.include({
      kind: 'InvalidParameter',
      message: 'Invalid signal: NOPE',
    });
    expect(await failure('web', '0')).to.include({ kind: 'InvalidParameter', message: 'Invalid signal: 0' });
    expect(await failure('web', '99')).to.include({ kind: 'InvalidParameter' });
  });

  it('says which container it could not kill, and why', async () => {
    expect(await failure('other')).to.include({
      kind: 'NotFound',
      message: 'Cannot kill container: other: No such container: other',
    });
    expect(await failure('web', 'TERM', false)).to.include({
      kind: 'Conflict',
      message: 'Cannot kill container: web: container 0123 is not running',
    });
  });
});
