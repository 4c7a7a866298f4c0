import { expect } from 'chai';
import { afterEach, beforeEach, it } from 'mocha';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import type { ImageInspect } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

type Removed = { Untagged?: string; Deleted?: string }[];

onEachEngine('POST /images/{name}/tag and DELETE /images/{name}', (suite) => {
  let image: TestImage;

  beforeEach('load an image', async () => {
    image = await makeImage(['removal/base:v1'], { Labels: { of: 'removal' } });
    const headers = { 'Content-Type': 'application/x-tar' };
    suite.api.expect(await suite.api.call('POST', '/images/load', { body: image.tar, headers }), 200);
  });

  afterEach('remove the image', async () => {
    await suite.api.wipe();
    const left = await suite.api.get(`/images/${image.id}/json`);
    for (const tag of left.status === 200 ? left.json<ImageInspect>().RepoTags : []) {
      await suite.api.delete(`/images/${tag}`, { force: true });
    }
    await suite.api.delete(`/images/${image.id}`, { force: true });
  });

  const tag = (name: string, repo: string, label?: string) =>
    suite.api.post(`/images/${name}/tag`, undefined, { repo, tag: label });
  const remove = (name: string, query = {}) => suite.api.delete(`/images/${name}`, query);
  const tags = async (): Promise<string[]> => {
    const answer = await suite.api.get(`/images/${image.id}/json`);
    return suite.api.expect(answer, 200).json<ImageInspect>().RepoTags;
  };
  const untagged = (records: Removed) => records.flatMap((record) => record.Untagged ?? []);
  const deleted = (records: Removed) => records.flatMap((record) => record.Deleted ?? []);

  it('tags by name, id and short id; latest is the default', async () => {
    expect((await tag('removal/base:v1', 'removal/other', 'v2')).status).to.equal(201);
    expect((await tag(image.id, 'removal/id')).status).to.equal(201);
    expect((await tag(image.id.slice(7, 19), '127.0.0.1:5000/removal/short', 'x')).status).to.equal(201);
    const expected = [
      'removal/base:v1',
      'removal/other:v2',
      'removal/id:latest',
      '127.0.0.1:5000/removal/short:x',
    ];
    expect(await tags()).to.have.members(expected);
  });

  it('refuses to tag what is not there, and bad references', async () => {
    const missing = await tag('removal/nosuch', 'removal/x');
    expect(missing.status).to.equal(404);
    expect(missing.message).to.equal('No such image: removal/nosuch:latest');
    const invalid = suite.versioned('1.44', 'bad references became the client’s fault', 400, 500);
    const upper = await tag('removal/base:v1', 'UPPER');
    expect(upper.status).to.equal(invalid);
    expect(upper.message).to.equal('invalid reference format: repository name must be lowercase');
    const colon = await tag('removal/base:v1', 'removal/x', 'a:b');
    expect(colon.status).to.equal(invalid);
    expect(colon.message).to.equal('invalid tag format');
  });

  it('takes off one of several tags and keeps the image', async () => {
    await tag('removal/base:v1', 'removal/base', 'v2');
    const answer = await remove('removal/base:v1');
    expect(answer.status).to.equal(200);
    expect(answer.json()).to.deep.equal([{ Untagged: 'removal/base:v1' }]);
    expect(await tags()).to.deep.equal(['removal/base:v2']);
  });

  it('deletes the image with its last tag', async () => {
    const records = (await remove('removal/base:v1')).json<Removed>();
    expect(records[0]).to.deep.equal({ Untagged: 'removal/base:v1' });
    expect(deleted(records)).to.include(image.id);
    expect((await suite.api.get(`/images/${image.id}/json`)).status).to.equal(404);
  });

  it('deletes by id when one repository holds it, with its only tag', async () => {
    const records = (await remove(image.id)).json<Removed>();
    expect(untagged(records)).to.deep.equal(['removal/base:v1']);
    expect(deleted(records)).to.include(image.id);
  });

  it('refuses an id that several repositories hold, unless forced', async () => {
    await tag('removal/base:v1', 'removal/second', 'v1');
    const refused = await remove(image.id);
    expect(refused.status).to.equal(409);
    expect(refused.message).to.equal(
      `conflict: unable to delete ${image.id.slice(7, 19)} (must be forced) - ` +
        'image is referenced in multiple repositories',
    );
    const records = (await remove(image.id, { force: true })).json<Removed>();
    expect(untagged(records)).to.have.members(['removal/base:v1', 'removal/second:v1']);
    expect(deleted(records)).to.include(image.id);
  });

  it('refuses the last tag of an image that a container uses, and names both', async () => {
    const container = await suite.api.create({ Image: 'removal/base:v1', Cmd: ['true'] });
    const refused = await remove('removal/base:v1');
    expect(refused.status).to.equal(409);
    expect(refused.message).to.equal(
      `conflict: unable to remove repository reference "removal/base:v1" (must force) - ` +
        `container ${container.slice(0, 12)} is using its referenced image ${image.id.slice(7, 19)}`,
    );
  });

  it('refuses the id of an image that a stopped container uses, unless forced', async () => {
    const container = await suite.api.create({ Image: 'removal/base:v1', Cmd: ['true'] });
    const refused = await remove(image.id);
    expect(refused.status).to.equal(409);
    expect(refused.message).to.equal(
      `conflict: unable to delete ${image.id.slice(7, 19)} (must be forced) - ` +
        `image is being used by stopped container ${container.slice(0, 12)}`,
    );
    expect((await remove(image.id, { force: true })).status).to.equal(200);
    const summary = (await suite.api.get('/containers/json', { all: true })).json<{ Image: string }[]>();
    expect(summary[0]!.Image).to.equal(image.id);
  });

  it('never deletes the image of a running container', async () => {
    const container = await suite.api.start({ Image: 'removal/base:v1', Cmd: ['sleep', '600'] });
    const refused = await remove(image.id, { force: true });
    expect(refused.status).to.equal(409);
    expect(refused.message).to.equal(
      `conflict: unable to delete ${image.id.slice(7, 19)} (cannot be forced) - ` +
        `image is being used by running container ${container.slice(0, 12)}`,
    );
  });

  it('answers 404 for what is not there', async () => {
    const answer = await remove('removal/nosuch:v1');
    expect(answer.status).to.equal(404);
    expect(answer.message).to.equal('No such image: removal/nosuch:v1');
  });

  it('tells of tag, untag and delete in events', async () => {
    const events = await suite.api.events({ filters: { type: ['image'] } });
    await tag('removal/base:v1', 'removal/told', 'v1');
    await remove('removal/told:v1');
    await remove('removal/base:v1');
    await events.find((event) => event.Action === 'delete' && event.Actor.ID === image.id);
    events.destroy();
    expect(events.items.map((event) => event.Action)).to.deep.equal(['tag', 'untag', 'untag', 'delete']);
    expect(events.items[0]!.Actor.Attributes).to.deep.equal({ name: 'removal/told:v1', of: 'removal' });
  });
});
