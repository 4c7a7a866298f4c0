import { hostInfo, imageFacts } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { unsupported } from './feature.js';

const context = () => ({
  host: hostInfo(),
  image: imageFacts(),
  id: 'x',
  apiVersion: '1.51',
  warn: () => undefined,
});
const body = (HostConfig: object) => ({ Config: {}, HostConfig, NetworkingConfig: {} }) as never;

describe('what nobody serves', () => {
  it('is refused by name when it would have an effect', () => {
    for (const [field, value] of Object.entries({
      DeviceRequests: [{ Count: -1 }],
    })) {
      expect(() => unsupported.validate!(body({ [field]: value }), context())).to.throw(
        `HostConfig.${field} is not supported`,
      );
    }
  });

  it('passes when a client only fills in zeros', () => {
    unsupported.validate!(body({ IOMaximumIOps: 0, DeviceRequests: null }), context());
  });
});
