import { expect } from 'chai';
import { describe, it } from 'mocha';
import * as browser from './browser/index.js';
import * as sdk from './index.js';
import { Peer } from './testing/peer.js';

const NEWER = { Id: 'a', State: { Status: 'hibernating', Depth: 3 }, Mood: 'calm' };

describe('engines that are newer than the SDK', () => {
  it('tell fields and values that are not known here, and they arrive', async () => {
    const peer = await Peer.start();
    peer.answer = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Api-Version': '1.99' });
      response.end(JSON.stringify(NEWER));
    };
    const client = sdk.createClient({ host: peer.host });
    try {
      const { data } = await sdk.containerInspect({ client, path: { id: 'a' }, throwOnError: true });
      expect(data).to.deep.equal(NEWER);
      const page = browser.createClient({
        url: 'http://engine.example',
        fetch: async () => Response.json(NEWER, { headers: { 'Api-Version': '1.99' } }),
      });
      const seen = await browser.containerInspect({ client: page, path: { id: 'a' }, throwOnError: true });
      expect(seen.data).to.deep.equal(NEWER);
    } finally {
      await client.close();
      await peer.close();
    }
  });
});
