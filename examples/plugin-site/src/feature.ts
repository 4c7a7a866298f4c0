import { defineFeature, forbidden, invalidParameter } from '@arca/plugin-kit';

const annotation = 'com.acme.site';
const label = 'com.acme.quarantine';
const file = '/run/acme/site.json';

/** The site that the request names, else the one that everything runs on. */
const nameIn = (annotations: Record<string, string> | null | undefined): string =>
  annotations?.[annotation] ?? 'main';

/** Tells each container the name of its site, and refuses images that are in quarantine. */
export const siteFeature = defineFeature(
  {
    id: 'acme.site',
    summary: 'Tells containers of their site; keeps images in quarantine from running',
    owns: [],
    uses: ['HostConfig.Annotations'],
    offers: ['annotations[com.acme.site]', 'process.env[ACME_SITE]', 'mounts[/run/acme/site.json]'],
  },
  {
    validate({ HostConfig }) {
      const name = nameIn(HostConfig.Annotations);
      if (!/^[a-z][a-z0-9-]*$/.test(name))
        throw invalidParameter(`annotation ${annotation}: "${name}" is not the name of a site`);
    },
    spec({ HostConfig }, rooms) {
      const name = nameIn(HostConfig.Annotations);
      const source = rooms.file('site.json', JSON.stringify({ name }));
      rooms.offer('annotations', annotation, name, 'HostConfig.Annotations');
      rooms.offer('process.env', 'ACME_SITE', name, 'HostConfig.Annotations');
      rooms.offer(
        'mounts',
        file,
        { type: 'bind', source, options: ['bind', 'ro'] },
        'HostConfig.Annotations',
      );
    },
    check(_fields, { image }) {
      const reason = image.config.Labels?.[label];
      if (reason) throw forbidden(`image ${image.reference} is in quarantine: ${reason}`);
    },
  },
);
