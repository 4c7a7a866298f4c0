import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { fromEnvironment } from './environment.js';

describe('the daemon of the environment', () => {
  let directory: string;
  const id = createHash('sha256').update('far').digest('hex');
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'sdk-environment-'));
    mkdirSync(join(directory, 'contexts', 'meta', id), { recursive: true });
    mkdirSync(join(directory, 'contexts', 'tls', id, 'docker'), { recursive: true });
    const meta = { Name: 'far', Endpoints: { docker: { Host: 'tcp://far:2376' } } };
    writeFileSync(join(directory, 'contexts', 'meta', id, 'meta.json'), JSON.stringify(meta));
    writeFileSync(join(directory, 'contexts', 'tls', id, 'docker', 'ca.pem'), 'CA');
    writeFileSync(join(directory, 'key.pem'), 'KEY');
  });
  after(() => rmSync(directory, { recursive: true }));

  it('is that of DOCKER_HOST, with its certificates and version', () => {
    expect(fromEnvironment({ DOCKER_HOST: 'unix:///s' })).to.deep.equal({ host: 'unix:///s' });
    const tls = { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: directory };
    expect(fromEnvironment({ DOCKER_HOST: 'tcp://h', ...tls, DOCKER_API_VERSION: '1.44' })).to.deep.equal({
      ...{ host: 'tcp://h', version: '1.44', tls: { key: 'KEY' } },
    });
  });

  it('is not verified where the context says so, and empty variables are none', () => {
    const file = join(directory, 'contexts', 'meta', id, 'meta.json');
    const written = readFileSync(file, 'utf8');
    const docker = { Host: 'tcp://far:2376', SkipTLSVerify: true };
    writeFileSync(file, JSON.stringify({ Name: 'far', Endpoints: { docker } }));
    const env = { DOCKER_HOST: '', DOCKER_CONFIG: directory, DOCKER_CONTEXT: 'far' };
    expect(fromEnvironment(env)).to.deep.equal({
      ...{ host: 'tcp://far:2376', tls: { ca: 'CA', rejectUnauthorized: false } },
    });
    writeFileSync(file, written);
  });

  it('is that of a context, named or current', () => {
    const far = { host: 'tcp://far:2376', tls: { ca: 'CA' } };
    expect(fromEnvironment({ DOCKER_CONFIG: directory, DOCKER_CONTEXT: 'far' })).to.deep.equal(far);
    expect(fromEnvironment({ DOCKER_CONFIG: directory })).to.deep.equal({});
    writeFileSync(join(directory, 'config.json'), JSON.stringify({ currentContext: 'far' }));
    expect(fromEnvironment({ DOCKER_CONFIG: directory })).to.deep.equal(far);
    expect(fromEnvironment({ DOCKER_CONFIG: directory, DOCKER_CONTEXT: 'default' })).to.deep.equal({});
    expect(() => fromEnvironment({ DOCKER_CONFIG: directory, DOCKER_CONTEXT: 'none' })).to.throw(
      'there is no context none',
    );
  });
});
