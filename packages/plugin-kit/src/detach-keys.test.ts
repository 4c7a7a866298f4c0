import { expect } from 'chai';
import { describe, it } from 'mocha';
import { parseDetachKeys } from './detach-keys.js';

describe('detach keys (unit)', () => {
  const bytes = (text: string) => [...parseDetachKeys(text)];

  it('reads letters, control keys and DEL', () => {
    expect(bytes('ctrl-p,ctrl-q')).to.deep.equal([16, 17]);
    expect(bytes('a,ctrl-@,ctrl-[,ctrl-\\,ctrl-_,DEL')).to.deep.equal([97, 0, 27, 28, 31, 127]);
  });

  it('takes the default for an empty text', () => expect(bytes('')).to.deep.equal([16, 17]));

  for (const bad of ['ctrl-', 'ctrl-A', 'ctrl-ab', 'ab', 'a,,b', 'ctrl-1', 'ä']) {
    it(`refuses ${bad}`, () => expect(() => bytes(bad)).to.throw(`Invalid detach keys (${bad}) provided`));
  }
});
