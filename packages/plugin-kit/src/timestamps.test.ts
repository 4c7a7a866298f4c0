import { expect } from 'chai';
import { describe, it } from 'mocha';
import { parseTimestamp, readTimestamp } from './timestamps.js';

const now = 1_700_000_000_500_000_000n;
const read = (text: string) => readTimestamp(text, now);

describe('timestamps (unit)', () => {
  it('reads seconds with and without a fraction', () => {
    expect(read('0')).to.equal(0n);
    expect(read('1136073600')).to.equal(1_136_073_600_000_000_000n);
    expect(read('1136073600.000000001')).to.equal(1_136_073_600_000_000_001n);
    expect(read('1136073600.5')).to.equal(1_136_073_600_500_000_000n);
    expect(read('1.1234567899')).to.equal(1_123_456_789n);
    expect(read('-1')).to.equal(-1_000_000_000n);
  });

  it('reads durations as so long ago', () => {
    expect(now - read('10m')!).to.equal(600_000_000_000n);
    expect(now - read('1h1m1s')!).to.equal(3_661_000_000_000n);
    expect(now - read('1.5s')!).to.equal(1_500_000_000n);
    expect(now - read('2ms3us4ns')!).to.equal(2_003_004n);
    expect(read('-10m')! - now).to.equal(600_000_000_000n);
  });

  it('reads times of RFC 3339 with any zone', () => {
    expect(read('2006-01-02T15:04:05Z')).to.equal(1_136_214_245_000_000_000n);
    expect(read('2006-01-02T15:04:05.000000001Z')).to.equal(1_136_214_245_000_000_001n);
    expect(read('2006-01-02T17:04:05.25+02:00')).to.equal(1_136_214_245_250_000_000n);
    expect(read('2006-01-02T15:04-07:00')).to.equal(1_136_239_440_000_000_000n);
    expect(read('2006-01-02T15Z')).to.equal(1_136_214_000_000_000_000n);
    expect(read('2006-01-02z')).to.equal(1_136_160_000_000_000_000n);
  });

  it('takes a time without a zone as one of here', () => {
    const here = (...fields: [number, number, number, number?, number?]) =>
      BigInt(new Date(...fields).getTime()) * 1_000_000n;
    expect(read('2006-01-02')).to.equal(here(2006, 0, 2));
    expect(read('2006-01-02T15:04')).to.equal(here(2006, 0, 2, 15, 4));
  });

  it('gives nothing for other texts', () => {
    const numbers = ['', ' ', 'x', '1x', '1d', 'm', '1.', '.', '1.5.5', '1e3', '0x10'];
    const dates = [
      '2006-02-31',
      '2006-13-01T00:00:00Z',
      '2006-01-02T25:00:00Z',
      '2006-01-02T15:04:61Z',
      'yesterday',
    ];
    const others = [...numbers, ...dates, '2006-01-02 15:04:05'];
    for (const text of others) expect(read(text), text).to.equal(undefined);
  });

  it('refuses them as dockerd does where it reads seconds', () => {
    expect(parseTimestamp('5.25', now)).to.equal(5_250_000_000n);
    expect(() => parseTimestamp('yesterday', now))
      .to.throw('strconv.ParseInt: parsing "yesterday": invalid syntax')
      .with.property('kind', 'System');
  });
});
