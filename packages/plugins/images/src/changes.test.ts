import { expect } from 'chai';
import { applyChanges } from './changes.js';

describe('changes of an imported image', () => {
  it('takes commands in both forms', () => {
    expect(applyChanges(['CMD ["sh", "-c", "x"]']).Cmd).to.deep.equal(['sh', '-c', 'x']);
    expect(applyChanges(['entrypoint echo hi']).Entrypoint).to.deep.equal(['/bin/sh', '-c', 'echo hi']);
  });

  it('takes variables and labels with quotes, and the older form', () => {
    expect(applyChanges(['ENV A=1 B="two words"', 'ENV C three words', 'ENV A=2']).Env).to.deep.equal([
      'A=2',
      'B=two words',
      'C=three words',
    ]);
    expect(applyChanges(["LABEL a='x y' b=z"]).Labels).to.deep.equal({ a: 'x y', b: 'z' });
  });

  it('takes ports and volumes', () => {
    const config = applyChanges(['EXPOSE 80 53/udp', 'VOLUME ["/a", "/b"]', 'VOLUME /c']);
    expect(config.ExposedPorts).to.deep.equal({ '80/tcp': {}, '53/udp': {} });
    expect(config.Volumes).to.deep.equal({ '/a': {}, '/b': {}, '/c': {} });
  });

  it('refuses what does not change a configuration', () => {
    expect(() => applyChanges(['RUN ls'])).to.throw('run is not a valid change command');
    expect(() => applyChanges(['ENV'])).to.throw('ENV requires at least one argument');
  });
});
