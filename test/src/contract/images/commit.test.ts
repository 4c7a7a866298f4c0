import { expect } from 'chai';
import { afterEach, it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import type { CreateBody, ImageInspect } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

interface Committed extends Omit<ImageInspect, 'Config'> {
  Author: string;
  Comment: string;
  RootFS: { Layers: string[] };
  Config: CreateBody & { Cmd: string[] | null; Entrypoint: string[] | null };
}

type Query = Record<string, string | string[]>;

onEachEngine('POST /commit', (suite) => {
  let made: string[] = [];
  afterEach('remove the images', async () => {
    await suite.api.wipe();
    for (const id of made.reverse()) await suite.api.delete(`/images/${id}`, { force: true });
    made = [];
  });

  const ask = (container: string, query: Query = {}, body?: unknown) => {
    const given = Object.entries({ container, ...query }).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    );
    return suite.api.post(`/commit?${new URLSearchParams(given).toString()}`, body);
  };
  const commit = async (container: string, query: Query = {}, body?: unknown) => {
    const { Id } = suite.api.expect(await ask(container, query, body), 201).json<{ Id: string }>();
    made.push(Id);
    return Id;
  };
  const image = async (id: string) =>
    suite.api.expect(await suite.api.get(`/images/${id}/json`), 200).json<Committed>();
  const stopped = async (script: string, body: CreateBody = {}) =>
    (await suite.api.run({ Cmd: ['sh', '-c', script], ...body })).id;

  it('makes an image that has what the container wrote, and not what it removed', async () => {
    const id = await stopped('echo hello > /new; mkdir -p /d; chmod 1777 /d; rm /etc/group; ln /new /d/hard');
    const made = await commit(id, { repo: 'commit/made', tag: 'v1', comment: 'why', author: 'me' });
    expect(made).to.match(/^sha256:[0-9a-f]{64}$/);
    const { RepoTags, Author, Comment, RootFS } = await image('commit/made:v1');
    expect({ RepoTags, Author, Comment }).to.deep.equal({
      ...{ RepoTags: ['commit/made:v1'], Author: 'me', Comment: 'why' },
    });
    const base = await image(BUSYBOX);
    expect(RootFS.Layers.slice(0, -1)).to.deep.equal(base.RootFS.Layers);
    const script = 'cat /new; stat -c "%a %h" /d /new; ls /etc/group; ls -A /etc | grep -c wh';
    const { stdout } = await suite.api.run({ Image: made, Cmd: ['sh', '-c', script] });
    expect(stdout).to.equal('hello\n1777 2\n644 2\n0\n');
  });

  it('hides a directory that was replaced', async () => {
    const first = await commit(await stopped('mkdir /d; echo 1 > /d/old'));
    const second = await commit(await stopped('rm -r /d; mkdir /d; echo 2 > /d/new', { Image: first }));
    const { stdout } = await suite.api.run({ Image: second, Cmd: ['ls', '-A', '/d'] });
    expect(stdout).to.equal('new\n');
  });

  it('adds no layer when nothing has changed, but a step of history', async () => {
    const made = await commit(await stopped('true'));
    expect((await image(made)).RootFS.Layers).to.deep.equal((await image(BUSYBOX)).RootFS.Layers);
    const steps = async (id: string) =>
      (await suite.api.get(`/images/${id}/history`)).json<object[]>().length;
    expect(await steps(made)).to.equal((await steps(BUSYBOX)) + 1);
  });

  it('keeps the container’s configuration, and makes the changes to it', async () => {
    const body = { Env: ['A=1', 'B=2'], Labels: { a: '1' }, WorkingDir: '/tmp', User: '1' };
    const id = await stopped('true', body);
    const plain = (await image(await commit(id))).Config;
    expect(plain).to.deep.include({ Labels: { a: '1' }, WorkingDir: '/tmp', User: '1' });
    expect(plain.Env).to.include.members(['A=1', 'B=2']);
    expect(plain.Cmd).to.deep.equal(['sh', '-c', 'true']);
    const changes = ['ENV B=3 C="x y"', 'LABEL b=2', 'ENTRYPOINT ["echo"]', 'EXPOSE 80', 'WORKDIR sub'];
    const changed = (await image(await commit(id, { changes }))).Config;
    expect(changed).to.deep.include({
      ...{ Labels: { a: '1', b: '2' }, WorkingDir: '/tmp/sub', ExposedPorts: { '80/tcp': {} } },
      Entrypoint: ['echo'],
    });
    expect(changed.Env).to.include.members(['A=1', 'B=3', 'C=x y']).and.not.include('B=2');
    expect(changed.Cmd ?? null).to.equal(null);
  });

  it('takes a configuration from the body, and the rest from the container', async () => {
    const id = await stopped('true', { Env: ['A=1'], WorkingDir: '/tmp' });
    const made = await commit(id, {}, { Cmd: ['ls'], Env: ['A=2', 'B=1'] });
    const { Config } = await image(made);
    expect(Config).to.deep.include({ Cmd: ['ls'], WorkingDir: '/tmp' });
    expect(Config.Env).to.include.members(['A=2', 'B=1']).and.not.include('A=1');
  });

  it('pauses a container that runs unless told otherwise, and tells of the commit', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    const events = await suite.api.events({ filters: JSON.stringify({ container: [id] }) });
    await commit(id, { pause: '0' });
    await commit(id, { comment: 'second', repo: 'commit/paused' });
    const imageRef = suite.versioned('1.44', 'the tag is told', 'commit/paused:latest', 'commit/paused');
    const told = await events.find(({ Action, Actor }) => {
      return Action === 'commit' && Actor.Attributes['comment'] === 'second';
    });
    expect(told.Actor.Attributes).to.include({ imageID: made[1], imageRef });
    await events.find(({ Action }) => Action === 'unpause');
    const actions = events.items.map(({ Action }) => Action).filter((action) => action !== 'commit');
    expect(actions).to.deep.equal(['pause', 'unpause']);
    events.destroy();
    expect((await suite.api.inspect(id)).State).to.include({ Running: true, Paused: false });
  });

  it('leaves a container paused that was', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    await suite.api.post(`/containers/${id}/pause`);
    await commit(id);
    expect((await suite.api.inspect(id)).State.Paused).to.equal(true);
    await suite.api.post(`/containers/${id}/unpause`);
  });

  it('refuses what is not there, bad names and bad changes', async () => {
    const refusal = async (...args: Parameters<typeof ask>) => {
      const { status, message } = await ask(...args);
      return `${status} ${message}`;
    };
    expect(await refusal('nosuch')).to.equal('404 No such container: nosuch');
    const id = await suite.api.create({ Cmd: ['true'] });
    expect(await refusal(id, { changes: ['RUN ls'] })).to.match(
      /^400 (?i:run) is not a valid change command$/,
    );
    const invalid = suite.versioned('1.44', 'bad references became the client’s fault', 400, 500);
    expect(await refusal(id, { repo: 'UPPER' })).to.equal(
      `${invalid} invalid reference format: repository name must be lowercase`,
    );
    expect(await refusal(id, { repo: 'ok', tag: 'a:b' })).to.equal(`${invalid} invalid tag format`);
    const left = (await suite.api.get('/images/json', { filters: '{"dangling":["true"]}' })).json<
      { Id: string }[]
    >();
    made.push(...left.map(({ Id }) => Id));
  });
});
