import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../libexec/create-into-fifos', import.meta.url));

/**
 * Spares a container's output the shim's copying it, from pipes that the shim makes to the agent's FIFOs, which takes
 * as long as writing it to a log does. The shim is given a path for the OCI runtime that stands for a small program
 * first, which creates the container with the FIFOs as its outputs, and then for the runtime itself.
 */
export class DirectOutputs {
  /** Path of the runtime, for the shim. */
  readonly path: string;
  readonly #runtime: string;

  /** `directory` is the shim's, `runtime` the absolute path of the OCI runtime. */
  constructor(directory: string, runtime: string) {
    this.path = join(directory, 'oci');
    this.#runtime = join(directory, 'runtime');
    symlinkSync(program, this.path);
    symlinkSync(runtime, this.#runtime);
  }

  /** The container is there: from now on the runtime is called without a detour, which takes 1 ms. */
  created(): void {
    renameSync(this.#runtime, this.path);
  }
}
