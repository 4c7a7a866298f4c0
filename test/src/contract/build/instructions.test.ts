import { expect } from 'chai';
import { afterEach, it } from 'mocha';
import type { ImageInspect } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';
import { Building, file } from './building.js';

interface Inspected extends Omit<ImageInspect, 'Config' | 'RootFS'> {
  RootFS: { Layers: string[] };
  Config: Record<string, unknown>;
}

onEachEngine('POST /build: instructions', (suite) => {
  const building = new Building(suite);
  afterEach('remove what was built', () => building.wipe());

  const configOf = async (dockerfile: string, query = {}) => {
    const { id, error } = await building.build(dockerfile, [], query);
    expect(error).to.equal('');
    return suite.api.expect(await suite.api.get(`/images/${id}/json`), 200).json<Inspected>().Config;
  };

  it('change the configuration', async () => {
    const config = await configOf(`FROM {base}
ENV A=1 B="two words" \\
    C=$A-x
ENV D=$A old=form
LABEL a=b "c d"='e f'
EXPOSE 80 53/udp 90-91
USER nobody:nogroup
WORKDIR /w
WORKDIR sub
VOLUME /data ["/ignored"]
STOPSIGNAL SIGINT
SHELL ["/bin/sh", "-ec"]
ENTRYPOINT ["/entry", "x"]
CMD echo hi
HEALTHCHECK --interval=5s --timeout=1m --retries=3 CMD exit 0
ONBUILD RUN echo $A
`);
    expect(config).to.deep.include({
      User: 'nobody:nogroup',
      WorkingDir: '/w/sub',
      StopSignal: 'SIGINT',
      Shell: ['/bin/sh', '-ec'],
      Entrypoint: ['/entry', 'x'],
      Cmd: ['/bin/sh', '-ec', 'echo hi'],
      Labels: { a: 'b', 'c d': 'e f' },
      ExposedPorts: { '53/udp': {}, '80/tcp': {}, '90/tcp': {}, '91/tcp': {} },
      OnBuild: ['RUN echo $A'],
    });
    expect(config.Env).to.include.members(['A=1', 'B=two words', 'C=-x', 'D=1', 'old=form']);
    expect(config.Healthcheck).to.deep.equal({
      ...{ Test: ['CMD-SHELL', 'exit 0'], Interval: 5e9, Timeout: 6e10, Retries: 3 },
    });
  });

  it('run commands whose changes are kept', async () => {
    const dockerfile = `FROM {base}
RUN echo one > /a && \\
# a comment between
    mkdir /d
RUN ["sh", "-c", "echo two >> /a"]
RUN rm -r /d
`;
    expect(await building.output('cat /a; ls -d /d 2>&1', dockerfile)).to.match(
      /^one\ntwo\nls: \/d: No such/,
    );
  });

  it('tell of a command that fails, with its exit code', async () => {
    const { status, lines, error } = await building.build('FROM {base}\nRUN echo before; exit 7\n');
    expect(status).to.equal(200);
    expect(error).to.equal("The command '/bin/sh -c echo before; exit 7' returned a non-zero code: 7");
    expect(lines.at(-1)!.errorDetail).to.deep.equal({ code: 7, message: error });
    expect(lines.map(({ stream }) => stream)).to.include('before\n');
  });

  it('copy files and directories with their modes, as root', async () => {
    const entries = [
      file('f', 'file', 0o750),
      { name: 'dir', type: 'directory' as const, mode: 0o755 },
      file('dir/one', '1'),
      file('dir/two', '2'),
      file('x y', 'space'),
    ];
    const dockerfile = `FROM {base}
WORKDIR /work
COPY f renamed
COPY f sub/
COPY dir all
COPY dir/* /flat/
COPY ["x y", "/spaced"]
COPY --chown=1000:1001 f /owned/f
`;
    const script = 'stat -c "%n %a %u:%g" renamed sub/f all/one /flat/two /owned /owned/f; cat /spaced';
    expect(await building.output(script, dockerfile, entries)).to.equal(
      'renamed 750 0:0\nsub/f 750 0:0\nall/one 644 0:0\n/flat/two 644 0:0\n/owned 755 1000:1001\n/owned/f 750 1000:1001\nspace',
    );
  });

  it('say which file is missing', async () => {
    const { error } = await building.build('FROM {base}\nCOPY none /\n');
    expect(error).to.match(/^COPY failed: file not found in build context or excluded by .dockerignore: /);
    expect((await building.build('FROM {base}\nCOPY n* /x/\n')).error).to.equal(
      'COPY failed: no source files were specified',
    );
    const several = await building.build('FROM {base}\nCOPY a b /x\n', [file('a', ''), file('b', '')]);
    expect(several.error).to.equal(
      'When using COPY with more than one source file, the destination must be a directory and end with a /',
    );
  });

  it('never copy from outside of the context', async () => {
    const link = { name: 'link', type: 'symlink' as const, mode: 0o777, linkname: '/etc/hostname' };
    const { error } = await building.build('FROM {base}\nCOPY link /stolen\n', [link]);
    expect(error).to.match(/^COPY failed: /);
  });

  it('take arguments, in their scopes', async () => {
    const dockerfile = `ARG TAG=none
ARG GLOBAL=global
FROM {base}
ARG GLOBAL
ARG A=default
ARG B
ARG C=kept
ENV C=env
RUN echo "$GLOBAL $A $B $C" > /args
`;
    const buildargs = JSON.stringify({ A: 'given', B: 'b', C: 'lost' });
    expect(await building.output('cat /args; echo $A', dockerfile, [], { buildargs })).to.equal(
      'global given b env\n\n',
    );
    const { text } = await building.build('FROM {base}\n', [], { buildargs: '{"NOBODY":"x"}' });
    expect(text).to.include('[Warning] One or more build-args [NOBODY] were not consumed');
  });

  it('build stages that take from each other', async () => {
    const dockerfile = `FROM {base} AS first
RUN echo made > /made && chown 5:6 /made
FROM {base} AS second
COPY --from=first /made /copied
COPY --from=0 /made /numbered
FROM second
RUN echo last > /last
`;
    expect(await building.output('cat /copied /numbered /last', dockerfile)).to.equal('made\nmade\nlast\n');
    const { id, text } = await building.build(dockerfile, [], { target: 'first' });
    expect(id).to.match(/^sha256:/);
    expect(text).not.to.include('AS second');
    expect((await building.build(dockerfile, [], { target: 'none' })).error).to.match(/target.*none/);
  });

  it('have the size of what each added in the history', async () => {
    const { id } = await building.build(
      'FROM {base}\nENV A=1\nRUN head -c 200000 /dev/urandom > /new\nCMD ["x"]\n',
    );
    const history = (await suite.api.get(`/images/${id}/history`)).json<
      { Size: number; CreatedBy: string }[]
    >();
    expect(history.slice(0, 3).map(({ Size }) => Math.round(Size / 100_000))).to.deep.equal([0, 2, 0]);
    expect(history[1]!.CreatedBy).to.equal('/bin/sh -c head -c 200000 /dev/urandom > /new');
    expect(history[0]!.CreatedBy).to.equal('/bin/sh -c #(nop)  CMD ["x"]');
  });

  it('begin with nothing', async () => {
    const { id } = await building.build('FROM scratch\nCOPY f /f\nCMD ["/f"]\n', [file('f', 'x')]);
    const image = suite.api.expect(await suite.api.get(`/images/${id}/json`), 200).json<Inspected>();
    expect(image.RootFS.Layers).to.have.length(1);
    expect((await building.build('FROM scratch\n')).error).to.include('No image was generated');
  });

  it('do what images ask of those that are built on them', async () => {
    await building.build('FROM {base}\nONBUILD RUN echo asked > /asked\n', [], { t: 'build/onbuild' });
    const { id, text } = await building.build('FROM build/onbuild\n');
    expect(text).to.include('# Executing 1 build trigger');
    const { stdout } = await suite.api.run({ Image: id, Cmd: ['cat', '/asked'] });
    expect(stdout).to.equal('asked\n');
  });

  it('name the image, and label it', async () => {
    const query = { t: ['build/one:v1', 'build/two'], labels: JSON.stringify({ who: "it's me" }) };
    const { id, text } = await building.build('FROM {base}\nRUN true\n', [], query);
    expect(text).to.include(`Successfully built ${id.slice(7, 19)}\n`);
    expect(text).to.include('Successfully tagged build/one:v1\nSuccessfully tagged build/two:latest\n');
    const image = suite.api.expect(await suite.api.get('/images/build/two/json'), 200).json<Inspected>();
    expect(image.Id).to.equal(id);
    expect(image.Config.Labels).to.deep.equal({ who: "it's me" });
  });

  it('refuse what is no Dockerfile', async () => {
    const bogus = await building.build('FROM {base}\nBOGUS x\n');
    expect(bogus).to.deep.include({ status: 400 });
    expect(bogus.error).to.match(/unknown instruction: BOGUS/);
    expect((await building.build('RUN true\n')).error).to.match(/no build stage in current context/);
    const missing = await building.build('FROM {base}\n', [], { dockerfile: 'Other' });
    expect(missing.error).to.match(/Dockerfile|Other/);
    const mount = await building.build('FROM {base}\nRUN --mount=type=cache,target=/x true\n');
    expect(mount.error).to.match(/the --mount option requires BuildKit/);
  });

  it('answer with the id alone when quiet', async () => {
    const { lines } = await building.build('FROM {base}\nRUN echo noise\n', [], { q: 'true' });
    expect(lines).to.have.length(1);
    expect(lines[0]!.stream).to.match(/^sha256:[0-9a-f]{64}\n$/);
  });
});
