/** Names that need no ARG; they leave no trace in the history unless one names them. */
const predefined = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [
  name,
  name.toLowerCase(),
]);

/** Values of `ARG`s. A stage has its own, which see those before the first stage when they are named again. */
export class BuildArgs {
  readonly #declared = new Map<string, string | undefined>();
  readonly #used: Set<string>;

  /** `given`: of the request; null means no value. */
  constructor(
    private readonly given: Readonly<Record<string, string | null>>,
    private readonly global?: BuildArgs,
  ) {
    this.#used = global === undefined ? new Set() : global.#used;
  }

  declare(name: string, value: string | undefined): void {
    this.#declared.set(name, value);
    this.#used.add(name);
  }

  get(name: string): string | undefined {
    if (!this.#declared.has(name) && !predefined.includes(name)) return undefined;
    return this.given[name] ?? this.#declared.get(name) ?? this.global?.get(name);
  }

  /** Variables of a RUN, those of `env` left out: `name=value`, sorted. */
  variables(env: readonly string[]): string[] {
    const taken = new Set(env.map((entry) => entry.split('=', 1)[0]!));
    const names = new Set([...this.#declared.keys(), ...predefined]);
    return [...names]
      .filter((name) => !taken.has(name) && this.get(name) !== undefined)
      .map((name) => `${name}=${this.get(name)}`)
      .sort();
  }

  /** Those variables that the cache and the history know. */
  remembered(variables: readonly string[]): string[] {
    return variables.filter((variable) => {
      const name = variable.split('=', 1)[0]!;
      return this.#declared.has(name) || !predefined.includes(name);
    });
  }

  /** Names that were given and that no ARG took. */
  unused(): string[] {
    return Object.keys(this.given)
      .filter((name) => !this.#used.has(name) && !predefined.includes(name))
      .sort();
  }
}
