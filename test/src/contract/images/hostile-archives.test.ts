import { expect } from 'chai';
import { after, afterEach, before, it } from 'mocha';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import { eventually } from '../../harness/eventually.js';
import type { Answer } from '../../harness/http.js';
import { storedContent } from '../../harness/remains.js';
import { onArca } from '../../harness/suite.js';
import { readTar, sha256, writeTar, type TarEntry } from '../../harness/tar.js';

interface Progress {
  error?: string;
  errorDetail?: { message: string };
}

const SECRET = 'what only the host may read';

onArca('a hostile archive', (suite) => {
  let host: string;
  let atFirst: string[];
  before('make what it is after', async () => {
    host = mkdtempSync(join(tmpdir(), 'victim-'));
    writeFileSync(join(host, 'secret'), SECRET);
    atFirst = await storedContent(suite.engine);
  });
  afterEach('see that it got nowhere', () => {
    const { nlink, mode } = statSync(join(host, 'secret'));
    expect([readdirSync(host), nlink, mode & 0o777]).to.deep.equal([['secret'], 1, 0o644]);
    expect(readFileSync(join(host, 'secret'), 'utf8')).to.equal(SECRET);
  });
  after('see that nothing of it is left', async () => {
    rmSync(host, { recursive: true });
    await eventually(
      async () => (await storedContent(suite.engine)).join() === atFirst.join(),
      'nothing is left of the archive',
    );
  });

  /** Trees that write to or read from a directory outside of them, if whoever extracts them follows. */
  const trees = (): Record<string, TarEntry[]> => {
    const up = `${'../'.repeat(30)}${host.slice(1)}`;
    const link = (name: string, linkname: string): TarEntry => ({ name, type: 'symlink', linkname });
    const file = (name: string): TarEntry => ({ name, type: 'file', mode: 0o666, content: 'written' });
    return {
      'a path that climbs': [file(`${up}/climbed`), file(`${up}/secret`)],
      'an absolute path': [file(`${host}/absolute`), file(`${host}/secret`)],
      'a path through an absolute link': [link('out', host), file('out/through'), file('out/secret')],
      'a path through a climbing link': [link('out', up), file('out/through'), file('out/secret')],
      'a file in the place of a link': [link('out', `${host}/secret`), file('out')],
      'a hard link to a file outside': [
        { name: 'hard', type: 'link', linkname: `${host}/secret` },
        file('hard'),
      ],
      'a hard link that climbs': [{ name: 'hard', type: 'link', linkname: `${up}/secret` }],
      'a hard link through a link': [
        link('out', host),
        { name: 'hard', type: 'link', linkname: 'out/secret' },
      ],
      'a whiteout outside': [link('out', host), file('out/.wh.secret'), file(`${up}/.wh.secret`)],
    };
  };

  const send = (path: string, body: Buffer, query = {}): Promise<Answer> =>
    suite.api.call('POST', path, { body, query, headers: { 'Content-Type': 'application/x-tar' } });
  /** What the answer says is wrong, in one of the two places that the API has for it; undefined when nothing is. */
  const faultOf = (answer: Answer): string | undefined => {
    if (answer.status !== 200) return answer.message;
    const lines = answer.text.split('\n').filter((line) => line.trim() !== '');
    const { error, errorDetail } = JSON.parse(lines.at(-1)!) as Progress;
    if (error !== undefined) expect(errorDetail).to.deep.equal({ message: error });
    return error;
  };
  /** Refused with some words, or kept inside: then nothing of the host is to be seen in it. */
  const harmless = async (what: string, answer: Answer): Promise<void> => {
    const fault = faultOf(answer);
    if (fault !== undefined) {
      expect(fault, what)
        .to.be.a('string')
        .and.not.match(/^$|undefined|\n\s+at |containerd-mount|\/proc\/self/);
      expect((await suite.api.get('/images/hostile:v1/json')).status, what).to.equal(404);
      return;
    }
    const container = await suite.api.create({ Image: 'hostile:v1', Cmd: ['x'] });
    const { body } = suite.api.expect(await suite.api.get(`/containers/${container}/export`), 200);
    expect(body.includes(SECRET), what).to.equal(false);
    await suite.api.delete(`/containers/${container}`);
    suite.api.expect(await suite.api.delete('/images/hostile:v1', { force: true }), 200);
  };
  const small = async (): Promise<TestImage> =>
    makeImage(['hostile:v1'], {}, [
      await writeTar([{ name: 'lower', content: 'lower' }]),
      await writeTar([{ name: 'upper', content: 'upper' }]),
    ]);

  it('is kept inside as a layer that is loaded', async () => {
    for (const [what, tree] of Object.entries(trees())) {
      const image = await makeImage(['hostile:v1'], {}, await writeTar(tree));
      await harmless(what, await send('/images/load', image.tar));
    }
  });

  it('is kept inside as a layer above one that has the link', async () => {
    const lower = await writeTar([{ name: 'out', type: 'symlink', linkname: host }]);
    const upper = await writeTar([
      { name: 'out/above', content: 'written' },
      { name: 'out/.wh.secret', content: '' },
      { name: 'hard', type: 'link', linkname: 'out/secret' },
    ]);
    const image = await makeImage(['hostile:v1'], {}, [lower, upper]);
    await harmless('two layers', await send('/images/load', image.tar));
  });

  it('is kept inside as what is imported', async () => {
    // Extracted as layers that are loaded are: one way to write, to follow and to read.
    const few = /climbs$|through an absolute link|hard link through/;
    for (const [what, tree] of Object.entries(trees()).filter(([title]) => few.test(title))) {
      const query = { fromSrc: '-', repo: 'hostile', tag: 'v1' };
      await harmless(what, await send('/images/create', await writeTar(tree), query));
    }
  });

  it('is kept inside as the context of a build', async () => {
    const dockerfile = { name: 'Dockerfile', content: 'FROM scratch\nCOPY . /\n' };
    for (const [what, tree] of Object.entries(trees())) {
      const query = { t: 'hostile:v1', nocache: true };
      await harmless(what, await send('/build', await writeTar([dockerfile, ...tree]), query));
    }
    const linked = { name: 'Dockerfile', type: 'symlink' as const, linkname: `${host}/secret` };
    const fault = faultOf(await send('/build', await writeTar([linked]), { t: 'hostile:v1' }));
    expect(fault).to.be.a('string').and.not.include(SECRET);
    suite.api.expect(await suite.api.post('/build/prune', undefined, { all: true }), 200);
  });

  it('is refused by load when its own files or links lead out', async () => {
    for (const [what, tree] of Object.entries(trees())) {
      const fault = faultOf(await send('/images/load', await writeTar(tree)));
      expect(fault, what).to.match(
        /^invalid archive: .*(leads out of it|neither manifest\.json nor index\.json)/,
      );
    }
  });

  it('is refused by load when it is cut off, or lacks a layer', async () => {
    const { tar, id } = await small();
    const files = await readTar(tar);
    for (const length of [300, 512 + 100, tar.length >> 1, tar.length - 1024 - 700]) {
      const fault = faultOf(await send('/images/load', tar.subarray(0, length)));
      expect(fault, `${length} bytes`).to.match(/unexpected EOF|is missing|neither manifest/);
    }
    files.delete('layer1/layer.tar');
    const entries = [...files].map(([name, { header, content }]) => ({ name, type: header.type, content }));
    const fault = faultOf(await send('/images/load', await writeTar(entries)));
    expect(fault).to.include('layer1/layer.tar is missing');
    expect((await suite.api.get(`/images/${id}/json`)).status).to.equal(404);
  });

  it('is refused by load when a blob of its layout is not what its name says', async () => {
    const layer = await writeTar([{ name: 'file', content: 'x' }]);
    const type = 'application/vnd.oci.image.manifest.v1+json';
    const layout = async (blobs: Record<string, Buffer>, digest: string, size: number) =>
      writeTar([
        { name: 'oci-layout', content: '{"imageLayoutVersion":"1.0.0"}' },
        {
          name: 'index.json',
          content: JSON.stringify({
            schemaVersion: 2,
            manifests: [{ mediaType: type, digest: `sha256:${digest}`, size }],
          }),
        },
        ...Object.entries(blobs).map(([name, content]) => ({ name: `blobs/sha256/${name}`, content })),
      ]);
    const config = Buffer.from('{}');
    const part = (mediaType: string, bytes: Buffer) => ({
      ...{ mediaType, digest: `sha256:${sha256(bytes)}`, size: bytes.length },
    });
    const manifest = Buffer.from(
      JSON.stringify({
        ...{ schemaVersion: 2, mediaType: type },
        config: part('application/vnd.oci.image.config.v1+json', config),
        layers: [part('application/vnd.oci.image.layer.v1.tar', layer)],
      }),
    );
    const names = { [sha256(config)]: config, [sha256(manifest)]: manifest };
    const load = async (archive: Buffer) => faultOf(await send('/images/load', archive));
    const { length } = manifest;
    const forged = Buffer.concat([layer, Buffer.from('x')]);
    expect(
      await load(await layout({ ...names, [sha256(layer)]: forged }, sha256(manifest), length)),
    ).to.include('does not match its digest');
    expect(await load(await layout(names, sha256(manifest), length))).to.include('is missing');
    expect(await load(await layout(names, sha256('nothing'), length))).to.include('is missing');
    expect(await load(await layout(names, sha256(manifest), length + 1))).to.include('not of the size');
  });
});
