import { describeFeature } from '@arca/plugin-kit/testing';
import { user } from './feature.js';

const accounts = {
  passwd: 'root:x:0:0::/root:/bin/sh\napp:x:1000:1000::/home/app:/bin/sh\n',
  group: 'root:x:0:\napp:x:1000:\nwheel:x:10:app\naudio:x:63:\n',
};
const room = 'process.user';

describeFeature(user, [
  {
    name: 'is root by default',
    accounts,
    rooms: { [room]: { uid: 0, gid: 0, additionalGids: [0] } },
    provenance: { [room]: 'default' },
  },
  {
    name: 'looks a name up, with its groups',
    accounts,
    body: { Config: { User: 'app' } },
    rooms: { [room]: { uid: 1000, gid: 1000, additionalGids: [1000, 10] } },
    provenance: { [room]: 'User' },
  },
  {
    name: 'takes numbers that passwd does not have',
    accounts,
    body: { Config: { User: '4242:4343' } },
    rooms: { [room]: { uid: 4242, gid: 4343, additionalGids: [4343] } },
  },
  {
    name: 'mixes a name and a group',
    accounts,
    body: { Config: { User: 'app:audio' } },
    rooms: { [room]: { uid: 1000, gid: 63, additionalGids: [63] } },
  },
  {
    name: 'adds groups by name and number',
    accounts,
    body: { Config: { User: '1000' }, HostConfig: { GroupAdd: ['audio', '777'] } },
    rooms: { [room]: { uid: 1000, gid: 1000, additionalGids: [1000, 10, 63, 777] } },
  },
  {
    name: 'takes the image’s user',
    accounts,
    image: { config: { User: 'app' } },
    completed: { Config: { User: 'app' } },
  },
  {
    name: 'refuses a name that is not there',
    accounts,
    body: { Config: { User: 'nobody-here' } },
    specError: 'unable to find user nobody-here: no matching entries in passwd file',
  },
]);
