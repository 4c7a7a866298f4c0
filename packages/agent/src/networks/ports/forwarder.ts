import { AgentError } from '@arca/agent-proto';
import { isIPv6 } from '../addresses.js';
import type { HostPort } from './allocator.js';
import { forwardSctp, forwardTcp } from './tcp-forwarder.js';
import { forwardUdp } from './udp-forwarder.js';

/** Address and port of a container. */
export interface Target {
  address: string;
  port: number;
}

/** Holds a host port, and carries what reaches it past nft: from ::1, and from IPv6 to a container without it. */
export interface Forwarder {
  close(): void;
}

/**
 * Really listens on the host port, so that nobody else can. ALREADY_EXISTS, in dockerd's words, when somebody does.
 */
export async function forward(from: HostPort, target: Target): Promise<Forwarder> {
  try {
    if (from.protocol === 'tcp') return await forwardTcp(from.address, from.port, target);
    if (from.protocol === 'udp') return await forwardUdp(from.address, from.port, target);
    return await forwardSctp(from.address, from.port, target);
  } catch (error) {
    throw refusal(from, target, error as NodeJS.ErrnoException);
  }
}

const messages: Record<string, string> = {
  EADDRINUSE: 'address already in use',
  EADDRNOTAVAIL: 'cannot assign requested address',
  EACCES: 'permission denied',
  EPROTONOSUPPORT: 'protocol not supported',
  ESOCKTNOSUPPORT: 'socket type not supported',
};

function refusal(
  { protocol, address, port }: HostPort,
  target: Target,
  error: NodeJS.ErrnoException,
): AgentError {
  const bracketed = (host: string) => (isIPv6(host) ? `[${host}]` : host);
  const binding = `${bracketed(address)}:${port}:${bracketed(target.address)}:${target.port}/${protocol}`;
  const reason = messages[error.code ?? ''] ?? error.message;
  return new AgentError(
    error.code === 'EADDRINUSE' ? 'ALREADY_EXISTS' : 'INTERNAL',
    `failed to bind host port for ${binding}: ${reason}`,
    undefined,
    { cause: error },
  );
}
