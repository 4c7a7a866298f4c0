import type { NameService } from '@arca/agent-proto';
import { addressBytes } from '../../linux/address-bytes.js';
import { redirect } from '../../linux/nat-requests.js';
import { NetlinkError, netlinkRequests } from '../../linux/netlink.js';
import { inNetworkNamespace } from '../../linux/network-namespace.js';
import { NETLINK_NETFILTER, netlinkSocket } from '../../linux/syscalls.js';
import type { Sandboxes } from '../sandboxes.js';
import { ADDRESS, NameServer, type NamePorts } from './name-server.js';
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
  private async redirect(sandboxId: string, ports: NamePorts): Promise<void> {
    const namespace = this.sandboxes.existing(sandboxId);
    const address = addressBytes(ADDRESS);
    const redirections = (['udp', 'tcp'] as const).map((protocol) => ({
      ...{ protocol, address, port: 53, to: ports[protocol] },
    }));
    const write = (replace: boolean) => {
      const socket = inNetworkNamespace(namespace, () => netlinkSocket(NETLINK_NETFILTER));
      return netlinkRequests(socket, redirect('arca-names', redirections, replace));
    };
    await write(false).catch((error: unknown) => {
      if (!(error instanceof NetlinkError && error.code === 'EEXIST')) throw error;
      // A crash has left one, to whose ports nobody listens.
      return write(true);
    });
  }
}
