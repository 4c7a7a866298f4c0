import type { Agent } from '@arca/agent-proto';
import type { Events } from '@arca/plugin-kit';
import { storedConfig } from './describe.js';

/** What an event is about: the actor's id, and the name among its attributes. */
export interface Told {
  id: string;
  name: string;
}

/** Tells what happens to images; the image's labels are attributes of the event. */
export class ImageEvents {
  constructor(
    private readonly agent: Agent,
    private readonly events: Events,
  ) {}

  /** The labels of an image, for an event that comes after it has gone. */
  async labels(reference: string): Promise<Record<string, string>> {
    const image = await this.agent.images.get({ reference }).catch(() => undefined);
    return { ...(image && storedConfig(image).config?.Labels) };
  }

  tell(action: string, { id, name }: Told, labels: Record<string, string>): void {
    this.events.emit({ type: 'image', action, id, attributes: { ...labels, name } });
  }

  async tellOf(action: string, imageId: string, told: Told): Promise<void> {
    this.tell(action, told, await this.labels(imageId));
  }
}
