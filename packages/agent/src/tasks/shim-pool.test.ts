import { expect } from 'chai';
import type { Shim } from './shim.js';
import { ShimPool } from './shim-pool.js';

/** Stands for a shim: the pool looks at nothing but these. */
class Idle {
  lost = false;
  disposed = false;
  dispose = () => {
    this.disposed = true;
    return Promise.resolve();
  };
}

describe('the pool of shims', () => {
  let made: Idle[];
  let failures: unknown[];
  let broken: boolean;
  beforeEach(() => {
    made = [];
    failures = [];
    broken = false;
  });
  const open = (size: number) =>
    new ShimPool(
      () => {
        if (broken) return Promise.reject(new Error('no shim'));
        made.push(new Idle());
        return Promise.resolve(made.at(-1) as unknown as Shim);
      },
      size,
      (error) => failures.push(error),
    );

  it('gives ready ones, and starts one when there is none', async () => {
    const pool = open(2);
    await pool.fill();
    expect(made).to.have.length(2);
    const taken = await Promise.all([pool.take(), pool.take(), pool.take()]);
    expect(new Set(taken).size).to.equal(3);
    expect(made).to.have.length(3);
    await pool.close();
  });

  it('passes over those that have died', async () => {
    const pool = open(2);
    await pool.fill();
    made[0]!.lost = true;
    expect(await pool.take()).to.equal(made[1]);
    expect(made[0]!.disposed).to.equal(true);
    await pool.close();
  });

  it('ends the idle ones when it closes, and only them', async () => {
    const pool = open(3);
    await pool.fill();
    const taken = await pool.take();
    await pool.close();
    expect(made.map((shim) => shim.disposed)).to.deep.equal(made.map((shim) => (shim as unknown) !== taken));
  });

  it('reports that it cannot fill, and rejects what is taken then', async () => {
    const pool = open(1);
    broken = true;
    await pool.fill();
    expect(failures).to.have.length(1);
    expect(await pool.take().catch((error: Error) => error.message)).to.equal('no shim');
    await pool.close();
  });
});
