import type { ContainerRecord, Events } from '@arca/plugin-kit';
import { namedContainer, settingsOf, type Connections, type Parts } from './connections.js';
import { parseLink } from './links.js';
import type { Fields } from './manifest.js';
import { nothing, type NetworkRuntime } from './record.js';

const runtimeOf = ({ runtime }: ContainerRecord) => (runtime['network'] ?? nothing) as NetworkRuntime;

/** Tells running containers what has become of others: a new name, or a new address behind a link. */
export class Followers {
  private readonly end = new AbortController();
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly parts: Parts,
    private readonly connections: Connections,
    private readonly events: Events,
  ) {}

  start(): void {
    this.following = this.follow().catch(() => undefined);
    // What a crash kept from being told.
    for (const container of this.parts.containers.list())
      if ((container.body as Fields).HostConfig.Links?.length)
        void this.refresh(container).catch((error: unknown) => this.missed(container.id, error));
  }

  async stop(): Promise<void> {
    this.end.abort();
    await this.following;
  }

  private async follow(): Promise<void> {
    const filters = new Map([
      ['type', ['container']],
      ['event', ['rename', 'start']],
    ]);
    const query = { filters, signal: this.end.signal, internal: true };
    for await (const { Action, Actor } of this.events.subscribe(query)) {
      const id = Actor?.ID ?? '';
      await (Action === 'rename' ? this.rename(id) : this.relink(id)).catch((error: unknown) =>
        this.missed(id, error),
      );
    }
  }

  private missed(container: string, error: unknown): void {
    this.parts.log('debug', 'cannot tell of a change', { container, error: String(error) });
  }

  private async rename(id: string): Promise<void> {
    const container = this.parts.containers.get(id);
    const settings = (container.body as Fields).NetworkingConfig.EndpointsConfig ?? {};
    for (const [network, endpoint] of Object.entries(runtimeOf(container).endpoints))
      await this.parts.names.put(
        namedContainer(container),
        network,
        endpoint,
        settingsOf(settings, endpoint, network),
      );
  }

  /** On the default bridge links are lines of a file. */
  private async relink(id: string): Promise<void> {
    const { containers } = this.parts;
    const target = containers.get(id);
    const linked = containers.list().filter((container) => {
      const links = (container.body as Fields).HostConfig.Links ?? [];
      const named = links.map((text) => parseLink(text).container);
      return named.includes(target.name) || named.includes(id);
    });
    for (const container of linked) await this.refresh(container);
  }

  private async refresh({ id }: ContainerRecord): Promise<void> {
    await this.parts.containers.revise(id, 'network', async (current) => {
      const runtime = runtimeOf(current);
      if (current.state.pid === 0 || !runtime.endpoints['bridge']) return {};
      const hosts = await this.connections.hosts(current.body as Fields, runtime);
      const change = { content: hosts, before: runtime.hosts, byLines: true };
      await this.parts.agent.containers.rewriteFile({ id, name: 'hosts', ...change });
      return { runtime: { ...runtime, hosts } };
    });
  }
}
