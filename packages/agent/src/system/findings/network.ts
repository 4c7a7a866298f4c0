import { runCommand } from '../../linux/commands.js';
import { forwardBarriers } from '../../linux/iptables.js';
import { readSysctl, writeSysctl } from '../../linux/sysctl.js';
import { tableStatements } from '../../networks/firewall/ruleset.js';
import { findProgram } from '../programs.js';
import { bad, good, type CheckedFinding, type Examination } from './finding.js';

/** Whether bridges can be made and forwarded for. */
export async function networkFindings({ instance }: Examination): Promise<CheckedFinding[]> {
  return [
    await forwarding(),
    await bridgeNetfilter(),
    ...(await links()),
    ...((await findProgram('nft')) ? [await firewall(instance), await foreignPolicies(instance)] : []),
  ];
}

async function forwarding(): Promise<CheckedFinding> {
  if ((await readSysctl('net/ipv4/ip_forward')) === '1') return good('IP forwarding', 'on');
  const remedy = 'sysctl -w net.ipv4.ip_forward=1 (the first bridge does it too)';
  return bad('IP forwarding', 'off', remedy, () => writeSysctl('net/ipv4/ip_forward', '1'));
}

/** Either way is fine: the rules hold with bridged packets shown to nft and without. */
async function bridgeNetfilter(): Promise<CheckedFinding> {
  const value = await readSysctl('net/bridge/bridge-nf-call-iptables');
  const states: Record<string, string> = { 1: 'on: bridged packets pass nft', 0: 'off' };
  return good('bridge netfilter', states[value ?? ''] ?? 'not loaded');
}

/** Makes a bridge and a veth pair in a network namespace that ends with the command. */
async function links(): Promise<CheckedFinding[]> {
  const [ip, unshare] = [await findProgram('ip'), await findProgram('unshare')];
  if (!ip || !unshare) return [];
  const kinds = { bridge: ['name', 'doctor0', 'type', 'bridge'], veth: ['name', 'doctor1', 'type', 'veth'] };
  return Promise.all(
    Object.entries(kinds).map(async ([kind, args]) => {
      const { code, stderr } = await runCommand(unshare, ['--net', ip, 'link', 'add', ...args]);
      if (code === 0) return good(`${kind} devices`, 'can be made');
      return bad(`${kind} devices`, stderr.trim(), `modprobe ${kind}`);
    }),
  );
}

/** Has the kernel judge the instance's table without taking it. */
async function firewall(instance: string): Promise<CheckedFinding> {
  const { code, stderr } = await runCommand('nft', ['--check', tableStatements(instance, []).join('; ')]);
  if (code === 0) return good('nftables', 'the kernel takes our rules');
  const reason = stderr.split('\n')[0] ?? '';
  return bad('nftables', reason, 'modprobe -a nf_tables nft_nat nft_masq nft_fib_inet nf_conntrack');
}

async function foreignPolicies(instance: string): Promise<CheckedFinding> {
  const subject = 'forward policy';
  const barriers = await forwardBarriers(instance);
  const closed = barriers.filter(({ tool, dockerUser }) => !(tool && dockerUser));
  if (barriers.length === 0) return good(subject, 'nothing else drops what is forwarded');
  if (closed.length === 0) return good(subject, 'DROP, which bridges pass by the chain DOCKER-USER');
  const commands = closed.map(({ where, tool }) =>
    tool
      ? `${tool} -I FORWARD -i BRIDGE -j ACCEPT; ${tool} -I FORWARD -o BRIDGE -j ACCEPT`
      : `nft insert rule ${where} iifname BRIDGE accept; nft insert rule ${where} oifname BRIDGE accept`,
  );
  return bad(
    subject,
    `${closed.map(({ where }) => where).join(', ')} drops traffic of containers`,
    `for each bridge: ${commands.join('; ')}`,
  );
}
