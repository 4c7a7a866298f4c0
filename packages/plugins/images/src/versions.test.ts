import type { ImageInspect, ImageSummary } from '@arca/api';
import { recordedCall } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { inspectionFor, summaryFor } from './versions.js';

const descriptor = { mediaType: 'm', digest: 'd', size: 1 };
const image: ImageInspect = { Size: 5, Descriptor: descriptor, Config: { Cmd: ['sh'], User: 'app' } };
const at = (apiVersion: string) => recordedCall({ apiVersion });

describe('images for older clients', () => {
  it('always have the fields of their configuration', () => {
    expect(inspectionFor(at('1.51'), image).Config).to.deep.equal({
      ...{ Cmd: ['sh'], User: 'app', Env: null, Volumes: null, WorkingDir: '' },
      ...{ Entrypoint: null, OnBuild: null, Labels: null },
    });
  });

  it('have what went since, and not what came later', () => {
    expect(inspectionFor(at('1.51'), image))
      .to.include.keys('Descriptor')
      .and.not.have.key('VirtualSize');
    const older = inspectionFor(at('1.43'), image);
    expect(older).to.include({ VirtualSize: 5 }).and.not.have.key('Descriptor');
    expect(older.Config).to.include({ Hostname: '', Tty: false });
    const entry = { Size: 5, Descriptor: descriptor } as ImageSummary;
    expect(summaryFor(at('1.43'), entry)).to.deep.equal({ Size: 5, VirtualSize: 5 });
    expect(summaryFor(at('1.48'), entry)).to.deep.equal(entry);
  });
});
