import { expect } from 'chai';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { after, afterEach, before, it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { RawConnection } from '../../harness/raw-connection.js';
import { onArca, onEachEngine } from '../../harness/suite.js';
import { Building } from './building.js';
import { Repositories } from './repository.js';

const dockerfile = `FROM ${BUSYBOX}\nCOPY . /c\n`;

onEachEngine('POST /build of a git repository', (suite) => {
  const building = new Building(suite);
  let repositories: Repositories;

  before('make repositories', async () => {
    repositories = new Repositories();
    await repositories.listen();
    const part = await repositories.commit('part', 'master', { p: 'part' });
    const modules = `[submodule "sub"]\n\tpath = sub\n\turl = ${repositories.git('part')}\n`;
    await repositories.commit(
      ...(['r', 'master', { Dockerfile: dockerfile, f: 'master', '.gitmodules': modules }] as const),
      { sub: part },
    );
    await repositories.commit('r', 'other', { 'in/Dockerfile': dockerfile, 'in/f': 'other', 'out/f': 'no' });
    const sneaky = `[submodule "sub"]\n\tpath = sub\n\turl = /proc/self/cwd\n`;
    await repositories.commit(
      ...(['r', 'sneaky', { Dockerfile: dockerfile, '.gitmodules': sneaky }] as const),
      { sub: part },
    );
    await repositories.commit('plain', 'master', { Dockerfile: dockerfile, f: 'plain' });
  });
  after('stop serving', () => repositories.close());
  afterEach('remove what was built', () => building.wipe());

  const built = async (remote: string, script: string): Promise<string> => {
    const { id, error } = await building.send(Buffer.alloc(0), { remote });
    expect(error).to.equal('');
    return (await suite.api.run({ Image: id, Entrypoint: ['/bin/sh', '-c'], Cmd: [script] })).stdout;
  };

  it('takes its main branch with submodules, or a directory of a reference', async () => {
    const script = 'cat /c/f /c/sub/p; ls -A /c';
    expect(await built(repositories.git('r'), script)).to.equal(
      'masterpart.git\n.gitmodules\nDockerfile\nf\nsub\n',
    );
    const other = `${repositories.git('r')}#other:in`;
    expect(await built(other, 'cat /c/f; ls -A /c')).to.equal('otherDockerfile\nf\n');
  });

  it('takes it from a web server that has nothing but its files', async () => {
    expect(await built(`${repositories.http('plain')}#refs/heads/master`, 'cat /c/f')).to.equal('plain');
  });

  it('fails for what cannot be had, or leads elsewhere', async () => {
    const failure = async (remote: string) => {
      const { status, error } = await building.send(Buffer.alloc(0), { remote });
      expect(status, remote).to.be.within(400, 500);
      return error;
    };
    const url = repositories.git('r');
    expect(await failure(`${url}#missing`)).to.match(/error fetching: .*remote ref missing/s);
    expect(await failure(`${url}#--upload-pack=touch`)).to.match(/invalid refspec: --upload-pack=touch/);
    expect(await failure(`${url}#other:missing`)).to.match(/no such (file or )?directory/);
    expect(await failure(`${url}#other:../../../../../../etc`)).to.match(/error setting git context/);
    expect(await failure(`${url}#sneaky`)).to.match(/error initializing submodules: .*not allowed/s);
    expect(await failure('git@-oProxyCommand=touch:r')).to.match(/not the address|hostname/);
    expect(await failure('ext::sh -c true')).to.match(/could not be recognized as URL/);
  });
});

onArca('POST /build of a git repository on Arca', (suite) => {
  it('stops asking the server when the client goes', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const asked = once(server, 'connection') as Promise<[Socket]>;
      const remote = `git://127.0.0.1:${(server.address() as AddressInfo).port}/r`;
      const client = await RawConnection.open(suite.engine.socketPath);
      client.send('POST', `/build?remote=${encodeURIComponent(remote)}`);
      const [socket] = await asked;
      const closed = once(socket.resume(), 'close');
      client.destroy();
      await closed;
    } finally {
      server.close();
    }
  });
});
