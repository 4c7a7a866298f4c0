import { expect } from 'chai';
import { describe, it } from 'mocha';
import { completeBody, createFields, fieldPlace, isCreateField, saysNothing } from './body.js';

describe('create body', () => {
  it('shows zero values for what a request leaves out, and leaves out what Go omits when empty', () => {
    const body = completeBody({});
    expect(body.Config).to.include({ User: '', Tty: false, Env: null, OnBuild: null });
    expect(body.Config).to.not.have.any.keys(
      'ExposedPorts',
      'Healthcheck',
      'StopSignal',
      'StopTimeout',
      'Shell',
    );
    expect(body.HostConfig).to.include({ Memory: 0, PidsLimit: null, NetworkMode: '', CapAdd: null });
    expect(body.HostConfig).to.not.have.any.keys('Init', 'Tmpfs', 'Mounts', 'Runtime', 'Annotations');
    expect(body.HostConfig.RestartPolicy).to.deep.equal({ Name: '', MaximumRetryCount: 0 });
    expect(body.HostConfig.LogConfig).to.deep.equal({ Type: '', Config: null });
    expect(body.HostConfig.ConsoleSize).to.deep.equal([0, 0]);
    expect(body.NetworkingConfig).to.deep.equal({ EndpointsConfig: null });
  });

  it('takes null for absent, in parts, fields and structures', () => {
    const body = completeBody({
      Config: { User: null, Healthcheck: null, ExposedPorts: null },
      HostConfig: null,
      NetworkingConfig: null,
    });
    expect(body).to.deep.equal(completeBody({}));
    const policy = { Name: null, MaximumRetryCount: 3 } as never;
    expect(completeBody({ HostConfig: { RestartPolicy: policy } }).HostConfig.RestartPolicy).to.deep.equal({
      Name: '',
      MaximumRetryCount: 3,
    });
  });

  it('keeps what is given, also empty lists and maps with null values', () => {
    const body = completeBody({
      Config: { Cmd: [], StopTimeout: 0, ExposedPorts: { '80/tcp': null } } as never,
      HostConfig: { CapAdd: [], Init: false, Tmpfs: {}, ConsoleSize: [24, 80] },
      NetworkingConfig: { EndpointsConfig: { net: null } } as never,
    });
    expect(body.Config).to.deep.include({ Cmd: [], StopTimeout: 0, ExposedPorts: { '80/tcp': null } });
    expect(body.HostConfig).to.deep.include({ CapAdd: [], Init: false, ConsoleSize: [24, 80] });
    expect(body.HostConfig).to.not.have.any.keys('Tmpfs');
    expect(body.NetworkingConfig).to.deep.equal({ EndpointsConfig: { net: {} } });
  });

  it('drops what is no field of the API', () => {
    expect(completeBody({ Config: { Nonsense: 1 } as never }).Config).to.not.have.any.keys('Nonsense');
  });

  it('knows the fields by name', () => {
    expect(createFields).to.have.lengthOf(25 + 70 + 1);
    expect(isCreateField('HostConfig.Memory')).to.equal(true);
    expect(isCreateField('Memory')).to.equal(false);
    expect(isCreateField('toString')).to.equal(false);
    expect(fieldPlace('HostConfig.Memory')).to.deep.equal({ part: 'HostConfig', key: 'Memory' });
    expect(fieldPlace('User')).to.deep.equal({ part: 'Config', key: 'User' });
  });

  it('tells values that say nothing from those that do', () => {
    expect(saysNothing('HostConfig.Memory', 0)).to.equal(true);
    expect(saysNothing('HostConfig.Memory', 1)).to.equal(false);
    expect(saysNothing('HostConfig.PidsLimit', 0)).to.equal(false);
    expect(saysNothing('HostConfig.PidsLimit', null)).to.equal(true);
    expect(saysNothing('HostConfig.Devices', [])).to.equal(true);
    expect(saysNothing('HostConfig.RestartPolicy', { Name: '', MaximumRetryCount: 0 })).to.equal(true);
    expect(saysNothing('HostConfig.RestartPolicy', { Name: 'no' })).to.equal(false);
  });
});
