import { expect } from 'chai';
import { Coprocess, CoprocessEnded } from './coprocess.js';
import { LinkError, Links } from './links.js';
import { explain } from './nftables.js';

describe('coprocess', () => {
  let shell: Coprocess;
  beforeEach(() => {
    shell = new Coprocess({
      program: 'sh',
      args: [],
      barrier: 'echo "end $((n=n+1))"',
      answered: /end (\d+)\n$/,
    });
  });
  afterEach(() => shell.close());

  it('gives each request its own answer, both outputs in order, from one process', async () => {
    const requests = [['echo a', 'echo b >&2', 'echo c'], [], ['sleep 0.01; echo d']];
    const answers = await Promise.all(requests.map((lines) => shell.request(lines)));
    expect(answers.map(({ output }) => output)).to.eql(['a\nb\nc\n', '', 'd\n']);
    expect(answers.map(({ barrier }) => barrier[1])).to.eql(['1', '2', '3']);
  });

  it('rejects the request that it ended in with its last words, and answers the next in a new process', async () => {
    const [first, second, third] = await Promise.allSettled([
      shell.request(['echo fine']),
      shell.request(['echo why >&2', 'exit 3', 'echo never']),
      shell.request(['echo again']),
    ]);
    expect(first).to.have.nested.property('value.output', 'fine\n');
    expect(second)
      .to.have.property('reason')
      .that.is.instanceOf(CoprocessEnded)
      .with.property('output', 'why\n');
    expect(third).to.have.nested.property('value.output', 'again\n');
    expect(third).to.have.nested.property('value.barrier[1]', '1');
  });

  it('starts again after it was killed while idle', async () => {
    const { output } = await shell.request(['echo $$']);
    const pid = Number(output);
    process.kill(pid, 'SIGKILL');
    for (;;) {
      const again = await shell.request(['echo $$']).catch(() => undefined);
      if (again && Number(again.output) !== pid) break;
    }
  });

  it('says when the program is not there', async () => {
    const none = new Coprocess({ program: 'no-such-program', args: [], barrier: 'x', answered: /x\n$/ });
    const failure = await none.request([]).catch((error: Error) => error.message);
    expect(failure).to.match(/^no-such-program ended: .*not found/);
    await none.close();
    expect(await none.request([]).catch((error: Error) => error.message)).to.equal(
      'no-such-program ended: closed',
    );
  });
});

describe('ip(8) as a coprocess', () => {
  it('carries out every command and blames the one that failed', async () => {
    const links = new Links();
    try {
      await links.run(['link show dev lo']);
      const failure = (await links
        .run(['link set dev lo up', 'link delete dev no-such0', 'link delete dev no-such1'])
        .catch((error: unknown) => error)) as LinkError;
      expect(failure).to.be.instanceOf(LinkError);
      expect(failure.command).to.equal('link delete dev no-such0');
      expect(failure.reason).to.equal('Cannot find device "no-such0"');
      await links.run(['link delete dev no-such0'], { ignore: /Cannot find device/ });
      expect(
        await links.run(['address add 1.2.3.4/33 dev lo']).catch((error: Error) => error.message),
      ).to.match(/^ip ended: .*1\.2\.3\.4\/33/);
      await links.run([]);
    } finally {
      await links.close();
    }
  });
});

describe('what nft says of a transaction', () => {
  it('is cut down to the statement', () => {
    const line = 'add table inet t; delete element inet t p { tcp . 84 }; add chain inet t c';
    const output = [
      'Error: Could not process rule: No such file or directory',
      line,
      `${' '.repeat(line.indexOf('tcp'))}^^^^^^^^`,
      '',
    ];
    expect(explain(output.join('\n'))).to.equal(
      'nft: Could not process rule: No such file or directory: delete element inet t p { tcp . 84 }',
    );
  });
});
