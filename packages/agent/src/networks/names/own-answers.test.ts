import { expect } from 'chai';
import { OwnAnswers } from './own-answers.js';
import type { View } from './resolver.js';
import { Zones } from './zones.js';

const view = { networks: [] } as unknown as View;
const query = (id: number, name: string) => Buffer.from([id >> 8, id & 255, ...Buffer.from(name)]);
const answer = (text: string) => ({ answer: Buffer.from(`..${text}`), isFixed: true });

describe('own answers that are kept', () => {
  it('are given to the same query under its own id, until a name or the view changes', () => {
    const zones = new Zones();
    const answers = new OwnAnswers(zones);
    const get = (id: number, name: string, of = view) => answers.get(query(id, name), of)?.answer?.toString();
    expect(get(0x4142, 'web')).to.equal(undefined);
    answers.put(query(1, 'web'), answer('one'));
    expect(get(0x4142, 'web')).to.equal('ABone');
    expect(get(0x4344, 'web')).to.equal('CDone');
    expect(get(0x4344, 'Web'), 'letters are given back as they came').to.equal(undefined);
    zones.put('n', 'e', { names: ['web'], addresses: [] });
    expect(get(0x4344, 'web')).to.equal(undefined);
    answers.put(query(1, 'web'), answer('two'));
    expect(get(0x4344, 'web')).to.equal('CDtwo');
    zones.remove('n', 'e');
    expect(get(0x4344, 'web')).to.equal(undefined);
    answers.put(query(1, 'web'), answer('three'));
    expect(get(0x4344, 'web', { ...view })).to.equal(undefined);
  });

  it('are bounded in number', () => {
    const answers = new OwnAnswers(new Zones());
    answers.get(query(1, 'first'), view);
    answers.put(query(1, 'first'), answer('first'));
    for (let index = 0; index < 300; index++) answers.put(query(1, `${index}`), answer(''));
    expect(answers.get(query(1, 'first'), view)).to.equal(undefined);
    expect(answers.get(query(1, '299'), view)).not.to.equal(undefined);
  });
});
