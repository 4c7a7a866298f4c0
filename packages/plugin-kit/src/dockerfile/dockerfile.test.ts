import type { ImageConfig } from '@arca/api';
import { expect } from 'chai';
import {
  applyInstruction,
  expandWord,
  expandWords,
  formatDuration,
  jsonWords,
  namedValues,
  parseDuration,
  splitWords,
} from './index.js';

const values: Record<string, string> = { a: '1', empty: '', path: '/x/y/file.tar.gz', list: '80 90' };
const lookup = (name: string) => values[name];
const expand = (text: string) => expandWord(text, lookup);

describe('words of a Dockerfile', () => {
  it('are split outside of quotes, which stay', () => {
    expect(splitWords(`a "b c"  d\\ e 'f "g' ""`)).to.deep.equal(['a', '"b c"', 'd\\ e', `'f "g'`, '""']);
    expect(splitWords('c:`x d', '`')).to.deep.equal(['c:`x', 'd']);
    expect(splitWords('  ')).to.deep.equal([]);
  });

  it('may be JSON', () => {
    expect(jsonWords('["a", "b c"]')).to.deep.equal(['a', 'b c']);
    for (const text of ['[a]', '[1]', 'a', '{}']) expect(jsonWords(text), text).to.equal(undefined);
  });

  it('may be pairs, or one in the old form', () => {
    expect(namedValues('a=1 b="x y"', 'ENV')).to.deep.equal([
      ['a', '1'],
      ['b', '"x y"'],
    ]);
    expect(namedValues('a the rest of it', 'ENV')).to.deep.equal([['a', 'the rest of it']]);
    expect(() => namedValues('a=1 b', 'ENV')).to.throw(`can't find = in "b"`);
    expect(() => namedValues('a', 'ENV')).to.throw('ENV must have two arguments');
    expect(() => namedValues('=x', 'LABEL')).to.throw('LABEL names can not be blank');
  });
});

describe('variables in a Dockerfile', () => {
  it('are replaced, unless they are quoted or escaped', () => {
    expect(expand('$a ${a}b $none \\$a "$a" \'$a\' "\\$a \\x"')).to.equal('1 1b  $a 1 $a $a \\x');
  });

  it('have defaults and alternatives', () => {
    expect(expand('${none-d} ${empty-d} ${empty:-d} ${a:+is} ${none+is}')).to.equal('d  d is ');
    expect(expand('${none:-${a}x}')).to.equal('1x');
    expect(() => expand('${none:?must be}')).to.throw('none: must be');
    expect(() => expand('${empty:?}')).to.throw('empty: is not allowed to be empty');
  });

  it('are trimmed and searched by patterns', () => {
    expect(expand('${path#*/} ${path##*/} ${path%.*} ${path%%.*}')).to.equal(
      'x/y/file.tar.gz file.tar.gz /x/y/file.tar /x/y/file',
    );
    expect(expand('${path/\\//_} ${path//\\//_}')).to.equal('_x/y/file.tar.gz _x_y_file.tar.gz');
  });

  it('can hold several words', () => {
    expect(expandWords('$list', lookup)).to.deep.equal(['80', '90']);
    expect(expandWords('"$list"', lookup)).to.deep.equal(['80 90']);
  });

  it('must be well formed', () => {
    const cases = {
      '${': "missing '}'",
      '${a': 'unsupported modifier',
      '${a:-x': "missing '}'",
      '${}': 'bad substitution',
      "'x": 'matching single-quote',
      '"x': 'matching double-quote',
      '${a:=x}': 'unsupported modifier (:=)',
    };
    for (const [text, message] of Object.entries(cases)) expect(() => expand(text), text).to.throw(message);
  });
});

describe('durations of a Dockerfile', () => {
  it('are read and written as Go does', () => {
    const cases = { '1h30m0s': 5400e9, '1.5s': 15e8, '250ms': 25e7, '0s': 0, '1m0s': 60e9 };
    for (const [text, nanoseconds] of Object.entries(cases)) {
      expect(parseDuration(text)).to.equal(nanoseconds);
      expect(formatDuration(nanoseconds)).to.equal(text);
    }
    expect(() => parseDuration('5')).to.throw('missing unit in duration "5"');
    expect(() => parseDuration('x')).to.throw('invalid duration "x"');
  });
});

describe('instructions that configure', () => {
  const apply = (keyword: string, text: string, config: ImageConfig = {}, flags: string[] = []) => {
    const comment = applyInstruction(config, { keyword, flags, text }, { lookup });
    return { comment, config };
  };

  it('take a shell only in text form', () => {
    expect(apply('CMD', 'echo hi').config.Cmd).to.deep.equal(['/bin/sh', '-c', 'echo hi']);
    expect(apply('CMD', '["echo", "hi"]').config.Cmd).to.deep.equal(['echo', 'hi']);
    expect(apply('ENTRYPOINT', 'x', { Cmd: ['y'] }).config.Cmd).to.equal(undefined);
  });

  it('tell the history what they did', () => {
    expect(apply('CMD', '["a", "b"]').comment).to.equal('CMD ["a" "b"]');
    expect(apply('EXPOSE', '$list 5/udp').comment).to.equal('EXPOSE 80 90 5/udp');
    expect(apply('HEALTHCHECK', 'CMD x', {}, ['--interval=5s', '--retries=3']).comment).to.equal(
      `HEALTHCHECK &{["CMD-SHELL" "x"] "5s" "0s" "0s" "0s" '\\x03'}`,
    );
  });

  it('refuse bad arguments', () => {
    const cases: [string, string, string][] = [
      ['EXPOSE', 'x', 'invalid containerPort: x'],
      ['SHELL', '/bin/sh', 'SHELL requires the arguments to be in JSON form'],
      ['ONBUILD', 'FROM x', `FROM isn't allowed as an ONBUILD trigger`],
      ['HEALTHCHECK', 'NONE x', 'HEALTHCHECK NONE takes no arguments'],
      ['HEALTHCHECK', 'TEST x', 'Unknown type "TEST" in HEALTHCHECK (try CMD)'],
      ['STOPSIGNAL', 'NOPE', 'Invalid signal'],
      ['USER', '', 'USER requires exactly one argument'],
      ['VOLUME', '[""]', 'VOLUME specified can not be an empty string'],
    ];
    for (const [keyword, text, message] of cases)
      expect(() => apply(keyword, text), keyword).to.throw(message);
    expect(() => apply('HEALTHCHECK', 'CMD x', {}, ['--often=1'])).to.throw('unknown flag: --often');
  });
});
