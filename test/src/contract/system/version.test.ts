import { expect } from 'chai';
import { it } from 'mocha';
import { release } from 'node:os';
import { request } from '../../harness/http.js';
import { expectShape } from '../../harness/shape.js';
import { onEachEngine } from '../../harness/suite.js';

interface Version {
  Version: string;
  ApiVersion: string;
  MinAPIVersion: string;
  Os: string;
  KernelVersion: string;
  Components: { Name: string; Version: string; Details: Record<string, string> }[];
}

onEachEngine('GET /version', (suite) => {
  it('has every field of SystemVersion as text', async () => {
    const answer = await suite.api.get('/version');
    expect(answer.status).to.equal(200);
    expect(answer.headers['content-type']).to.equal('application/json');
    const version = answer.json<Version>();
    expectShape(
      version,
      {
        Version: 'string',
        ApiVersion: 'string',
        MinAPIVersion: 'string',
        GitCommit: 'string',
        GoVersion: 'string',
        Os: 'string',
        Arch: 'string',
        KernelVersion: 'string',
        BuildTime: 'string',
        Platform: 'object',
        Components: 'object[]',
      },
      'version',
    );
    expect(version.Os).to.equal('linux');
    expect(version.KernelVersion).to.equal(release());
  });

  it('names the API version of the ping header', async () => {
    const ping = await request(suite.engine.socketPath, 'GET', '/_ping');
    expect((await suite.api.get('/version')).json<Version>().ApiVersion).to.equal(
      ping.headers['api-version'],
    );
  });

  it('lists the engine first among its components, with text details', async () => {
    const { Components, ...version } = (await suite.api.get('/version')).json<Version>();
    expect(Components[0]!.Name).to.equal('Engine');
    expect(Components[0]!.Version).to.equal(version.Version);
    expect(Components[0]!.Details).to.include({
      ApiVersion: version.ApiVersion,
      MinAPIVersion: version.MinAPIVersion,
      Os: 'linux',
      Experimental: 'false',
    });
    expect(Components.map((component) => component.Name)).to.include('containerd');
  });

  it('is the same without a version prefix', async () => {
    const plain = await request(suite.engine.socketPath, 'GET', '/version');
    expect(plain.status).to.equal(200);
    expect(plain.json()).to.deep.equal((await suite.api.get('/version')).json());
  });
});
