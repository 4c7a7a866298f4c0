import { expect } from 'chai';
import { describe, it } from 'mocha';
import { hijackedType, outputType, terminalSize } from './terminal.js';
import { recordedCall } from './testing/call.js';

const raw = 'application/vnd.docker.raw-stream';
const multiplexed = 'application/vnd.docker.multiplexed-stream';

describe('terminals (unit)', () => {
  it('names frames to clients that know the name', () => {
    expect(outputType(recordedCall(), false)).to.equal(multiplexed);
    expect(outputType(recordedCall(), true)).to.equal(raw);
    expect(outputType(recordedCall({ apiVersion: '1.41' }), false)).to.equal(raw);
  });

  it('names them on connections that are upgraded only', () => {
    const headers = { upgrade: 'tcp' };
    expect(hijackedType(recordedCall({ headers }), false)).to.equal(multiplexed);
    expect(hijackedType(recordedCall({ headers }), true)).to.equal(raw);
    expect(hijackedType(recordedCall(), false)).to.equal(raw);
  });

  it('takes sizes of 32 bits', () => {
    expect(terminalSize({ h: 24, w: 0 })).to.deep.equal({ height: 24, width: 0 });
    expect(() => terminalSize({ h: -1, w: 1 })).to.throw('invalid resize height "-1": value out of range');
    expect(() => terminalSize({ h: 1, w: 2 ** 32 })).to.throw(
      'invalid resize width "4294967296": value out of range',
    );
  });
});
