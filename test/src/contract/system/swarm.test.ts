import { expect } from 'chai';
import { it } from 'mocha';
import { onEachEngine } from '../../harness/suite.js';

const NOT_A_MANAGER =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" ' +
  'to connect this node to swarm and try again.';

onEachEngine('swarm operations outside of a swarm', (suite) => {
  for (const path of ['/swarm', '/nodes', '/services', '/tasks', '/secrets', '/configs']) {
    it(`GET ${path} answers 503 and says why`, async () => {
      const answer = await suite.api.get(path);
      expect(answer.status).to.equal(503);
      expect(answer.json()).to.deep.equal({ message: NOT_A_MANAGER });
    });
  }
});
