import type { RegistryServiceConfig } from '@arca/api';
import type { Daemon } from '@arca/plugin-kit';

/** Registries on this host are asked without TLS; the rest is configuration. */
const loopback = ['::1/128', '127.0.0.0/8'];

/** How registries are reached, as `/info` tells it. An insecure registry is named by host or by a range of addresses. */
export function registryConfig({
  insecureRegistries,
  registryMirrors,
}: Pick<Daemon, 'insecureRegistries' | 'registryMirrors'>): RegistryServiceConfig {
  const ranges = insecureRegistries.filter((registry) => registry.includes('/'));
  const hosts = insecureRegistries.filter((registry) => !registry.includes('/'));
  const insecure = hosts.map(
    (name) => [name, { Name: name, Mirrors: [], Secure: false, Official: false }] as const,
  );
  const official = { Name: 'docker.io', Mirrors: [...registryMirrors], Secure: true, Official: true };
  return {
    InsecureRegistryCIDRs: [...loopback, ...ranges],
    IndexConfigs: { ...Object.fromEntries(insecure), 'docker.io': official },
    Mirrors: [...registryMirrors],
  };
}
