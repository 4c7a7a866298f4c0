import {
  containerCreate,
  containerList,
  containerStart,
  createClient,
  watchEvents,
  type ContainerSummary,
} from '@arca/sdk/browser';
import { Shell } from './shell.js';
import '@xterm/xterm/css/xterm.css';
import './style.css';

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const engine = new URLSearchParams(location.search).get('engine') ?? 'http://127.0.0.1:2375';
const client = createClient({ url: engine });
const shell = new Shell(client, element('terminal'), tell);
let chosen: string | undefined;

function tell(text: string, kind: 'info' | 'error' = 'info'): void {
  const status = element('status');
  status.textContent = text;
  status.dataset['kind'] = kind;
}

/** Does something for a click, and tells of its failure. */
const attempt = (work: () => Promise<void>): void =>
  void work().catch((error: unknown) =>
    tell(error instanceof Error ? error.message : String(error), 'error'),
  );

async function showContainers(): Promise<void> {
  const { data } = await containerList({ client, query: { all: true }, throwOnError: true });
  element('containers').replaceChildren(...data.map(entry));
  const current = data.find(({ Id }) => Id === chosen);
  element('title').textContent = current ? nameOf(current) : 'No container chosen';
}

const nameOf = ({ Id = '', Names = [] }: ContainerSummary): string =>
  (Names[0] ?? Id.slice(0, 12)).replace(/^\//, '');

function entry(container: ContainerSummary): HTMLElement {
  const { Id = '', Image = '', Status = '', State } = container;
  const item = document.createElement('li');
  const button = item.appendChild(document.createElement('button'));
  button.dataset['state'] = State ?? '';
  button.setAttribute('aria-current', String(Id === chosen));
  button.appendChild(document.createElement('strong')).textContent = nameOf(container);
  button.appendChild(document.createElement('small')).textContent = `${Image} · ${Status}`;
  button.addEventListener('click', () => attempt(() => choose(Id)));
  return item;
}

async function choose(id: string): Promise<void> {
  chosen = id;
  await showContainers();
  await shell.open(id);
}

element<HTMLFormElement>('create').addEventListener('submit', (event) => {
  event.preventDefault();
  const image = new FormData(event.target as HTMLFormElement).get('image') as string;
  attempt(async () => {
    tell(`starting ${image} …`);
    const { data } = await containerCreate({
      client,
      // A shell that waits for nobody, as the container's own process.
      body: { Image: image, Cmd: ['sh'], Tty: true, OpenStdin: true },
      throwOnError: true,
    });
    await containerStart({ client, path: { id: data.Id }, throwOnError: true });
    await choose(data.Id);
  });
});

/** Shows what there is, anew whenever something happens to a container; comes back after the engine was away. */
async function follow(): Promise<never> {
  for (;;) {
    try {
      await showContainers();
      const filters = JSON.stringify({
        type: ['container'],
        event: ['create', 'start', 'die', 'destroy', 'rename', 'pause', 'unpause'],
      });
      for await (const _ of watchEvents(client, { filters })) await showContainers();
    } catch (error) {
      tell(`${engine} is out of reach: ${(error as Error).message}`, 'error');
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

await follow();
