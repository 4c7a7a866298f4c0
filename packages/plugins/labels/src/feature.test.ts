import { describeFeature } from '@arca/plugin-kit/testing';
import { labels } from './feature.js';

describeFeature(labels, [
  {
    name: 'adds the image’s labels below those of the request',
    body: {
      Config: { Image: 'app', Labels: { a: 'mine' } },
      HostConfig: { Annotations: { 'org.example': 'x' }, ContainerIDFile: '/tmp/id' },
    },
    image: { config: { Labels: { a: 'image', b: 'image' } } },
    completed: { Config: { Labels: { a: 'mine', b: 'image' } } },
    rooms: { 'annotations[org.example]': 'x' },
  },
  {
    name: 'refuses an annotation without a name',
    body: { HostConfig: { Annotations: { '': 'x' } } },
    invalid: 'invalid Annotations: the empty string is not permitted as an annotation key',
  },
]);
