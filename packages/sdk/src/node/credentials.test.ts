import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registryOf } from '../docker/registry.js';
import { credentialsFor } from './credentials.js';

describe('credentials for registries', () => {
  let directory: string;
  const path = process.env['PATH'];
  const write = (configuration: object) =>
    writeFileSync(join(directory, 'config.json'), JSON.stringify(configuration));
  const ask = (registry: string) => credentialsFor(registry, { DOCKER_CONFIG: directory });
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'sdk-credentials-'));
    const script = `#!/bin/sh
read -r registry
case "$registry" in
token.example) echo '{"ServerURL":"x","Username":"<token>","Secret":"t0ken"}' ;;
user.example) echo '{"ServerURL":"x","Username":"me","Secret":"secret"}' ;;
broken.example) echo 'the vault is locked'; exit 1 ;;
*) echo 'credentials not found in native keychain'; exit 1 ;;
esac
`;
    writeFileSync(join(directory, 'docker-credential-vault'), script, { mode: 0o755 });
    process.env['PATH'] = `${directory}:${path}`;
  });
  after(() => {
    process.env['PATH'] = path;
    rmSync(directory, { recursive: true });
  });

  it('are named after the registry of a reference', () => {
    const hub = 'https://index.docker.io/v1/';
    for (const name of ['busybox', 'library/busybox', 'docker.io/library/busybox'])
      expect(registryOf(name), name).to.equal(hub);
    expect(registryOf('localhost/app')).to.equal('localhost');
    expect(registryOf('registry.example:5000/a/b:tag')).to.equal('registry.example:5000');
  });

  it('are none without a file, or without an entry', async () => {
    expect(await ask('user.example')).to.equal(undefined);
    write({ auths: { 'other.example': {} } });
    expect(await ask('other.example')).to.equal(undefined);
  });

  it('are those of the file', async () => {
    const auth = Buffer.from('me:pass:word').toString('base64');
    write({ auths: { 'https://file.example/v2/': { auth }, 'id.example': { identitytoken: 'i' } } });
    expect(await ask('file.example')).to.include({ username: 'me', password: 'pass:word' });
    expect(await ask('id.example')).to.include({ identitytoken: 'i' });
  });

  it('are those of the store, or of the registry’s own helper', async () => {
    write({ credsStore: 'vault', credHelpers: { 'own.example': 'missing' } });
    expect(await ask('user.example')).to.include({ username: 'me', password: 'secret' });
    expect(await ask('token.example')).to.include({ identitytoken: 't0ken' });
    expect(await ask('unknown.example')).to.equal(undefined);
    for (const [registry, text] of Object.entries({ 'broken.example': 'locked', 'own.example': 'missing' })) {
      const error = await ask(registry).catch((reason: unknown) => reason);
      expect((error as Error).message).to.include(text);
    }
  });
});
