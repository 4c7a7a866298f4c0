import type { ImageConfig } from '@arca/api';
import { applyInstruction, invalidParameter } from '@arca/plugin-kit';

/** The Dockerfile instructions that `--change` takes. */
const allowed = [
  ...['CMD', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'LABEL'],
  ...['ONBUILD', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
];

/** Makes the changes of a list of instructions to a configuration. Throws InvalidParameter for another instruction. */
export function applyChanges(changes: readonly string[], config: ImageConfig = {}): ImageConfig {
  let commandSet = false;
  for (const line of changes.flatMap((text) => text.split('\n'))) {
    const [, name = '', flags = '', text = ''] = /^\s*(\S+)((?:\s+--\S+)*)\s*([\s\S]*?)\s*$/.exec(line) ?? [];
    if (name === '') continue;
    const keyword = name.toUpperCase();
    if (!allowed.includes(keyword))
      throw invalidParameter(`${name.toLowerCase()} is not a valid change command`, 'images.change');
    if (text === '') throw invalidParameter(`${keyword} requires at least one argument`, 'images.change');
    const instruction = { keyword, flags: flags.split(/\s+/).filter(Boolean), text };
    // Of the configuration's own variables an instruction sees what is there by then.
    const lookup = (variable: string) =>
      config.Env?.find((entry) => entry.startsWith(`${variable}=`))?.slice(variable.length + 1);
    try {
      applyInstruction(config, instruction, { lookup, commandSet });
    } catch (error) {
      throw invalidParameter((error as Error).message, 'images.change', { cause: error });
    }
    commandSet ||= keyword === 'CMD';
  }
  return config;
}
