import { expect } from 'chai';
import { describe, it } from 'mocha';
import { parseDockerfile } from './dockerfile.js';

const first = (text: string) => parseDockerfile(`FROM scratch\n${text}`).stages[0]!.instructions[0]!;

describe('parseDockerfile', () => {
  it('keeps lines as they are written, continuations joined', () => {
    const { original, text, keyword } = first('run\techo a && \\\n  # comment\n\n   echo b\n');
    expect([keyword, original, text]).to.deep.equal([
      'RUN',
      'run\techo a &&    echo b',
      'echo a &&    echo b',
    ]);
    expect(parseDockerfile('# escape=`\nFROM scratch\nENV a=c:\\ `\n b=2\n').escape).to.equal('`');
  });

  it('warns of empty lines in continuations', () => {
    expect(parseDockerfile('FROM scratch\nRUN a \\\n\n b\n').warnings.join('')).to.equal(
      '[WARNING]: Empty continuation line found in:\n    RUN a  b\n' +
        '[WARNING]: Empty continuation lines will become errors in a future release.\n',
    );
  });

  it('takes flags apart, with quotes and escapes', () => {
    const { flags, text } = first(`COPY --chown=1:2 --from="a b" -- --x /y`);
    expect([flags, text]).to.deep.equal([['--chown=1:2', '--from=a b'], '--x /y']);
    expect(first('CMD ["--x"]').flags).to.deep.equal([]);
  });

  it('reads heredocs', () => {
    const { heredocs, text } = first('COPY <<one <<-"two" /d/\n$a\none\n\tb\ntwo\n');
    expect(text).to.equal('<<one <<-"two" /d/');
    expect(heredocs).to.deep.equal([
      { name: 'one', content: '$a\n', expands: true },
      { name: 'two', content: 'b\n', expands: false },
    ]);
  });

  it('tells the line of what is wrong', () => {
    expect(() => parseDockerfile('FROM scratch\n\nENV a\n')).to.throw(
      'dockerfile parse error on line 3: ENV must have two arguments',
    );
    expect(() => parseDockerfile('RUN x\n')).to.throw('no build stage in current context');
    expect(() => parseDockerfile('# escape=x\nFROM scratch\n')).to.throw("invalid escape token 'x'");
  });
});
