import { expect } from 'chai';
import { describe, it } from 'mocha';
import { chainIds, parseConfig } from './config.js';
import { sha256 } from './testing/archives.js';

const first = sha256('first');
const second = sha256('second');

describe('image configurations', () => {
  it('chains layers', () => {
    expect(chainIds([])).to.deep.equal([]);
    expect(chainIds([first, second])).to.deep.equal([first, sha256(`${first} ${second}`)]);
  });

  it('reads what the agent needs and keeps the text as it was', () => {
    const text = `{ "os":"linux","architecture":"arm","variant":"v7",
      "created":"2024-01-02T03:04:05.000000006Z","rootfs":{"type":"layers","diff_ids":["${first}"]},"x":1}`;
    const config = parseConfig(Buffer.from(text));
    expect(config).to.include({
      text,
      os: 'linux',
      architecture: 'arm',
      variant: 'v7',
      createdAt: 1704164645000,
    });
    expect(config.diffIds).to.deep.equal([first]);
  });

  it('takes dates before the epoch and missing ones as none', () => {
    for (const created of ['"0001-01-01T00:00:00Z"', 'null', '"never"']) {
      expect(
        parseConfig(Buffer.from(`{"created":${created},"rootfs":{"diff_ids":null}}`)).createdAt,
      ).to.equal(0);
    }
  });

  it('refuses what is none', () => {
    for (const text of [
      '',
      '[]',
      'null',
      '{}',
      '{"rootfs":{"diff_ids":["x"]}}',
      '{"rootfs":{"diff_ids":[1]}}',
    ]) {
      expect(() => parseConfig(Buffer.from(text)), text)
        .to.throw()
        .with.property('code', 'INVALID_ARGUMENT');
    }
  });
});
