import { expect } from 'chai';
import type { ArcaError } from '@arca/plugin-kit';
import { clean, parseBind } from './bind.js';

/** Kind and message of the refusal of a bind. */
function refusal(text: string): [string, string] {
  try {
    parseBind(text);
  } catch (error) {
    return [(error as ArcaError).kind, (error as ArcaError).message];
  }
  throw new Error(`${text} is not refused`);
}

describe('binds', () => {
  it('have options, each kind once', () => {
    expect(parseBind('/a/../b/:/c:ro,z,rshared')).to.include({
      source: '/b',
      destination: '/c',
      writable: false,
      propagation: 'rshared',
    });
    expect(refusal('/a:/b:ro,rw')).to.deep.equal(['System', 'invalid mode: ro,rw']);
    expect(refusal('/a:/b:fast')).to.deep.equal(['System', 'invalid mode: fast']);
  });

  it('have an absolute destination below the root', () => {
    const words = "invalid volume specification: '/a:b': invalid mount path: 'b' mount path must be absolute";
    expect(refusal('/a:b')).to.deep.equal(['System', words]);
    expect(refusal('/a:/x/..')[1]).to.match(/destination can't be '\/'$/);
    expect(refusal(':/b')).to.deep.equal(['System', "invalid volume specification: ':/b'"]);
  });

  it('name a volume, or none', () => {
    expect(parseBind('name:/b:ro,nocopy', 'd')).to.include({
      ...{ type: 'volume', name: 'name', driver: 'd', writable: false, copy: false, anonymous: false },
    });
    expect(parseBind('/b')).to.include({ type: 'volume', name: '', anonymous: true, copy: true });
    expect(refusal('/b:ro')).to.deep.equal(['System', "invalid volume specification: '/b:ro'"]);
    expect(refusal('name:/b:rshared')[1]).to.match(/BindOptions must not be specified/);
  });

  it('have clean paths', () => {
    expect(clean('//a/./b/../c/')).to.equal('/a/c');
    expect(clean('/..')).to.equal('/');
  });
});
