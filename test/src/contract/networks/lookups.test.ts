import { expect } from 'chai';
import { it } from 'mocha';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { onArca } from '../../harness/suite.js';

/**
 * Asks a name server for one name over and over, 100 questions at a time, until its input ends; prints how many were
 * answered with an address, and how many were not. A socket's queue of the usual 208 KiB holds some 160 datagrams: with
 * more at a time the kernel drops some when either side is busy, and a resolver would ask again.
 */
const asker = `
const socket = require('node:dgram').createSocket('udp4');
const question = Buffer.from('0000010000010000000000000673746561647900000100'+'01', 'hex');
const waiting = new Map(); let next = 0, good = 0, bad = 0, ending = false;
const ask = () => {
  const id = next = (next + 1) % 65536;
  const query = Buffer.from(question); query.writeUInt16BE(id, 0);
  waiting.set(id, setTimeout(() => { waiting.delete(id); bad++; again(); }, 5000));
  socket.send(query, 53, '127.0.0.11');
};
const again = () => { if (!ending) ask(); else if (waiting.size === 0) { console.log(good + ' ' + bad); process.exit(); } };
socket.on('message', (answer) => {
  const id = answer.readUInt16BE(0);
  clearTimeout(waiting.get(id)); waiting.delete(id);
  if ((answer[3] & 15) === 0 && answer.readUInt16BE(6) === 1) good++; else bad++;
  again();
});
process.stdin.on('end', () => { ending = true; }).resume();
for (let i = 0; i < 100; i++) ask();
`;

onArca('a storm of look-ups', (suite) => {
  it('are all answered while containers come and go', async () => {
    suite.api.expect(await suite.api.post('/networks/create', { Name: 'busy' }), 201);
    const sleeper = (name: string) =>
      suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'busy' } }, name);
    await sleeper('steady');
    const { State } = await suite.api.inspect(await sleeper('client'));
    const child = spawn('nsenter', ['--target', String(State.Pid), '--net', process.execPath, '-e', asker]);
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const ended = once(child, 'close');
    for (let round = 0; round < 6; round++) {
      const ids = await Promise.all([0, 1].map((index) => sleeper(`guest-${round}-${index}`)));
      await Promise.all(ids.map((id) => suite.api.delete(`/containers/${id}`, { force: true })));
    }
    child.stdin.end();
    await ended;
    const [good, bad] = said.split(' ').map(Number);
    expect(bad, 'questions without an address').to.equal(0);
    expect(good).to.be.greaterThan(1000);
  });
});
