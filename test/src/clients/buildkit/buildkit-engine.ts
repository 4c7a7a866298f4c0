import { expect } from 'chai';
import { describe, it } from 'mocha';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from '../../harness/api.js';
import { DockerCli } from '../../harness/docker-cli.js';
import type { Engine } from '../../harness/engine.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { leaksSince, takeSettledInventory, type Inventory } from '../../harness/leak.js';
import { runDirectory } from '../../harness/run.js';

/** Where they are is told by the environment: Debian has none of them. */
const { ARCA_TEST_BUILDKITD, ARCA_TEST_BUILDX, ARCA_TEST_COMPOSE } = process.env;

export interface Programs {
  buildkitd: string;
  buildx: string;
  compose: string | undefined;
}

/** Defines a suite where the programs are. */
export function withBuildKit(title: string, define: (programs: Programs) => void): void {
  describe(title, () => {
    if (ARCA_TEST_BUILDKITD && ARCA_TEST_BUILDX)
      define({ buildkitd: ARCA_TEST_BUILDKITD, buildx: ARCA_TEST_BUILDX, compose: ARCA_TEST_COMPOSE });
    else it('builds by docker buildx [ARCA_TEST_BUILDKITD and ARCA_TEST_BUILDX name none]');
  });
}

/** A daemon with a BuildKit, and a docker with buildx. */
export class BuildKitEngine {
  readonly api: Api;
  readonly docker: DockerCli;
  #contexts = 0;

  private constructor(
    readonly engine: Engine,
    private readonly before: Inventory,
    { buildx, compose }: Programs,
  ) {
    this.api = new Api(engine);
    this.docker = new DockerCli(engine);
    const plugins = join(this.docker.environment.DOCKER_CONFIG!, 'cli-plugins');
    mkdirSync(plugins, { recursive: true });
    symlinkSync(buildx, join(plugins, 'docker-buildx'));
    if (compose) symlinkSync(compose, join(plugins, 'docker-compose'));
  }

  static async start(programs: Programs, flags: string[] = []): Promise<BuildKitEngine> {
    const before = await takeSettledInventory();
    const engine = newEngine('arca', ['--buildkitd', programs.buildkitd, ...flags]);
    await engine.start();
    await loadBusybox(engine);
    return new BuildKitEngine(engine, before, programs);
  }

  /** Fails when anything is left. */
  async stop(): Promise<void> {
    await this.api.wipe();
    await this.engine.stop();
    expect(await leaksSince(this.before), 'left behind').to.deep.equal([]);
  }

  async images(): Promise<{ Id: string; RepoTags: string[] }[]> {
    return (await this.api.get('/images/json')).json();
  }

  /** Of all images, with their ids, to be compared. */
  async names(): Promise<string[]> {
    return (await this.images()).map(({ Id, RepoTags }) => [Id, ...RepoTags.sort()].join()).sort();
  }

  /** A directory with only a Dockerfile. */
  context(dockerfile: string): string {
    const directory = join(runDirectory(), `${this.engine.name}-context-${this.#contexts++}`);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'Dockerfile'), dockerfile);
    return directory;
  }
}
