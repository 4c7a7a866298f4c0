import type { Lookup } from '@arca/plugin-kit';
import type { Progress } from './step.js';

/** Variables that an instruction sees: of the environment, else the arguments. */
export const variablesOf =
  ({ config, args }: Progress): Lookup =>
  (name) => {
    const entry = config.Env?.find((variable) => variable.startsWith(`${name}=`));
    return entry === undefined ? args.get(name) : entry.slice(name.length + 1);
  };
