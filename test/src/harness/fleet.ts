import { Api } from './api.js';
import { BUSYBOX, makeImage } from './busybox.js';
import type { Engine, EngineKind } from './engine.js';
import { Arcad } from './engines/arcad.js';
import { Dockerd, dockerdIsInstalled } from './engines/dockerd.js';
import { remainsOf } from './remains.js';

const KINDS: EngineKind[] = ['arca', 'dockerd'];
const running = new Map<EngineKind, Engine>();
let serial = 0;

/** Engines to test: ARCA_TEST_ENGINES ("arca,dockerd"), else Arca and, where installed, dockerd. */
export function selectedEngines(): EngineKind[] {
  const wanted = process.env.ARCA_TEST_ENGINES?.split(',').map((kind) => kind.trim());
  if (wanted === undefined) return KINDS.filter((kind) => kind !== 'dockerd' || dockerdIsInstalled());
  const unknown = wanted.filter((kind) => !KINDS.includes(kind as EngineKind));
  if (unknown.length > 0) throw new Error(`ARCA_TEST_ENGINES: no such engine: ${unknown.join(', ')}`);
  return wanted as EngineKind[];
}

/** A new engine of a kind, not started; with further flags, which both daemons know by the same names. */
export function newEngine(kind: EngineKind, flags: string[] = []): Engine {
  serial += 1;
  const label = `${kind === 'arca' ? 'a' : 'd'}${serial.toString(36)}`;
  return kind === 'arca' ? new Arcad(label, flags) : new Dockerd(label, flags);
}

/** The engine of a kind that all test files share. It is started, with the busybox image, on first need. */
export async function startShared(kind: EngineKind): Promise<Engine> {
  const engine = newEngine(kind);
  await engine.start();
  running.set(kind, engine);
  await loadBusybox(engine);
  return engine;
}

/** The running shared engine. */
export function sharedEngine(kind: EngineKind): Engine {
  const engine = running.get(kind);
  if (engine === undefined) throw new Error(`no ${kind} is running`);
  return engine;
}

/** Stops all shared engines; every one is tried, the first failure is thrown. */
export async function stopShared(): Promise<void> {
  const engines = [...running.values()];
  const results = await Promise.allSettled(engines.map((engine) => engine.stop()));
  running.clear();
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  const remains = engines.flatMap(({ directory }) => remainsOf(directory));
  if (remains.length > 0) throw new Error(`left behind in the daemon's directory:\n${remains.join('\n')}`);
}

/** Puts the busybox image into an engine's store. */
export async function loadBusybox(engine: Engine): Promise<void> {
  const api = new Api(engine);
  const image = await makeImage([BUSYBOX]);
  const loaded = await api.call('POST', '/images/load', {
    body: image.tar,
    headers: { 'Content-Type': 'application/x-tar' },
  });
  api.expect(loaded, 200);
  api.expect(await api.get(`/images/${BUSYBOX}/json`), 200);
}
