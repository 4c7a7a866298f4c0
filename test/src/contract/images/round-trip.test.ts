import { expect } from 'chai';
import { after, afterEach, before, describe, it } from 'mocha';
import { busyboxRootfs, makeImage, type TestImage } from '../../harness/busybox.js';
import { Api } from '../../harness/api.js';
import { must } from '../../harness/command.js';
import { selectedEngines, sharedEngine } from '../../harness/fleet.js';
import { Registry } from '../../harness/registry.js';
import type { ContainerInspect } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';
import { writeTar, type TarEntry } from '../../harness/tar.js';
import { treeOf } from '../../harness/tree.js';

const mtime = new Date('2019-03-04T05:06:07Z');
const long = `${'d'.repeat(120)}/${'n'.repeat(200)}`;
// A capability set, version 2: CAP_NET_RAW permitted and effective.
const capability = Buffer.from('0100000200200000000000000000000000000000', 'hex').toString('latin1');

/** Every type of file, and some that the layer above takes away. */
const lower: TarEntry[] = [
  { name: 'tree/', type: 'directory', mode: 0o1777 },
  { name: 'tree/plain', type: 'file', mode: 0o640, uid: 7, gid: 8, content: 'plain' },
  { name: 'tree/empty', type: 'file', mode: 0o400, pax: { 'SCHILY.xattr.user.note': 'kept' } },
  { name: 'tree/setuid', type: 'file', mode: 0o6755, content: 'set' },
  { name: 'tree/hard', type: 'link', linkname: 'tree/plain' },
  { name: 'tree/soft', type: 'symlink', linkname: '../nowhere/at all' },
  { name: 'tree/absolute', type: 'symlink', linkname: '/etc/passwd' },
  { name: 'tree/fifo', type: 'fifo', mode: 0o600 },
  { name: 'tree/null', type: 'character-device', mode: 0o666, devmajor: 1, devminor: 3 },
  { name: 'tree/block', type: 'block-device', mode: 0o660, gid: 6, devmajor: 7, devminor: 200 },
  {
    name: 'tree/capable',
    type: 'file',
    mode: 0o755,
    content: 'c',
    pax: { 'SCHILY.xattr.security.capability': capability },
  },
  { name: `tree/${'d'.repeat(120)}/`, type: 'directory', mode: 0o700, uid: 200_000, gid: 200_001 },
  { name: `tree/${long}`, type: 'file', mode: 0o644, content: 'long', uid: 200_000 },
  { name: 'tree/späte Datei\n', type: 'file', mode: 0o644, content: 'odd name' },
  { name: 'tree/gone', type: 'file', mode: 0o644, content: 'gone' },
  { name: 'tree/replaced/', type: 'directory', mode: 0o755 },
  { name: 'tree/replaced/below', type: 'file', mode: 0o644, content: 'below' },
  { name: 'tree/opaque/', type: 'directory', mode: 0o750, uid: 9 },
  { name: 'tree/opaque/hidden', type: 'file', mode: 0o644, content: 'hidden' },
  { name: 'unlisted/', type: 'directory', mode: 0o1777, uid: 11 },
];
const upper: TarEntry[] = [
  { name: 'tree/', type: 'directory', mode: 0o1777 },
  { name: 'tree/.wh.gone', type: 'file', mode: 0o644 },
  { name: 'tree/opaque/', type: 'directory', mode: 0o711, uid: 10 },
  { name: 'tree/opaque/.wh..wh..opq', type: 'file', mode: 0o644 },
  { name: 'tree/opaque/shown', type: 'file', mode: 0o644, content: 'shown' },
  { name: 'tree/.wh.replaced', type: 'file', mode: 0o644 },
  { name: 'tree/new', type: 'file', mode: 0o604, content: 'new' },
  // A directory that the layer does not list is one with the usual mode.
  { name: 'unlisted/new', type: 'file', mode: 0o644, content: 'new' },
];

const timed = (entries: TarEntry[]) => writeTar(entries.map((entry) => ({ mtime, ...entry })));

async function everyType(tags: string[]): Promise<TestImage> {
  const layers = await Promise.all([busyboxRootfs(), timed(lower), timed(upper)]);
  return makeImage(tags, { Labels: { of: 'round-trip' }, Cmd: ['sleep', '1000'] }, layers);
}

/** The tree of an image as a container of it sees it; the container stays. */
async function shown(api: Api, Image: string): Promise<{ id: string; tree: Record<string, string> }> {
  const id = await api.create({ Image, Cmd: ['sleep', '1000'] });
  api.expect(await api.post(`/containers/${id}/start`), 204);
  const { State } = (await api.get(`/containers/${id}/json`)).json<ContainerInspect>();
  return { id, tree: await treeOf(`/proc/${State.Pid}/root`, 'tree') };
}

/** Leaves a socket that nobody serves. */
const makeSocket = (path: string) =>
  must('python3', ['-c', 'import socket,sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])', path]);

async function load(api: Api, body: Buffer): Promise<void> {
  const headers = { 'Content-Type': 'application/x-tar' };
  const answer = api.expect(await api.call('POST', '/images/load', { body, headers }), 200);
  expect(answer.text).to.include('Loaded image');
}

