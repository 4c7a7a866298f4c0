import { expect } from 'chai';
import { describe, it } from 'mocha';
import { parseChallenges } from './challenge.js';

describe('challenges of a registry', () => {
  it('are read with quoted and plain parameters', () => {
    const header =
      'Bearer realm="https://auth.example/token?a=b,c",service=registry.example , scope="repository:a/b:pull,push"';
    expect(parseChallenges(header)).to.deep.equal([
      {
        scheme: 'bearer',
        parameters: {
          realm: 'https://auth.example/token?a=b,c',
          service: 'registry.example',
          scope: 'repository:a/b:pull,push',
        },
      },
    ]);
  });

  it('are read one after another', () => {
    expect(
      parseChallenges('Negotiate, Basic REALM="a \\"b\\"", Bearer error="insufficient_scope"'),
    ).to.deep.equal([
      { scheme: 'negotiate', parameters: {} },
      { scheme: 'basic', parameters: { realm: 'a "b"' } },
      { scheme: 'bearer', parameters: { error: 'insufficient_scope' } },
    ]);
  });

  it('end where they make no sense', () => {
    for (const header of ['', ' ', '"', '=x', ',,,'])
      expect(parseChallenges(header), header).to.deep.equal([]);
    expect(parseChallenges('Basic realm="x" ;;;')).to.have.length(1);
  });
});
