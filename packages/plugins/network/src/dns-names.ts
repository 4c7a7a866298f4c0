/** What of a container its names are made of. */
export interface NamedContainer {
  readonly id: string;
  readonly name: string;
  readonly hostname: string;
}

/** The names of an endpoint on a user-defined network, in dockerd's order: name, aliases, short id, host name. */
export const dnsNames = ({ id, name, hostname }: NamedContainer, aliases: readonly string[]): string[] => [
  ...new Set([name, ...aliases, id.slice(0, 12), hostname].filter((text) => text !== '')),
];
