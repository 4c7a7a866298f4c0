import { defineFeature, type CheckContext } from '@arca/plugin-kit';
import { describeFeature, imageFacts } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { siteFeature } from './feature.js';

const rooms = (name: string) => ({
  'annotations[com.acme.site]': name,
  'process.env[ACME_SITE]': name,
});

describeFeature(siteFeature, [
  {
    name: 'tells a container of the main site',
    warnings: [],
    files: { 'site.json': '{"name":"main"}' },
    provenance: {
      'annotations[com.acme.site]': 'HostConfig.Annotations',
      'process.env[ACME_SITE]': 'HostConfig.Annotations',
      'mounts[/run/acme/site.json]': 'HostConfig.Annotations',
    },
  },
  {
    name: 'tells it of the site that the annotation names',
    body: { HostConfig: { Annotations: { 'com.acme.site': 'berlin' } } },
    files: { 'site.json': '{"name":"berlin"}' },
    rooms: {
      ...rooms('berlin'),
      'mounts[/run/acme/site.json]': {
        type: 'bind',
        source: '/var/lib/arca/containers/' + '4f1d'.repeat(16) + '/site.json',
        options: ['bind', 'ro'],
      },
    },
  },
  {
    name: 'refuses what is no name',
    body: { HostConfig: { Annotations: { 'com.acme.site': 'Main Street' } } },
    invalid: 'annotation com.acme.site: "Main Street" is not the name of a site',
  },
]);

describe('the policy', () => {
  const check = (labels: Record<string, string>) =>
    siteFeature.check?.({ Config: {}, HostConfig: {}, NetworkingConfig: {} }, {
      image: imageFacts({ reference: 'web', config: { Labels: labels } }),
    } as CheckContext);

  it('lets images run that nobody has put into quarantine', () => {
    expect(() => check({})).not.to.throw();
  });

  it('refuses the others with the reason', () => {
    expect(() => check({ 'com.acme.quarantine': 'CVE-1' })).to.throw('image web is in quarantine: CVE-1');
  });
});

describe('the types', () => {
  it('know the fields of the API, and which of them a feature has declared', () => {
    // @ts-expect-error a misspelt field does not compile
    defineFeature({ id: 'acme.wrong', summary: '', owns: ['HostConfig.Memry'] }, {});
    // @ts-expect-error nor does a room that the OCI spec has not
    defineFeature({ id: 'acme.wrong', summary: '', owns: [], writes: ['process.usr'] }, {});
    defineFeature(
      { id: 'acme.wrong', summary: '', owns: [], uses: ['HostConfig.Annotations'] },
      {
        validate(fields) {
          // @ts-expect-error nor a look at a field that the manifest does not declare
          expect(fields.HostConfig.Memory).to.equal(undefined);
        },
      },
    );
  });
});