onEachEngine('an image with every type of file', (suite) => {
  let image: TestImage;
  let registry: Registry;
  before(async () => {
    image = await everyType([]);
    registry = await Registry.start();
  });
  after(() => registry.stop());
  const remove = async () => {
    await suite.api.wipe();
    await suite.api.delete(`/images/${image.id}`, { force: true });
  };
  afterEach(remove);

  const transfer = async (name: string, direction: 'push' | 'pull'): Promise<string> => {
    const headers = { 'X-Registry-Auth': Buffer.from('{}').toString('base64') };
    const answer =
      direction === 'push'
        ? await suite.api.call('POST', `/images/${name}/push`, { query: { tag: 'v1' }, headers })
        : await suite.api.post('/images/create', undefined, { fromImage: name, tag: 'v1' });
    const [, digest = ''] = /digest: (sha256:[0-9a-f]{64})/i.exec(answer.text) ?? [];
    expect(digest, answer.text).not.to.equal('');
    return digest;
  };
  const tag = async (repo: string) =>
    suite.api.expect(await suite.api.post(`/images/${image.id}/tag`, undefined, { repo, tag: 'v1' }), 201);
  const tree = async () => {
    const { id, tree: found } = await shown(suite.api, image.id);
    await suite.api.delete(`/containers/${id}`, { force: true });
    return found;
  };

  it('is the same after load, push, pull, save, load, push and pull', async () => {
    await load(suite.api, image.tar);
    const first = await tree();
    expect(Object.keys(first)).to.include.members([
      `tree/${long}`,
      'tree/opaque/shown',
      'tree/new',
      'tree/block',
    ]);
    expect(Object.keys(first)).not.to.include.members(['tree/gone']);
    for (const hidden of ['tree/gone', 'tree/opaque/hidden', 'tree/replaced/', 'tree/replaced/below'])
      expect(first[hidden], hidden).to.equal(undefined);
    expect(first['tree/setuid']).to.include('"mode":"6755"');
    expect(first['tree/capable']).to.include('SCHILY.xattr.security.capability');
    expect(first['tree/empty']).to.include('SCHILY.xattr.user.note');
    expect(first['tree/empty']).to.include(`"seconds":${mtime.getTime() / 1000}`);
    const unlisted = { Image: image.id, Cmd: ['stat', '-c', '%a %u', '/unlisted'] };
    expect((await suite.api.run(unlisted)).stdout).to.equal('755 0\n');
    const [one, two] = [`${registry.host}/trip/one`, `${registry.host}/trip/two`];
    await tag(one);
    const digest = await transfer(one, 'push');
    await remove();
    expect(await transfer(one, 'pull')).to.equal(digest);
    expect(await tree()).to.deep.equal(first);
    const saved = suite.api.expect(await suite.api.get(`/images/${one}:v1/get`), 200).body;
    await remove();
    await load(suite.api, saved);
    expect(await tree()).to.deep.equal(first);
    await tag(two);
    expect(await transfer(two, 'push')).to.equal(digest);
    await remove();
    expect(await transfer(two, 'pull')).to.equal(digest);
    expect(await tree()).to.deep.equal(first);
  });

  it('is the same after a commit, and after export and import', async () => {
    await load(suite.api, image.tar);
    const { id, tree: first } = await shown(suite.api, image.id);
    // No archive can have a socket; the file stays when its server goes.
    const { State } = (await suite.api.get(`/containers/${id}/json`)).json<ContainerInspect>();
    await makeSocket(`/proc/${State.Pid}/root/socket`);
    const committed = suite.api.expect(
      await suite.api.post('/commit', {}, { container: id, repo: 'trip/commit' }),
      201,
    );
    expect(committed.json<{ Id: string }>().Id).not.to.equal(image.id);
    expect((await shown(suite.api, 'trip/commit')).tree).to.deep.equal(first);
    const { body } = suite.api.expect(await suite.api.get(`/containers/${id}/export`), 200);
    const query = { fromSrc: '-', repo: 'trip/import' };
    const headers = { 'Content-Type': 'application/x-tar' };
    suite.api.expect(await suite.api.call('POST', '/images/create', { body, query, headers }), 200);
    // dockerd leaves attributes of users out of an export.
    const { 'tree/empty': _, ...imported } = (await shown(suite.api, 'trip/import')).tree;
    const { 'tree/empty': __, ...exported } = first;
    expect(imported).to.deep.equal(exported);
    await suite.api.wipe();
    for (const name of ['trip/commit', 'trip/import'])
      suite.api.expect(await suite.api.delete(`/images/${name}`, { force: true }), 200);
  });
});

describe('archives of the one engine', () => {
  if (selectedEngines().length < 2) return;
  const [arca, dockerd] = (['arca', 'dockerd'] as const).map((kind) => () => new Api(sharedEngine(kind)));
  let image: TestImage;
  before(async () => (image = await everyType(['trip/exchanged:v1'])));
  afterEach(async () => {
    for (const api of [arca!(), dockerd!()]) {
      await api.wipe();
      await api.delete(`/images/${image.id}`, { force: true });
    }
  });

  for (const [from, to, title] of [
    [arca!, dockerd!, 'of Arca are read by dockerd'],
    [dockerd!, arca!, 'of dockerd are read by Arca'],
  ] as const) {
    it(`${title}, and lose nothing`, async () => {
      await load(from(), image.tar);
      const before = (await shown(from(), image.id)).tree;
      const { body } = from().expect(await from().get('/images/trip/exchanged:v1/get'), 200);
      await load(to(), body);
      const { tree } = await shown(to(), 'trip/exchanged:v1');
      expect(tree).to.deep.equal(before);
      expect((await to().get('/images/trip/exchanged:v1/json')).json<{ Id: string }>().Id).to.equal(image.id);
    });
  }
});
