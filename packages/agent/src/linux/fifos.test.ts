import { expect } from 'chai';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fifoReader, InputFifo, makeOutputFifo, reopenOutputFifo } from './fifos.js';
import { lockDirectory } from './locks.js';
import { setPipeSize } from './syscalls.js';

describe('FIFOs', () => {
  let directory: string;
  const path = () => join(directory, 'fifo');
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'arca-fifos-'))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('hold what comes before their reader begins, and end after their last writer', async () => {
    const reader = fifoReader(makeOutputFifo(path()));
    const writer = openSync(path(), constants.O_WRONLY | constants.O_NONBLOCK);
    expect(writeSync(writer, Buffer.alloc(65_536, 'x'))).to.equal(65_536);
    expect(reader.bytesRead).to.equal(0);
    closeSync(writer);
    expect(await text(reader)).to.have.length(65_536);
  });

  it('grow when much goes through them at once, sixteen at a time', async () => {
    const mebibyte = 1024 * 1024;
    const open = (name: string) => {
      const reader = fifoReader(makeOutputFifo(`${path()}${name}`));
      const writer = openSync(`${path()}${name}`, constants.O_WRONLY | constants.O_NONBLOCK);
      /** How much fits into the pipe after so many bytes have gone through. */
      const after = async (bytes: number) => {
        writeSync(writer, Buffer.alloc(bytes));
        await once(reader, 'data');
        reader.pause();
        return writeSync(writer, Buffer.alloc(mebibyte));
      };
      const close = () => {
        closeSync(writer);
        reader.resume();
        return once(reader, 'close');
      };
      return { after, close };
    };
    const fifos = Array.from({ length: 18 }, (_, index) => open(`${index}`));
    expect(await fifos[0]!.after(1000)).to.equal(65_536);
    await fifos[0]!.close();
    for (const { after } of fifos.slice(1, 17)) expect(await after(65_536)).to.equal(mebibyte);
    expect(await fifos[17]!.after(65_536)).to.equal(65_536);
    await fifos[1]!.close();
    const last = open('last');
    expect(await last.after(65_536)).to.equal(mebibyte);
    for (const { close } of [...fifos.slice(2), last]) await close();
  });

  it('end for a reader that opens them after the writer has gone', async () => {
    const keeper = makeOutputFifo(path());
    const writer = openSync(path(), 'w');
    writeSync(writer, 'left behind');
    closeSync(writer);
    expect(await text(fifoReader(reopenOutputFifo(path())))).to.equal('left behind');
    closeSync(keeper);
  });

  it('do not end for a second reader while a writer is there', async () => {
    const keeper = makeOutputFifo(path());
    const writer = openSync(path(), 'w');
    const reading = text(fifoReader(reopenOutputFifo(path())));
    writeSync(writer, 'still ');
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeSync(writer, 'there');
    closeSync(writer);
    expect(await reading).to.equal('still there');
    closeSync(keeper);
  });

  it('leave turns of the event loop to others, however full they are', async () => {
    const size = 1024 * 1024;
    const readers = [0, 1, 2, 3].map((index) => {
      const reader = fifoReader(makeOutputFifo(`${path()}${index}`));
      const writer = openSync(`${path()}${index}`, constants.O_WRONLY | constants.O_NONBLOCK);
      setPipeSize(writer, size);
      writeSync(writer, Buffer.alloc(size, 'x'));
      closeSync(writer);
      return reader;
    });
    let turn = 0;
    const most: number[] = [];
    for (const reader of readers) {
      reader.lend(({ length }) => (most[turn] = (most[turn] ?? 0) + length));
      reader.resume();
    }
    const ends = Promise.all(readers.map((reader) => new Promise((resolve) => reader.once('end', resolve))));
    let over = false;
    void ends.then(() => (over = true));
    while (!over) {
      await new Promise((resolve) => setImmediate(resolve));
      turn++;
    }
    expect(most.reduce((sum, bytes) => sum + bytes, 0)).to.equal(readers.length * size);
    expect(most.filter((bytes) => bytes > 0).length).to.be.greaterThan(20);
  });

  it('take input before anybody reads it', async () => {
    const input = InputFifo.make(path());
    await new Promise<void>((resolve) => input.write(Buffer.from('early'), resolve));
    const reader = fifoReader(openSync(path(), constants.O_RDONLY | constants.O_NONBLOCK));
    input.close();
    expect(await text(reader)).to.equal('early');
  });

  it('keep input that has ended for a reader that comes later, and end it then', async () => {
    const input = InputFifo.make(path());
    await new Promise<void>((resolve) => input.write(Buffer.from('kept'), resolve));
    let finished = false;
    const end = input.finish().then(() => (finished = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(finished).to.equal(false);
    expect(await readFile(path(), 'utf8')).to.equal('kept'); // opens it without O_NONBLOCK, as the shim does
    await end;
  });

  it('do not wait for a reader of input that nobody will want', async () => {
    const input = InputFifo.make(path());
    const end = input.finish();
    input.close();
    await end;
    await input.finish();
  });
});

describe('a locked directory', () => {
  it('belongs to one at a time', () => {
    const directory = mkdtempSync(join(tmpdir(), 'arca-lock-'));
    try {
      const release = lockDirectory(directory);
      expect(() => lockDirectory(directory))
        .to.throw(/another agent uses/)
        .with.property('code', 'UNAVAILABLE');
      release();
      lockDirectory(directory)();
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
