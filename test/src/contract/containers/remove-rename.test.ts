import { expect } from 'chai';
import { it } from 'mocha';
import { existsSync } from 'node:fs';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('DELETE /containers/{id} and POST /containers/{id}/rename', (suite) => {
  const remove = (id: string, query = {}) => suite.api.delete(`/containers/${id}`, query);
  const rename = (id: string, name: string) =>
    suite.api.post(`/containers/${id}/rename`, undefined, { name });

  it('removes a created and an ended container with 204', async () => {
    const ids = [await suite.api.create({}), (await suite.api.run({ Cmd: ['true'] })).id];
    for (const id of ids) {
      const removed = await remove(id);
      expect(removed.status).to.equal(204);
      expect(removed.body).to.have.length(0);
      expect((await remove(id)).status).to.equal(404);
    }
  });

  it('refuses to remove a running container, and says what to do', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] }, 'still-running');
    const refused = await remove('still-running');
    expect(refused.status).to.equal(409);
    expect(refused.message).to.equal(
      suite.versioned(
        '1.44',
        'reworded',
        'cannot remove container "still-running": container is running: stop the container before removing or force remove',
        `You cannot remove a running container ${id}. Stop the container before attempting removal or force remove`,
      ),
    );
    expect((await suite.api.inspect(id)).State.Running).to.equal(true);
  });

  it('kills and removes a running container by force', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    const { Pid } = (await suite.api.inspect(id)).State;
    expect((await remove(id, { force: true })).status).to.equal(204);
    expect((await suite.api.get(`/containers/${id}/json`)).status).to.equal(404);
    expect(existsSync(`/proc/${Pid}`)).to.equal(false);
  });

  it('leaves neither writable layer nor log behind', async () => {
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', 'echo x; echo y > /file'] });
    const { LogPath } = await suite.api.inspect(id);
    expect(existsSync(LogPath), 'the log is where inspect says').to.equal(true);
    await remove(id);
    expect(existsSync(LogPath)).to.equal(false);
  });

  it('removes by itself what was created with AutoRemove', async () => {
    const id = await suite.api.create({ Cmd: ['true'], HostConfig: { AutoRemove: true } });
    const waiting = suite.api.wait(id, 'removed');
    await suite.api.post(`/containers/${id}/start`);
    expect((await waiting).StatusCode).to.equal(0);
    expect((await suite.api.get(`/containers/${id}/json`)).status).to.equal(404);
  });

  it('renames with 204, also while running; the old name is free', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] }, 'old-name');
    expect((await rename('old-name', 'new-name')).status).to.equal(204);
    expect((await suite.api.inspect('new-name')).Name).to.equal('/new-name');
    expect((await suite.api.get('/containers/old-name/json')).status).to.equal(404);
    expect((await suite.api.inspect(id)).Id).to.equal(id);
    await suite.api.create({}, 'old-name');
  });

  it('refuses a name in use', async () => {
    const holder = await suite.api.create({}, 'rename-taken');
    const id = await suite.api.create({}, 'rename-other');
    const answer = await rename(id, 'rename-taken');
    expect(answer.status).to.equal(409);
    expect(answer.message).to.equal(
      `Error when allocating new name: Conflict. The container name "/rename-taken" is already in use by container ` +
        `"${holder}". You have to remove (or rename) that container to be able to reuse that name.`,
    );
  });

  it('refuses the name it has already, none, and a bad one', async () => {
    const id = await suite.api.create({}, 'rename-same');
    const same = await rename(id, 'rename-same');
    expect(same.status).to.equal(400);
    expect(same.message).to.equal('Renaming a container with the same name as its current name');
    const none = await rename(id, '');
    expect(none.status).to.equal(400);
    expect(none.message).to.equal('Neither old nor new names may be empty');
    const bad = await rename(id, 'b@d');
    expect(bad.status).to.equal(400);
    expect(bad.message).to.equal(
      'Error when allocating new name: Invalid container name (/b@d), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed',
    );
    expect((await suite.api.inspect(id)).Name).to.equal('/rename-same');
  });
});
