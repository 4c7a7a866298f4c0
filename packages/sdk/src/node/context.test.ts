import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { contextOf } from './context.js';
import { ignoreOf } from './ignore.js';

describe('.dockerignore', () => {
  const left = (text: string, ...paths: string[]) => paths.filter(ignoreOf(text));

  it('has patterns as Docker reads them', () => {
    expect(left('*.log', 'a.log', 'b/a.log', 'a.logs')).to.deep.equal(['a.log']);
    expect(left('**/*.log', 'a.log', 'b/c/a.log')).to.deep.equal(['a.log', 'b/c/a.log']);
    expect(left('/node_modules/', 'node_modules', 'node_modules/a/b', 'b/node_modules')).to.deep.equal([
      'node_modules',
      'node_modules/a/b',
    ]);
    expect(left('a?c', 'abc', 'a/c', 'ac')).to.deep.equal(['abc']);
    expect(left('a/**', 'a', 'a/b', 'a/b/c')).to.deep.equal(['a/b', 'a/b/c']);
    expect(left('a/**/c', 'a/c', 'a/b/c', 'a/b/b/c', 'a/bc')).to.deep.equal(['a/c', 'a/b/c', 'a/b/b/c']);
    expect(left('[a-c].txt', 'b.txt', 'd.txt')).to.deep.equal(['b.txt']);
    expect(left('a.b', 'a.b', 'axb')).to.deep.equal(['a.b']);
    expect(left('../x', 'x')).to.deep.equal([]);
    expect(left('./a/../b', 'b')).to.deep.equal(['b']);
    expect(left('\\*', '*', 'a')).to.deep.equal(['*']);
  });

  it('takes back by exceptions; the last that fits counts', () => {
    const text = '# all but\n\n*\n!keep\nkeep/not\n  !keep/not/this  \r\n';
    expect(left(text, 'a', 'keep', 'keep/a', 'keep/not', 'keep/not/a', 'keep/not/this')).to.deep.equal([
      'a',
      'keep/not',
      'keep/not/a',
    ]);
    expect(() => ignoreOf('!')).to.throw(SyntaxError);
    expect(() => ignoreOf('[a')).to.throw(SyntaxError);
  });
});

describe('contexts of folders', () => {
  let root: string;
  const write = (path: string, content: string | Buffer, mode = 0o644) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    chmodSync(join(root, path), mode);
  };
  /** Name to what it is: mode, and target or content. */
  const read = async (tar: AsyncIterable<Uint8Array>) => {
    const found: Record<string, string> = {};
    const reader = extract();
    Readable.from(tar).pipe(reader as never);
    for await (const entry of reader) {
      const pieces: Buffer[] = [];
      for await (const piece of entry) pieces.push(piece as Buffer);
      const { name, mode = 0, type, linkname } = entry.header;
      const content = Buffer.concat(pieces);
      found[name] =
        type === 'symlink'
          ? `-> ${linkname}`
          : `${mode.toString(8)} ${content.length > 99 ? content.length : content}`;
    }
    return found;
  };
  const contentOf = async (folder: string, dockerfile?: string) => {
    const { tar, dockerfile: name } = await contextOf(join(root, folder), { dockerfile });
    return { name, files: await read(tar as AsyncIterable<Uint8Array>) };
  };
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'sdk-context-'));
    write('app/Dockerfile', 'FROM a');
    write('app/run.sh', 'run', 0o755);
    write('app/big', Buffer.alloc(3_000_000));
    write('app/empty', '');
    write('app/sub/deep/caf\u00e9'.padEnd(180, 'x'), 'long');
    write('app/out/a', 'left');
    write('app/out/kept', 'kept');
    write('app/.dockerignore', 'out\n!out/kept\nDockerfile\n.dockerignore\nempty\n');
    write('other.Dockerfile', 'FROM b');
    write('app/special.Dockerfile', 'FROM c');
    write('app/special.Dockerfile.dockerignore', '*');
    symlinkSync('run.sh', join(root, 'app/link'));
    symlinkSync('/etc/passwd', join(root, 'app/away'));
  });
  after(() => rmSync(root, { recursive: true }));

  it('hold files with their modes, links as links, and not what is left out', async () => {
    const { name, files } = await contentOf('app');
    expect(name).to.equal('Dockerfile');
    expect(files).to.include({
      ...{ Dockerfile: '644 FROM a', 'run.sh': '755 run', big: '644 3000000', link: '-> run.sh' },
      ...{ away: '-> /etc/passwd', 'out/kept': '644 kept' },
    });
    expect(files).to.include.keys('.dockerignore', 'sub/', 'sub/deep/caf\u00e9'.padEnd(176, 'x'));
    expect(files).to.not.have.any.keys('out/a', 'empty');
  });

  it('take along a Dockerfile that lies outside, and one that has patterns of its own', async () => {
    const outside = await contentOf('app', '../other.Dockerfile');
    expect(outside.name).to.match(/^\.dockerfile\./);
    expect(outside.files[outside.name]).to.equal('644 FROM b');
    expect(outside.files['.dockerignore']).to.match(/empty\n\n\.dockerfile\.\w+\n$/);
    const special = await contentOf('app', 'special.Dockerfile');
    expect(Object.keys(special.files)).to.have.members(['.dockerignore', 'special.Dockerfile']);
  });

  it('are refused when there is no such folder or Dockerfile', async () => {
    const failed = (folder: string, dockerfile?: string) =>
      contentOf(folder, dockerfile).then(
        () => undefined,
        (error: Error) => error.message,
      );
    expect(await failed('nothing')).to.match(/no Dockerfile/);
    expect(await failed('app', 'nothing')).to.match(/no Dockerfile .*nothing/);
  });
});
