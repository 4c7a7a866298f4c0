import { createServer, connect, type Server, type Socket } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Attachment, OutputChunk } from '@arca/plugin-kit';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { bridge } from './bridge.js';

const stdout = (text: string): OutputChunk => ({ stream: 'stdout', data: Buffer.from(text) });
const stderr = (text: string): OutputChunk => ({ stream: 'stderr', data: Buffer.from(text) });

/** Attachments in memory over real sockets. */
describe('stream bridge (unit)', () => {
  let directory: string;
  let server: Server;
  let client: Socket;
  let connection: Socket;
  let written: string;
  let reasons: unknown[];
  let inputEnded: Promise<void>;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), `arca-bridge-${process.pid}-`));
    const accepted = Promise.withResolvers<Socket>();
    server = createServer({ allowHalfOpen: true }, accepted.resolve).listen(join(directory, 's'));
    client = connect({ path: join(directory, 's'), allowHalfOpen: true });
    connection = await accepted.promise;
    written = '';
    reasons = [];
  });
  afterEach(async () => {
    client.destroy();
    connection.destroy();
    server.close();
    await rm(directory, { recursive: true, force: true });
  });

  /** An attachment whose output is what `output` yields, then nothing until it is let go (`open`) or the end. */
  function attachment(chunks: OutputChunk[], { open = false } = {}): Attachment {
    const over = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    inputEnded = ended.promise;
    async function* output() {
      yield* chunks;
      if (open) await over.promise;
    }
    return {
      stdin: new Writable({
        write: (data: Buffer, _encoding, done) => {
          written += data.toString();
          done();
        },
        final: (done) => {
          ended.resolve();
          done();
        },
      }),
      output: output(),
      detach: (reason) => {
        reasons.push(reason);
        over.resolve();
      },
    };
  }
  const received = async () => {
    const parts: Buffer[] = [];
    for await (const part of client) parts.push(part as Buffer);
    return Buffer.concat(parts);
  };

  it('frames what is no terminal’s, and closes the connection at the end', async () => {
    const outcome = bridge.run(attachment([stdout('out'), stderr('e')]), connection, { terminal: false });
    const bytes = await received();
    expect(bytes.toString('latin1')).to.equal('\x01\0\0\0\0\0\0\x03out\x02\0\0\0\0\0\0\x01e');
    expect(await outcome).to.equal('ended');
    client.end();
    await new Promise((resolve) => connection.once('close', resolve));
  });

  it('gives a terminal’s output as it is', async () => {
    void bridge.run(attachment([stdout('a\r\n'), stdout('b')]), connection, { terminal: true });
    expect((await received()).toString()).to.equal('a\r\nb');
  });

  it('leaves frames out when it is told to', async () => {
    const how = { terminal: false, framed: false };
    void bridge.run(attachment([stdout('out'), stderr('err')]), connection, how);
    expect((await received()).toString()).to.equal('outerr');
  });

  it('passes a half-close on and still gives the output', async () => {
    const source = attachment([], { open: true });
    const outcome = bridge.run(source, connection, { terminal: false });
    client.end('input');
    await inputEnded;
    expect(written).to.equal('input');
    source.detach();
    expect(await outcome).to.equal('ended');
    expect((await received()).length).to.equal(0);
  });

  it('ends when the client types the default keys, and passes on what came before', async () => {
    const outcome = bridge.run(attachment([], { open: true }), connection, { terminal: true });
    client.write('ls\r\x10');
    client.write('x\x10\x10\x11rest');
    expect(await outcome).to.equal('detached');
    expect(written).to.equal('ls\r\x10x\x10');
    expect(reasons).to.deep.equal(['keys']);
  });

  it('knows other keys, also such that repeat themselves', async () => {
    const outcome = bridge.run(attachment([], { open: true }), connection, {
      terminal: true,
      detachKeys: 'a,a,b',
    });
    client.write('aaab');
    expect(await outcome).to.equal('detached');
    expect(written).to.equal('a');
  });

  it('lets the keys through when there is no terminal', async () => {
    const source = attachment([], { open: true });
    const outcome = bridge.run(source, connection, { terminal: false });
    client.end('\x10\x11');
    await inputEnded;
    expect(written).to.equal('\x10\x11');
    source.detach();
    expect(await outcome).to.equal('ended');
  });

  it('lets go when the client has gone away, which the next output shows', async () => {
    const source = attachment([]);
    async function* output() {
      for (;;) {
        yield stdout('x');
        await new Promise(setImmediate);
      }
    }
    const outcome = bridge.run({ ...source, output: output() }, connection, { terminal: false });
    client.destroy();
    expect(await outcome).to.equal('closed');
    await inputEnded;
    expect(reasons).to.deep.equal([undefined]);
  });

  it('waits for a client that reads slowly', async () => {
    const total = 200;
    let given = 0;
    const source = attachment([]);
    async function* output() {
      for (; given < total; given++) yield stdout('x'.repeat(64 * 1024));
    }
    void bridge.run({ ...source, output: output() }, connection, { terminal: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(given).to.be.below(total / 2);
    expect((await received()).length).to.equal(total * 64 * 1024);
  });

  it('encodes an output for an ordinary answer, singly and in groups', async () => {
    async function* groups() {
      yield [stdout('a'), stderr('b')];
      yield stdout('c');
    }
    const read = async (terminal: boolean) =>
      Buffer.concat(await bridge.encode(groups(), terminal).toArray()).toString('latin1');
    expect(await read(true)).to.equal('abc');
    expect(await read(false)).to.equal('\x01\0\0\0\0\0\0\x01a\x02\0\0\0\0\0\0\x01b\x01\0\0\0\0\0\0\x01c');
  });
});
