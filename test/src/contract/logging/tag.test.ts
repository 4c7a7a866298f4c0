import { expect } from 'chai';
import { it } from 'mocha';
import { hostname } from 'node:os';
import { BUSYBOX } from '../../harness/busybox.js';
import { onEachEngine } from '../../harness/suite.js';

/** Templates and what they come to for a container named `tagged` with one label and one variable of its own. */
const expanded: [template: string, text: string | RegExp][] = [
  ['{{.Name}}|{{.ID}}', /^tagged\|[0-9a-f]{12}$/],
  ['{{.ContainerName}} {{.DaemonName}} {{.Command}}', '/tagged docker echo a b'],
  ['{{.Hostname}}', hostname()],
  ['{{.ContainerEntrypoint}} {{.ContainerArgs}}', 'echo [a b]'],
  ['{{.ContainerCreated}}', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)? \+0000 UTC$/],
  ['{{.ContainerLabels}} {{json .ContainerLabels}}', 'map[tier:web] {"tier":"web"}'],
  ['{{.ContainerLabels.tier}} {{.ContainerLabels.none}}', 'web <no value>'],
  ['[{{index .ContainerLabels "none"}}]{{index .ContainerEnv 0}}', '[]FIRST=1'],
  ['{{if eq .Name "a"}}a{{else if .ContainerLabels.tier}}b{{else}}c{{end}}', 'b'],
  ['{{with .ContainerLabels.none}}a{{else}}{{.Name}}{{end}}', 'tagged'],
  ['{{with .Name}}{{.}} {{$.DaemonName}}{{end}}', 'tagged docker'],
  ['{{range $i, $e := .ContainerArgs}}{{$i}}={{$e}},{{else}}none{{end}}', '0=a,1=b,'],
  ['{{range $k, $v := .ContainerLabels}}{{$k}}{{$v}}{{end}}', 'tierweb'],
  ['{{range .ContainerArgs}}{{if eq . "b"}}{{break}}{{end}}{{.}}{{end}}', 'a'],
  ['{{$x := "a"}}{{if true}}{{$x = "b"}}{{end}}{{$x}}', 'b'],
  ['a {{- /* none */ -}} b {{- .Name -}} c', 'abtaggedc'],
  [
    '{{printf "%s-%5d|%-4s|%q|%v|%x|%05.1f" .Name 7 "x" "y" true "hi" 2.5}}',
    'tagged-    7|x   |"y"|true|6869|002.5',
  ],
  ['{{printf "%d %s" "x"}}', '%!d(string=x) %!s(MISSING)'],
  ['{{print 1 2 "a" "b" 3}} {{len .Name}} {{len .ContainerArgs}}', '1 2ab3 6 2'],
  [
    '{{lt 1 2}} {{ge "a" "b"}} {{ne 1 2}} {{and 1 0}} {{or 0 "x"}} {{not 1}} {{eq 3 1 3}}',
    'true false true 0 x false true',
  ],
  ['{{upper .Name | lower | title}} {{pad "x" 1 2}}{{truncate .Name 3}}', 'Tagged  x  tag'],
  ['{{join (split "a:b:c" ":") "/"}} {{(index (split "a b" " ") 1) | upper}}', 'a/b/c B'],
  ['{{slice .Name 1 3}} {{html "<a>"}} {{urlquery "a b&c"}} {{json "<"}}', 'ag &lt;a&gt; a+b%26c "<"'],
];

/** Templates that do not expand, and Go's reason. */
const refused: [template: string, reason: string][] = [
  ['{{.Name', 'unclosed action'],
  ['{{if .Name}}a', 'unexpected EOF'],
  ['{{nope .Name}}', 'function "nope" not defined'],
  ['{{.Nope}}', `1:2: executing "log-tag" at <.Nope>: can't evaluate field Nope in type *logger.Info`],
  ['{{index .ContainerArgs 5}}', 'error calling index: '],
  ['{{upper 5}}', 'expected string'],
  ['{{lt 1 "a"}}', 'incompatible types for comparison'],
];

onEachEngine('tag templates', (suite) => {
  const separator = '\u0001';
  const run = (tag: string) => ({
    Cmd: ['echo', 'a', 'b'],
    Env: ['FIRST=1'],
    Labels: { tier: 'web' },
    HostConfig: { LogConfig: { Type: 'json-file', Config: { tag } } },
  });

  it('are those of Go, with Docker’s functions', async () => {
    const { Id } = suite.api
      .expect(
        await suite.api.post(
          '/containers/create',
          { Image: BUSYBOX, ...run(expanded.map(([template]) => template).join(separator)) },
          { name: 'tagged' },
        ),
        201,
      )
      .json<{ Id: string }>();
    suite.api.expect(await suite.api.post(`/containers/${Id}/start`), 204);
    await suite.api.wait(Id);
    const { stdout } = await suite.api.logs(Id, { details: true });
    const tag = /^tag=(\S*) a b\n$/.exec(stdout)?.[1] ?? '';
    const texts = decodeURIComponent(tag.replaceAll('+', ' ')).split(separator);
    for (const [index, [template, text]] of expanded.entries()) {
      if (text instanceof RegExp) expect(texts[index], template).to.match(text);
      else expect(texts[index], template).to.equal(text);
    }
    expect(texts).to.have.length(expanded.length);
  });

  it('that do not expand are refused at start with Go’s reasons', async () => {
    for (const [template, reason] of refused) {
      const id = await suite.api.create(run(template));
      const { status, message } = await suite.api.post(`/containers/${id}/start`);
      expect(status, template).to.equal(500);
      expect(message, template).to.include('failed to initialize logging driver: template: log-tag:1:');
      expect(message, template).to.include(reason);
    }
  });
});
