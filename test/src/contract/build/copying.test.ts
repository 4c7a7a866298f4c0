import { expect } from 'chai';
import { afterEach, it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { onEachEngine } from '../../harness/suite.js';
import { writeTar } from '../../harness/tar.js';
import { Building, file, type Entry } from './building.js';

const folder = (name: string, mode = 0o755): Entry => ({ name, type: 'directory', mode });
const link = (name: string, linkname: string): Entry => ({ name, type: 'symlink', mode: 0o777, linkname });

onEachEngine('POST /build: COPY and ADD', (suite) => {
  const building = new Building(suite);
  afterEach('remove what was built', () => building.wipe());

  it('write digests into the history that are those of dockerd, so that its images can be sources of caches', async () => {
    const entries = [
      { ...file('a.txt', 'aa', 0o640), uid: 5, gid: 6 },
      file('b.txt', ''),
      folder('sub', 0o700),
      file('sub/x', 'x'),
      file('implicit/deep/y', 'y'),
      ...[link('dlink', 'sub'), link('flink', 'a.txt'), link('dangling', 'nowhere/x'), link('abs', '/sub/x')],
      file('.dockerignore', 'Dockerfile\n.dockerignore\n'),
    ];
    const dockerfile =
      'FROM {base}\nCOPY . /all\nCOPY dlink /d\nCOPY flink /f\nCOPY *.txt sub/* /m/\nADD sub /s\n';
    const { id, error } = await building.build(dockerfile, entries);
    expect(error).to.equal('');
    const history = (await suite.api.get(`/images/${id}/history`)).json<{ CreatedBy: string }[]>();
    expect(
      history.slice(0, 5).map(({ CreatedBy }) => CreatedBy.replace('/bin/sh -c #(nop) ', '')),
    ).to.deep.equal([
      'ADD dir:fd549a0899e6e7e95f7d13b38c2dfec1c2959a55dea3cf308f3e9dae6c64b98c in /s ',
      'COPY multi:2d067061a6c2760539a02df8cdc0daa2dd5144dbae761f44113a00353d54406c in /m/ ',
      'COPY file:70102a653e86939bec72e111272d36bd4c67b0dc0ac579147f8172eb99ccf133 in /f ',
      'COPY dir:fd549a0899e6e7e95f7d13b38c2dfec1c2959a55dea3cf308f3e9dae6c64b98c in /d ',
      'COPY dir:f4c620dc30880d030370818d5b50d116f26bc22932163d96dcde4d88397a557b in /all ',
    ]);
  });

  it('keep the owners of what comes from a stage, unless told otherwise', async () => {
    const dockerfile = `FROM {base} AS made
RUN mkdir -p /d/sub && echo x > /d/sub/f && chown -R 5:6 /d && chown 7:8 /d/sub && chmod 700 /d/sub
FROM {base}
COPY --from=made /d/sub/f /x/f
COPY --from=made /d /d
COPY --from=made --chown=1:2 /d/sub /own
`;
    const script = 'stat -c "%n %a %u:%g" /x /x/f /d /d/sub /d/sub/f /own /own/f';
    expect(await building.output(script, dockerfile)).to.equal(
      '/x 755 0:0\n/x/f 644 5:6\n/d 755 0:0\n/d/sub 700 7:8\n/d/sub/f 644 5:6\n/own 755 1:2\n/own/f 644 1:2\n',
    );
  });

  it('leave out what .dockerignore names: of Dockerfile and .dockerignore, which clients send in any case', async () => {
    const list = (ignore: string, dockerfile = 'Dockerfile') =>
      building.output(
        'cd /c && find . -type f | sort | xargs',
        'FROM {base}\nCOPY . /c\n',
        [file('.dockerignore', ignore), folder('s'), file('s/D', `FROM ${BUSYBOX}\nCOPY . /c\n`)],
        { dockerfile },
      );
    expect(await list('*\n!s\n')).to.equal('./s/D\n');
    expect(await list('**/D\n# comment\n\n')).to.equal('./.dockerignore ./Dockerfile ./s/D\n');
    expect(await list('s\n', 's/D')).to.equal('./.dockerignore ./Dockerfile\n');
    expect(await list('*\n!.dockerignore\n!Dockerfile')).to.equal('./.dockerignore ./Dockerfile ./s/D\n');
  });

  it('find a Dockerfile in small letters, or behind a link', async () => {
    for (const entries of [
      [file('dockerfile', `FROM ${BUSYBOX}\nENV found=1\n`)],
      [file('real', `FROM ${BUSYBOX}\nENV found=1\n`), link('Dockerfile', 'real')],
    ]) {
      const { error, text } = await building.send(await writeTar(entries));
      expect([error, text.includes('ENV found=1')]).to.deep.equal(['', true]);
    }
  });

  it('show lines as they are written, warnings, and standard error in red', async () => {
    const { text } = await building.build(`from {base}
run\techo  a && \\
   # a comment

   echo b >&2
LABEL "x y"=z
`);
    const line = 'run\techo  a &&    echo b >&2';
    expect(text).to.include(`\u001b[91m[WARNING]: Empty continuation line found in:\n    ${line}\n`);
    expect(text).to.include('Step 1/3 : from ');
    expect(text).to.include(`Step 2/3 : ${line}\n`);
    expect(text).to.include('\u001b[91mb\n\u001b[0m');
    expect(text).to.include('Step 3/3 : LABEL "x y"=z\n');
  });
});
