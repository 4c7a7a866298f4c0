import { containerRecord, describeFeature } from '@arca/plugin-kit/testing';
import { hostname } from './feature.js';

const other = containerRecord({ body: { Config: { Hostname: 'their', Domainname: 'dom' } } });

describeFeature(hostname({ get: () => other, list: () => [other] }), [
  {
    name: 'is that of the container whose network it shares',
    body: { HostConfig: { NetworkMode: 'container:x' } },
    completed: { Config: { Hostname: 'their', Domainname: 'dom' } },
  },
  {
    name: 'is not chosen beside a shared network',
    body: { Config: { Hostname: 'mine' }, HostConfig: { NetworkMode: 'container:x' } },
    invalid: 'conflicting options: hostname and the network mode',
  },
  {
    name: 'takes name and domain',
    body: { Config: { Hostname: 'web', Domainname: 'example.test' } },
    files: { hostname: 'web\n' },
    provenance: {
      'linux.namespaces[uts]': 'default',
      hostname: 'Hostname',
      domainname: 'Domainname',
      'mounts[/etc/hostname]': 'Hostname',
    },
  },
  {
    name: 'is the host’s with its namespace',
    body: { HostConfig: { UTSMode: 'host' } },
    host: { hostname: 'metal' },
    completed: { Config: { Hostname: 'metal' } },
    files: { hostname: 'metal\n' },
  },
  {
    name: 'is the host’s with its network',
    body: { HostConfig: { NetworkMode: 'host' } },
    host: { hostname: 'metal' },
    completed: { Config: { Hostname: 'metal' } },
  },
  {
    name: 'refuses another mode',
    body: { HostConfig: { UTSMode: 'mine' } },
    invalid: 'invalid UTS mode: mine',
  },
]);
