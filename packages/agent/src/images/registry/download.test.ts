import { expect } from 'chai';
import { Readable } from 'node:stream';
import { describe, it } from 'mocha';
import type { RegistryClient } from './client.js';
import { download } from './download.js';
import { RegistryError } from './failure.js';

const content = Buffer.from('0123456789abcdef');
const descriptor = { mediaType: '', digest: 'sha256:x', size: content.length };

/** Answers each request by the next script: how many bytes before it breaks, or an error. */
function scripted(...script: (number | Error)[]) {
  const asked: number[] = [];
  const blob = async (_: string, offset: number) => {
    asked.push(offset);
    const next = script.shift() ?? 0;
    if (next instanceof Error) throw next;
    const body = Readable.from([content.subarray(offset, offset + next)]);
    return { body, offset };
  };
  return { client: { blob } as unknown as RegistryClient, asked };
}

async function read(
  client: RegistryClient,
  signal?: AbortSignal,
): Promise<{ text: string; pauses: number[] }> {
  const pauses: number[] = [];
  let text = '';
  const options = { signal, retryDelay: 1, onRetry: (pause: number) => pauses.push(pause) };
  for await (const chunk of download(client, descriptor, options)) text += chunk.toString();
  return { text, pauses };
}

describe('downloads', () => {
  it('take up where they were cut', async () => {
    const { client, asked } = scripted(5, 0, new Error('reset'), 4, 100);
    expect(await read(client)).to.deep.equal({ text: content.toString(), pauses: [1, 2, 4, 1] });
    expect(asked).to.deep.equal([0, 5, 5, 5, 9]);
  });

  it('end after five attempts without a byte', async () => {
    const { client, asked } = scripted(3, ...Array.from({ length: 9 }, () => new Error('reset')));
    const error = await read(client).catch((failure: Error) => failure);
    expect(error).to.include({ message: 'reset' });
    expect(asked).to.have.length(1 + 4);
  });

  it('end at once when the registry refuses, not when it is busy', async () => {
    const refused = scripted(new RegistryError(404, 'BLOB_UNKNOWN', 'unknown'), 100);
    expect(await read(refused.client).catch(String)).to.contain('unknown');
    expect(refused.asked).to.have.length(1);
    const busy = scripted(new RegistryError(429, '', 'busy'), new RegistryError(503, '', 'busy'), 100);
    expect((await read(busy.client)).text).to.equal(content.toString());
  });

  it('come back when the registry says, unless that is long after', async () => {
    const busy = scripted(new RegistryError(429, '', 'busy', 30), 100);
    expect((await read(busy.client)).pauses).to.deep.equal([30]);
    const exhausted = scripted(new RegistryError(429, '', 'busy', 3_600_000), 100);
    expect(await read(exhausted.client).catch(String)).to.contain('busy');
    expect(exhausted.asked).to.have.length(1);
  });

  it('end when they are told to', async () => {
    const { client, asked } = scripted(5, 5);
    expect(await read(client, AbortSignal.abort(new Error('stop'))).catch(String)).to.contain('stop');
    expect(asked).to.have.length(1);
  });
});
