import { expect } from 'chai';
import { parseLogAddress } from './address.js';
import { dialFailure } from './dial-failure.js';
import { PieceMarks } from './piece-marks.js';

describe('collectors’ addresses (unit)', () => {
  it('are taken apart as Go does', () => {
    expect(parseLogAddress('tcp+tls://[::1]:6514')).to.include({
      scheme: 'tcp+tls',
      host: '::1',
      port: 6514,
    });
    expect(parseLogAddress('udp://logs')).to.deep.equal({
      scheme: 'udp',
      host: 'logs',
      port: undefined,
      path: '',
    });
    expect(parseLogAddress('unix:///dev/log')).to.include({ scheme: 'unix', host: '', path: '/dev/log' });
    expect(parseLogAddress('logs:514')).to.include({ scheme: 'logs', host: '' });
    expect(parseLogAddress('logs')).to.include({ scheme: '', host: '' });
    expect(() => parseLogAddress('127.0.0.1:514')).to.throw('first path segment in URL cannot contain colon');
    expect(() => parseLogAddress('tcp://a:b')).to.throw('invalid port ":b" after host');
  });

  it('are named when nobody answers', () => {
    const refused = dialFailure(
      'tcp',
      '127.0.0.1:1',
      Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    );
    expect(refused.message).to.equal('dial tcp 127.0.0.1:1: connect: connection refused');
  });
});

describe('marks of pieces (unit)', () => {
  const entry = (length: number, partial: boolean) =>
    ({ stream: 'stdout', time: 1n, line: Buffer.alloc(length), partial }) as const;

  it('number the pieces of a line, the last one included', () => {
    const marks = new PieceMarks();
    const full = 16 * 1024;
    const pieces = [entry(full, true), entry(full, true), entry(3, false)].map((piece) => marks.mark(piece));
    expect(pieces.map((mark) => [mark?.ordinal, mark?.last])).to.deep.equal([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(new Set(pieces.map((mark) => mark?.id)).size).to.equal(1);
    expect(marks.mark(entry(3, false))).to.equal(undefined);
    expect(marks.mark(entry(3, true))).to.include({ ordinal: 1, last: false });
  });
});
