import { expect } from 'chai';
import { decode, encode, type Answer, type DecodedPacket, type RecordType } from 'dns-packet';
import { addressOfReverse, resolve, type Transport, type View } from './resolver.js';
import { Zones } from './zones.js';

const view: View = {
  networks: [
    { id: 'n1', name: 'net' },
    { id: 'n2', name: 'other' },
  ],
  ...{ links: { db: 'store' }, servers: [], hostServers: false, inside: false, searchOnly: false },
};

function zones(): Zones {
  const all = new Zones();
  all.put('n1', 'e1', { names: ['web', 'www'], addresses: ['10.0.0.2', 'fd00::2'] });
  all.put('n1', 'e2', { names: ['store'], addresses: ['10.0.0.3'] });
  all.put('n2', 'e3', { names: ['web'], addresses: ['10.1.0.2'] });
  return all;
}

async function ask(name: string, type: RecordType = 'A', more: { all?: Zones; transport?: Transport } = {}) {
  const query = encode({ type: 'query', id: 7, questions: [{ name, type }] });
  const answer = await resolve(more.all ?? zones(), view, query, more.transport ?? 'udp', '');
  return decode(answer!) as DecodedPacket & { rcode: string };
}
const data = ({ answers = [] }: DecodedPacket) =>
  answers.map((record) => (record as Answer & { data: unknown }).data);

describe('names of sandboxes (unit)', () => {
  it('are found in the first network that has them, in any case, with the network’s name too', async () => {
    expect(data(await ask('web'))).to.deep.equal(['10.0.0.2']);
    expect(data(await ask('WWW'))).to.deep.equal(['10.0.0.2']);
    expect(data(await ask('web.other'))).to.deep.equal(['10.1.0.2']);
    expect(data(await ask('web', 'AAAA'))).to.deep.equal(['fd00::2']);
    expect(data(await ask('db'))).to.deep.equal(['10.0.0.3']);
  });

  it('without an address of the family have an empty answer, and unknown ones a failure', async () => {
    expect(await ask('store', 'AAAA')).to.deep.include({ rcode: 'NOERROR', answers: [] });
    expect(await ask('nobody')).to.deep.include({ rcode: 'SERVFAIL', answers: [] });
  });

  it('are found by their addresses', async () => {
    expect(data(await ask('2.0.0.10.in-addr.arpa', 'PTR'))).to.deep.equal(['web.net']);
    const six = `2.${'0.'.repeat(27)}0.0.d.f.ip6.arpa`;
    expect(addressOfReverse(six)).to.equal('fd00::2');
    expect(addressOfReverse('example.test')).to.equal(undefined);
  });

  it('go when their endpoint goes, and change with it', async () => {
    const all = zones();
    all.put('n1', 'e1', { names: ['new'], addresses: ['10.0.0.9'] });
    expect(data(await ask('web', 'A', { all }))).to.deep.equal(['10.1.0.2']);
    all.remove('n2', 'e3');
    expect(await ask('web', 'A', { all })).to.include({ rcode: 'SERVFAIL' });
  });

  it('with more addresses than a datagram takes are cut short and marked, and whole over TCP', async () => {
    const all = new Zones();
    for (let index = 1; index <= 100; index++)
      all.put('n1', `e${index}`, { names: ['many'], addresses: [`10.0.1.${index}`] });
    const short = await ask('many', 'A', { all });
    expect(short.flag_tc).to.equal(true);
    expect(short.answers!.length).to.be.within(10, 99);
    expect((await ask('many', 'A', { all, transport: 'tcp' })).answers).to.have.length(100);
  });

  it('are not looked up in what is no query', async () => {
    expect(await resolve(zones(), view, Buffer.from('nonsense'), 'udp', '')).to.equal(undefined);
    const answer = encode({ type: 'response', id: 1, questions: [{ name: 'web', type: 'A' }] });
    expect(await resolve(zones(), view, answer, 'udp', '')).to.equal(undefined);
  });
});
