import { createHash } from 'node:crypto';
import { AgentError } from '@arca/agent-proto';

/** Names of interfaces as the agent takes them: what the kernel allows (15 bytes) without what nft or ip would read. */
export function checkInterfaceName(name: string): string {
  if (/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}$/.test(name)) return name;
  throw new AgentError('INVALID_ARGUMENT', `invalid interface name ${JSON.stringify(name)}`);
}

export function checkSandboxId(id: string): string {
  if (/^[a-z0-9]{1,12}$/.test(id)) return id;
  throw new AgentError('INVALID_ARGUMENT', `invalid sandbox id ${JSON.stringify(id)}`);
}

export function checkMac(mac: string): string {
  if (/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i.test(mac)) return mac.toLowerCase();
  throw new AgentError('INVALID_ARGUMENT', `invalid MAC address ${JSON.stringify(mac)}`);
}

export const macBytes = (mac: string): Buffer => Buffer.from(checkMac(mac).replaceAll(':', ''), 'hex');

/** What the host's ends of a sandbox's interfaces begin with: found again by it when nothing else is known. */
export function vethPrefix(instance: string, sandbox: string): string {
  // 36 to the 9th is less than 2 to the 48th.
  const digest = createHash('sha256').update(`${instance}/${sandbox}`).digest().readUIntBE(0, 6);
  return `veth${(digest % 36 ** 9).toString(36).padStart(9, '0')}`;
}

/** The host's end of an interface. `veth…` is what network managers leave alone. */
export function vethName(instance: string, sandbox: string, inside: string): string {
  const digest = createHash('sha256').update(inside).digest().readUIntBE(0, 2);
  const number = /^eth(\d{1,3})$/.exec(inside)?.[1];
  const suffix = number === undefined ? 1000 + (digest % 296) : Number(number);
  return vethPrefix(instance, sandbox) + suffix.toString(36).padStart(2, '0');
}

/** A locally administered address that stays when ports come and go: a bridge without one takes its lowest port's. */
export function bridgeMac(instance: string, name: string): string {
  const bytes = createHash('sha256').update(`${instance}/${name}`).digest().subarray(0, 4);
  return ['02', '42', ...[...bytes].map((byte) => byte.toString(16).padStart(2, '0'))].join(':');
}
