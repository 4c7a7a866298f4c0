import { describeFeature } from '@arca/plugin-kit/testing';
import { cgroupParent } from './feature.js';

describeFeature(cgroupParent('arca'), [
  {
    name: 'is below the instance',
    provenance: { 'linux.cgroupsPath': 'default' },
  },
  {
    name: 'is below a parent of one’s own',
    body: { HostConfig: { CgroupParent: 'team/a' } },
    provenance: { 'linux.cgroupsPath': 'HostConfig.CgroupParent' },
  },
]);
