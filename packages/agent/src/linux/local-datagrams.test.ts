import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { localDatagrams } from './local-datagrams.js';

/** Binds a socket, and prints the length of each datagram, or of the memory that came with it; two at most wait. */
const receiver = `
import os, socket, sys, array
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1])
print('ready', flush=True)
while sys.stdin.readline():
    data, rights, _, _ = s.recvmsg(1 << 20, 64)
    if rights:
        f = array.array('i', rights[0][2])[0]
        print('memory', len(os.pread(f, 1 << 24, 0)), flush=True)
    else:
        print('datagram', data.decode(), flush=True)
`;

describe('local datagrams (unit)', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), `arca-dgram-${process.pid}-`));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const receivers: ChildProcess[] = [];
  afterEach(() => receivers.splice(0).forEach((child) => child.kill('SIGKILL')));

  const listen = async (path: string) => {
    const child = spawn('python3', ['-c', receiver, path], { stdio: ['pipe', 'pipe', 'inherit'] });
    receivers.push(child);
    let text = '';
    child.stdout.on('data', (data: Buffer) => (text += data.toString()));
    const line = async () => {
      while (!text.endsWith('\n')) await once(child.stdout, 'data');
      return text.trim();
    };
    await line();
    return {
      next(): Promise<string> {
        text = '';
        child.stdin.write('\n');
        return line();
      },
      async close() {
        child.kill('SIGKILL');
        await once(child, 'close');
        await rm(path, { force: true });
      },
    };
  };

  it('reach their receiver, the large ones as sealed memory, and the receiver that follows it', async () => {
    const path = join(directory, 'socket');
    expect(() => localDatagrams.connect(path)).to.throw('ENOENT');
    const never = new AbortController().signal;
    const first = await listen(path);
    const socket = localDatagrams.connect(path);
    await socket.send(Buffer.from('one'), never);
    expect(await first.next()).to.equal('datagram one');
    const large = Buffer.alloc(8_000_000, 'x');
    const refused = await socket
      .send(large, never)
      .catch((error: unknown) => (error as { code: string }).code);
    expect(refused).to.equal('EMSGSIZE');
    await socket.sendSealed(large, never);
    expect(await first.next()).to.equal('memory 8000000');
    await first.close();
    const second = await listen(path);
    await socket.send(Buffer.from('two'), never);
    expect(await second.next()).to.equal('datagram two');
    socket.close();
    await second.close();
  });

  it('wait for a receiver that does not read, until they are given up', async () => {
    const path = join(directory, 'socket');
    const stalled = await listen(path);
    const socket = localDatagrams.connect(path);
    const giveUp = new AbortController();
    let sent = 0;
    const sending = (async () => {
      for (;;) {
        await socket.send(Buffer.from(String(sent)), giveUp.signal);
        sent++;
      }
    })();
    setTimeout(() => giveUp.abort(), 20);
    await sending.catch(() => undefined);
    expect(sent).to.be.within(1, 100_000);
    expect(await stalled.next()).to.equal('datagram 0');
    socket.close();
    await stalled.close();
  });
});
