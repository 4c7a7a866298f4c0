import { parseFilters } from '@arca/plugin-kit';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { portTest, type ListedPort } from './port-filter.js';

const passes = (filters: object, ...ports: ListedPort[]) =>
  portTest(parseFilters(JSON.stringify(filters)))(ports);
const web = { PrivatePort: 80, PublicPort: 8080, Type: 'tcp' };
const dns = { PrivatePort: 53, Type: 'udp' };

describe('the filters of ports (unit)', () => {
  it('take anything when they are not given', () => {
    expect(passes({})).to.equal(true);
  });

  it('take single ports, of TCP unless said otherwise', () => {
    expect(passes({ expose: ['80'] }, dns, web)).to.equal(true);
    expect(passes({ expose: ['80/udp'] }, web)).to.equal(false);
    expect(passes({ expose: ['53/udp'] }, dns)).to.equal(true);
    expect(passes({ publish: ['80'] }, web)).to.equal(false);
    expect(passes({ publish: ['8080/tcp'] }, web)).to.equal(true);
  });

  it('take ranges, both ends included', () => {
    for (const range of ['80-90', '70-80', '80-80'])
      expect(passes({ expose: [range] }, web), range).to.equal(true);
    expect(passes({ expose: ['81-90'] }, web)).to.equal(false);
  });

  it('take what either of them wants', () => {
    expect(passes({ publish: ['1'], expose: ['80'] }, web)).to.equal(true);
    expect(passes({ publish: ['1'], expose: ['2'] }, web)).to.equal(false);
  });

  it('refuse what is no port', () => {
    const cases = {
      '80:80': "filter for 'expose' should not contain ':': 80:80",
      x: 'error while looking up for expose x: strconv.ParseUint: parsing "x": invalid syntax',
      '1-x': 'error while looking up for expose 1-x: strconv.ParseUint: parsing "x": invalid syntax',
      '65536':
        'error while looking up for expose 65536: strconv.ParseUint: parsing "65536": value out of range',
      '9-8': 'error while looking up for expose 9-8: invalid range specified for port: 9-8',
      '/tcp': 'error while looking up for expose /tcp: empty string specified for ports',
    };
    for (const [value, message] of Object.entries(cases)) {
      expect(() => passes({ expose: [value] }), value)
        .to.throw(message)
        .with.property('kind', 'InvalidParameter');
    }
  });
});
