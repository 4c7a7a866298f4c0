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
  it('is refused', () => {
    expect(() => unsupported.validate!(body({ IOMaximumIOps: 1 }), context())).to.throw(
      /does not support Maximum IO/,
    );
  });

  it('passes when a client only fills in zeros', () => {
    unsupported.validate!(body({ IOMaximumIOps: 0, IOMaximumBandwidth: null }), context());
  });
});
