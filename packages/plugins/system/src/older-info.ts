import type { SystemInfo } from '@arca/api';
import type { Call } from '@arca/plugin-kit';

/** The answer as the version of the API that the client speaks has it: without what came later, with what went since. */
export function asOlder(info: SystemInfo, call: Pick<Call, 'atLeast'>): SystemInfo {
  return {
    ...info,
    ...(!call.atLeast('1.50') && {
      DiscoveredDevices: undefined,
      BridgeNfIptables: false,
      BridgeNfIp6tables: false,
    }),
    ...(!call.atLeast('1.49') && { FirewallBackend: undefined, ...withExpected(info) }),
    ...(!call.atLeast('1.47') && { RegistryConfig: { ...info.RegistryConfig, ...nondistributable } }),
    ...(!call.atLeast('1.42') && { KernelMemory: false }),
    ...(!call.atLeast('1.46') && { Containerd: undefined }),
    ...(!call.atLeast('1.25') && { SecurityOptions: info.SecurityOptions?.map(nameOnly) }),
  };
}

/** Clients compare the commits that are there with those that were expected. */
const withExpected = ({ ContainerdCommit, RuncCommit, InitCommit }: SystemInfo) => ({
  ContainerdCommit: { ...ContainerdCommit, Expected: ContainerdCommit?.ID },
  RuncCommit: { ...RuncCommit, Expected: RuncCommit?.ID },
  InitCommit: { ...InitCommit, Expected: InitCommit?.ID },
});

const nondistributable = {
  AllowNondistributableArtifactsCIDRs: null,
  AllowNondistributableArtifactsHostnames: null,
};

/** `name=seccomp,profile=builtin` → `seccomp` */
const nameOnly = (option: string) => /^name=([^,]+)/.exec(option)?.[1] ?? option;
