import type { Agent, HostInfo } from '@arca/agent-proto';
import type { ComponentVersion } from '@arca/api';
import { goArchitecture, type Daemon, type OperationFunction } from '@arca/plugin-kit';

/** `GET /version`: the versions of the engine and of what it is made of. */
export const version =
  (daemon: Daemon, agent: Agent): OperationFunction<'SystemVersion'> =>
  async () => {
    const host = await agent.system.info({});
    const facts = engineFacts(daemon, host);
    const engine: ComponentVersion = {
      Name: 'Engine',
      Version: daemon.version,
      Details: { ...facts, Experimental: 'false' },
    };
    return {
      Platform: { Name: 'Arca' },
      Components: [engine, ...partsOf(host)],
      Version: daemon.version,
      ...facts,
    };
  };

/** What the answer tells twice: once of the engine as a part, once for clients that know no parts. */
const engineFacts = (daemon: Daemon, host: HostInfo) => ({
  GitCommit: daemon.gitCommit,
  ApiVersion: daemon.apiVersion,
  MinAPIVersion: daemon.minApiVersion,
  GoVersion: `node ${process.version}`,
  Os: 'linux',
  Arch: goArchitecture(host.architecture),
  KernelVersion: host.kernelVersion,
  BuildTime: daemon.buildTime,
});

/** What runs the containers, by the names that dockerd has for it. */
function partsOf({ containerdVersion, runtimes, defaultRuntime, initVersion }: HostInfo): ComponentVersion[] {
  const runtime = runtimes.find(({ name }) => name === defaultRuntime);
  const parts = [
    { Name: 'containerd', Version: containerdVersion },
    { Name: defaultRuntime, Version: runtime?.version ?? '' },
    { Name: 'docker-init', Version: initVersion },
  ];
  return parts.filter(({ Version }) => Version !== '').map((part) => ({ ...part, Details: {} }));
}
