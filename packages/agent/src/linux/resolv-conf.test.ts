import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { countList, parseOsRelease } from './host.js';
import { hostResolver } from './resolv-conf.js';

describe('resolver of the host', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'resolver-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function resolver(text: string, upstream = '') {
    await writeFile(join(directory, 'own'), text);
    await writeFile(join(directory, 'upstream'), upstream);
    return hostResolver(join(directory, 'own'), join(directory, 'upstream'));
  }

  it('is read with its search list and options', async () => {
    const text = [
      '# nameserver 9.9.9.9',
      'nameserver 10.0.0.53 ; first',
      '\tnameserver fd00::53',
      'nameserver nonsense',
      'search old.example',
      'search a.example b.example',
      'options ndots:2 timeout:1',
    ];
    expect(await resolver(text.join('\n'))).to.eql({
      servers: ['10.0.0.53', 'fd00::53'],
      search: ['a.example', 'b.example'],
      options: ['ndots:2', 'timeout:1'],
    });
  });

  it('adds options up, and takes `domain` for a search list of one', async () => {
    const text =
      'options ndots:2\ndomain a.example more\noptions rotate\n; nameserver 9.9.9.9\nnameserver 10.0.0.53\n';
    expect(await resolver(text)).to.eql({
      servers: ['10.0.0.53'],
      search: ['a.example'],
      options: ['ndots:2', 'rotate'],
    });
  });

  it('is empty where there is none', async () => {
    expect(await hostResolver(join(directory, 'none'))).to.eql({ servers: [], search: [], options: [] });
  });

  it('is the one behind systemd-resolved when that is the only server', async () => {
    const stub = 'nameserver 127.0.0.53\noptions edns0\n';
    const upstream = 'nameserver 192.0.2.53\nsearch up.example\n';
    expect(await resolver(stub, upstream)).to.eql({
      servers: ['192.0.2.53'],
      search: ['up.example'],
      options: [],
    });
    expect((await resolver(`${stub}nameserver 10.0.0.1\n`, upstream)).servers).to.eql([
      '127.0.0.53',
      '10.0.0.1',
    ]);
  });
});

describe('descriptions of the host', () => {
  it('are read from os-release in all its quotings', () => {
    const text = `NAME=Alpine\nPRETTY_NAME="Some Linux 1"\nVERSION_ID='1.2'\nEMPTY=\n`;
    expect(parseOsRelease(text)).to.eql({
      NAME: 'Alpine',
      PRETTY_NAME: 'Some Linux 1',
      VERSION_ID: '1.2',
      EMPTY: '',
    });
  });

  it('count lists of processors', () => {
    expect([countList('0'), countList('0-3,8'), countList('1,3,5-6'), countList('')]).to.eql([1, 5, 4, 0]);
  });
});
