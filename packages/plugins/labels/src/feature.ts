import { defineFeature, invalidParameter } from '@arca/plugin-kit';

/** What people and programs attach to a container. */
export const labels = defineFeature(
  {
    id: 'labels',
    summary: 'Labels, and annotations handed to the OCI runtime',
    owns: ['Labels', 'HostConfig.Annotations', 'Image', 'HostConfig.ContainerIDFile'],
    writes: ['annotations[]'],
    flags: {
      Labels: '--label, --label-file',
      'HostConfig.Annotations': '--annotation',
      Image: 'IMAGE',
      'HostConfig.ContainerIDFile': '--cidfile',
    },
    effects: {
      Labels: 'state: filters, events, inspect',
      Image: 'chooses the image',
      'HostConfig.ContainerIDFile': 'written by the client; kept',
    },
  },
  {
    defaults({ Config }, { image }) {
      Config.Labels = { ...image.config.Labels, ...Config.Labels };
    },
    validate({ HostConfig }) {
      for (const name of Object.keys(HostConfig.Annotations ?? {})) {
        if (name === '')
          throw invalidParameter(
            'invalid Annotations: the empty string is not permitted as an annotation key',
            'labels.annotation',
          );
      }
    },
    spec({ HostConfig }, rooms) {
      for (const [name, value] of Object.entries(HostConfig.Annotations ?? {})) {
        rooms.add('annotations', name, value, 'HostConfig.Annotations');
      }
    },
  },
);
