import { expect } from 'chai';
import { describe, it } from 'mocha';
import {
  choose,
  DOCKER_MANIFEST,
  OCI_MANIFEST,
  parseIndex,
  parseManifest,
  writeManifest,
} from './manifest.js';
import { parsePlatform, suitability } from './platform.js';
import { sha256 } from './testing/archives.js';

const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: sha256('config'), size: 6 };
const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: sha256('layer'), size: 5 };
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

describe('manifests', () => {
  it('are read with and without their media type', () => {
    const manifest = { schemaVersion: 2, config, layers: [layer] };
    expect(parseManifest(bytes(manifest))).to.deep.equal({
      mediaType: OCI_MANIFEST,
      config,
      layers: [layer],
    });
    expect(parseManifest(bytes(manifest), `${DOCKER_MANIFEST}; charset=x`).mediaType).to.equal(
      DOCKER_MANIFEST,
    );
  });

  it('are written so that they can be read again', () => {
    const parsed = parseManifest(writeManifest({ config, layers: [layer, layer] }));
    expect(parsed).to.deep.equal({ mediaType: DOCKER_MANIFEST, config, layers: [layer, layer] });
  });

  const bad: [string, unknown][] = [
    ['of schema 1', { mediaType: 'application/vnd.docker.distribution.manifest.v1+prettyjws' }],
    ['without a configuration', { layers: [] }],
    [
      'of something else than an image',
      { config: { ...config, mediaType: 'application/vnd.x' }, layers: [] },
    ],
    ['with a bad digest', { config: { ...config, digest: 'md5:x' }, layers: [] }],
    ['with a negative size', { config: { ...config, size: -1 }, layers: [] }],
    ['with a size that is no number', { config, layers: [{ ...layer, size: '5' }] }],
    ['with too many layers', { config, layers: Array.from({ length: 128 }, () => layer) }],
    ['that is a list', []],
  ];
  for (const [what, value] of bad) {
    it(`is refused: one ${what}`, () => {
      expect(() => parseManifest(bytes(value)))
        .to.throw()
        .with.property('code', 'INVALID_ARGUMENT');
    });
  }
});

describe('platforms', () => {
  const entry = (architecture: string, variant?: string, annotations = {}) => ({
    ...{ mediaType: OCI_MANIFEST, digest: sha256(architecture + variant), size: 1 },
    ...{ platform: { os: 'linux', architecture, variant }, annotations },
  });
  const pick = (wanted: string, ...entries: object[]) =>
    choose(parseIndex(bytes({ manifests: entries })), parsePlatform(wanted)).digest;

  it('are parsed with their other names', () => {
    expect(parsePlatform('linux/x86_64')).to.deep.equal({ os: 'linux', architecture: 'amd64' });
    expect(parsePlatform('Linux/ARM/v6')).to.deep.equal({ os: 'linux', architecture: 'arm', variant: 'v6' });
    expect(parsePlatform('').os).to.equal('linux');
    for (const text of ['a/b/c/d', 'linux/', '/', 'li nux'])
      expect(() => parsePlatform(text), text).to.throw('platform');
  });

  it('choose the entry that suits', () => {
    const attestation = { 'vnd.docker.reference.type': 'attestation-manifest' };
    const [amd, arm5, arm6, arm64] = [
      entry('amd64'),
      entry('arm', 'v5'),
      entry('arm', 'v6'),
      entry('arm64', 'v8'),
    ];
    expect(pick('linux/amd64', entry('amd64', 'v1', attestation), amd)).to.equal(amd.digest);
    expect(pick('linux/arm/v7', arm5, arm6, arm64)).to.equal(arm6.digest);
    expect(pick('linux/arm64', arm5, arm64)).to.equal(arm64.digest);
    expect(pick('linux/arm/v5', arm6, arm5)).to.equal(arm5.digest);
  });

  it('say so when none suits', () => {
    expect(() => pick('linux/s390x', entry('amd64')))
      .to.throw('no matching manifest for linux/s390x in the manifest list entries')
      .with.property('code', 'NOT_FOUND');
    expect(
      suitability(parsePlatform('linux/arm/v5'), { os: 'linux', architecture: 'arm', variant: 'v7' }),
    ).to.equal(undefined);
    expect(
      suitability(parsePlatform('linux/amd64'), { os: 'linux', architecture: 'amd64', variant: 'v3' }),
    ).to.equal(undefined);
  });
});
