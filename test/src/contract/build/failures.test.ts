import { expect } from 'chai';
import { afterEach, it } from 'mocha';
import { onEachEngine } from '../../harness/suite.js';
import { Building, file } from './building.js';

onEachEngine('POST /build: what cannot be built', (suite) => {
  const building = new Building(suite);
  afterEach('remove what was built', () => building.wipe());

  it('is refused before anything is done when it is not well formed', async () => {
    const cases: [string, RegExp][] = [
      ['ARG', /line 2: ARG requires at least one argument/],
      ['ENV a', /ENV must have two arguments/],
      ['ENV a=b c', /Syntax error - can't find = in "c"/],
      ['LABEL =b', /line 2: LABEL names can not be blank/],
      ['EXPOSE', /line 2: EXPOSE requires at least one argument/],
      ['VOLUME [""]', /line 2: VOLUME specified can not be an empty string/],
      ['USER', /line 2: USER requires exactly one argument/],
      ['MAINTAINER', /line 2: MAINTAINER requires exactly one argument/],
      ['SHELL /bin/sh', /line 2: SHELL requires the arguments to be in JSON form/],
      ['HEALTHCHECK NONE x', /line 2: HEALTHCHECK NONE takes no arguments/],
      ['HEALTHCHECK --interval=x CMD x', /line 2: time: invalid duration "?x"?/],
      ['HEALTHCHECK --foo=1 CMD x', /line 2: unknown flag: (--)?foo/i],
      ['ONBUILD ONBUILD RUN x', /line 2: Chaining ONBUILD/],
      ['COPY f', /line 2: COPY requires at least two arguments, but only one was provided/],
      ['COPY --chown=1 --chown=2 f /a', /line 2: Duplicate flag specified: chown/],
      ['ADD --from=x f /a', /line 2: unknown flag: (--)?from/i],
      ['RUN --foo=bar true', /line 2: unknown flag: (--)?foo/i],
      ['ENV --foo=bar a=b', /line 2: unknown flag: (--)?foo/i],
      ['FROM --foo=bar scratch', /line 2: unknown flag: (--)?foo/i],
      ['FROM scratch x', /line 2: FROM requires either one or three arguments/],
    ];
    for (const [line, message] of cases) {
      const { status, error, text } = await building.build(`FROM {base}\n${line}\n`);
      expect([status, text], line).to.deep.equal([400, '']);
      expect(error).to.match(message);
    }
    for (const [head, message] of [
      ['# escape=x', /invalid escape token 'x' does not match ` or \\/],
      ['# escape=\\\n# escape=`', /only one escape parser directive can be used/],
    ] as const) {
      const { status, error } = await building.build(`${head}\nFROM {base}\n`);
      expect(status).to.equal(400);
      expect(error).to.match(message);
    }
  });

  it('fails at the step that goes wrong, with its reason', async () => {
    const cases: [string, RegExp][] = [
      ['ENV x=${a:z}', /unsupported modifier \(:?z\) in substitution/],
      ['ENV x=${a?}', /a: is not allowed to be unset/],
      ['EXPOSE foo', /invalid containerPort: foo/i],
      ['EXPOSE 80/foo', /invalid proto: foo/i],
      ['STOPSIGNAL FOO', /invalid signal: FOO/i],
      ['WORKDIR /bin/busybox', /Cannot mkdir: \/bin\/busybox is not a directory/],
      ['COPY ../f /x', /^COPY failed: forbidden path outside the build context: \.\.\/f/],
      ['COPY http://127.0.0.1:1/x /x', /^COPY failed: source can't be a URL for COPY$/],
      [
        'ADD http://127.0.0.1:1/x /x',
        /^ADD failed: Get "?http:\/\/127.0.0.1:1\/x"?: dial tcp 127.0.0.1:1: connect: connection refused$/,
      ],
      ['COPY --chown=1:2:3 f /x', /invalid chown string format: 1:2:3/],
      ['COPY --chown=nosuch f /x', /can't find uid for user nosuch: no such user: nosuch/],
      ['COPY --from=5 /a /b', /invalid from flag value 5: index out of bounds/],
      ['COPY --from=0 /a /b', /invalid from flag value 0: refers to current build stage/],
      ['COPY --from=Not/Valid /a /b', /invalid from flag value Not\/Valid: invalid reference format/],
    ];
    for (const [line, message] of cases) {
      const { status, error, text } = await building.build(`FROM {base}\n${line}\n`, [file('f', '')]);
      expect(status, line).to.equal(200);
      expect(text).to.include(`Step 2/2 : ${line}\n`);
      expect(error).to.match(message);
    }
  });

  it('is refused for names, files and targets that cannot be', async () => {
    const cases: [Record<string, string>, RegExp][] = [
      [{ t: 'Bad/Name' }, /invalid reference format: repository name must be lowercase/],
      [{ t: `x@sha256:${'a'.repeat(64)}` }, /build tag cannot contain a digest/],
      [{ dockerfile: 'Other' }, /Cannot locate specified Dockerfile: Other/],
      [{ dockerfile: '../Dockerfile' }, /forbidden path outside the build context: \.\.\/Dockerfile/],
      [{ dockerfile: 'folder' }, /is a directory/],
      [{ target: '0' }, /target.* "?0"?/],
      [{ platform: 'a/b/c/d' }, /"a\/b\/c\/d": cannot parse platform specifier/],
    ];
    for (const [query, message] of cases) {
      const folder = { name: 'folder', type: 'directory' as const, mode: 0o755 };
      const { status, error, text } = await building.build('FROM {base}\n', [folder], query);
      expect([text, status >= 400], JSON.stringify(query)).to.deep.equal(['', true]);
      expect(error).to.match(message);
    }
  });

  it('tells all that happened when a quiet build fails', async () => {
    const { text, error } = await building.build('FROM {base}\nRUN echo noise; exit 2\n', [], { q: 'true' });
    expect(text).to.match(/^Step 1\/2 : FROM .*\n.*Step 2\/2 : RUN echo noise; exit 2\n.*noise\n/s);
    expect(error).to.include('returned a non-zero code: 2');
  });
});
