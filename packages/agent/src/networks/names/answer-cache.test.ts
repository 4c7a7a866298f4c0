import { expect } from 'chai';
import { decode, encode, type Answer, type Packet } from 'dns-packet';
import { AnswerCache } from './answer-cache.js';

const query = encode({ type: 'query', id: 7, questions: [{ name: 'a.test', type: 'A' }] });
const answer = (more: Packet) =>
  encode({ type: 'response', id: 1, questions: [{ name: 'a.test', type: 'A' }], ...more });
const record = (ttl: number): Answer => ({ type: 'A', name: 'a.test', ttl, data: '192.0.2.1' });
const soa: Answer = {
  ...{ type: 'SOA', name: 'test', ttl: 900 },
  data: { mname: 'a', rname: 'b', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 5 },
};

describe('answers that are kept', () => {
  let time = 0;
  const cache = () => {
    time = 1000;
    return new AnswerCache(() => time);
  };
  const key = AnswerCache.key('here', query);

  it('hold as long as the shortest of their records, which say what is left', () => {
    const answers = cache();
    answers.put(key, answer({ answers: [record(60), record(30)] }));
    time += 10_500;
    const found = answers.get(key, query)!;
    expect(decode(found)).to.deep.include({ id: 7 });
    expect(decode(found).answers!.map((one) => (one as { ttl: number }).ttl)).to.deep.equal([50, 20]);
    time += 20_000;
    expect(answers.get(key, query)).to.equal(undefined);
  });

  it('are those of one origin and one query, and not failures, empty or cut ones', () => {
    const answers = cache();
    answers.put(key, answer({ answers: [record(60)] }));
    const other = encode({ type: 'query', id: 7, questions: [{ name: 'b.test', type: 'A' }] });
    expect(answers.get(AnswerCache.key('here', other), other)).to.equal(undefined);
    expect(answers.get(AnswerCache.key('there', query), query)).to.equal(undefined);
    for (const more of [
      {},
      { flags: 2 },
      { flags: 0x0200, answers: [record(60)] },
      { answers: [record(0)] },
    ]) {
      const fresh = cache();
      fresh.put(key, answer(more));
      expect(fresh.get(key, query), JSON.stringify(more)).to.equal(undefined);
    }
    const short = cache();
    short.put(key, answer({ answers: [record(60)] }).subarray(0, 35));
    expect(short.get(key, query)).to.equal(undefined);
  });

  it('tell of what is not there for as long as the zone says', () => {
    const answers = cache();
    answers.put(key, answer({ flags: 3, authorities: [soa] }));
    time += 4900;
    expect(decode(answers.get(key, query)!)).to.include({ rcode: 'NXDOMAIN' });
    time += 200;
    expect(answers.get(key, query)).to.equal(undefined);
  });

  it('are bounded in number: the oldest go', () => {
    const answers = cache();
    for (let index = 0; index < 3000; index++) answers.put(`${index}`, answer({ answers: [record(60)] }));
    expect(answers.get('900', query)).to.equal(undefined);
    expect(answers.get('2999', query)).not.to.equal(undefined);
  });
});
