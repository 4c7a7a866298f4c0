import { AgentError, type NameService } from '@arca/agent-proto';
import { runCommand } from '../../linux/commands.js';
import type { Sandboxes } from '../sandboxes.js';
import { NameServer, type NamePorts } from './name-server.js';
import type { View } from './resolver.js';
import { Zones } from './zones.js';

/** The name servers of sandboxes. */
export class NameServers {
  readonly zones = new Zones();
  private readonly servers = new Map<string, NameServer>();

  constructor(private readonly sandboxes: Sandboxes) {}

  async serve({ sandboxId, ports, ...service }: NameService): Promise<NamePorts> {
    const view: View = service;
    const server = this.servers.get(sandboxId);
    if (server) {
      server.view = view;
      return server.ports;
    }
    const namespace = this.sandboxes.existing(sandboxId);
    const wanted = { udp: ports?.udp ?? 0, tcp: ports?.tcp ?? 0 };
    const opened = await NameServer.open(this.zones, view, namespace, wanted);
    this.servers.set(sandboxId, opened);
    try {
      // After a restart the rules are there.
      if (wanted.udp === 0) await this.redirect(sandboxId, opened.ports);
    } catch (error) {
      this.close(sandboxId);
      throw error;
    }
    return opened.ports;
  }

  /** No error when there is none. */
  close(sandboxId: string): void {
    this.servers.get(sandboxId)?.close();
    this.servers.delete(sandboxId);
  }

  closeAll(): void {
    for (const id of [...this.servers.keys()]) this.close(id);
  }

  /**
   * Leads port 53 of 127.0.0.11 to the server's ports, inside the sandbox. The port itself stays free: a container may
   * run a name server of its own on all addresses.
   */
  private async redirect(sandboxId: string, { udp, tcp }: NamePorts): Promise<void> {
    const to = (protocol: string, port: number) =>
      `ip daddr 127.0.0.11 ${protocol} dport 53 dnat to 127.0.0.11:${port}`;
    const rules = [
      // In place of those that a crash has left, whose ports nobody listens on.
      'add table ip arca-names',
      'delete table ip arca-names',
      'add table ip arca-names',
      'add chain ip arca-names output { type nat hook output priority -100; }',
      `add rule ip arca-names output ${to('udp', udp)}`,
      `add rule ip arca-names output ${to('tcp', tcp)}`,
    ].join('; ');
    const name = this.sandboxes.name(sandboxId);
    const { code, stderr } = await runCommand('ip', ['netns', 'exec', name, 'nft', rules]);
    if (code !== 0)
      throw new AgentError('INTERNAL', `cannot lead DNS queries to the name server: ${stderr.trim()}`);
  }
}
