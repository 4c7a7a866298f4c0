import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';

const source = 'packages/plugin-kit/src/log-file/lines.wat';

/** The WebAssembly of lines.wat as a module of TypeScript: the build needs no other tool. */
export async function lineKernelText(root: string): Promise<string> {
  const { parseWat } = await wabt();
  const module = parseWat(source, readFileSync(join(root, source), 'utf8'), { simd: true });
  try {
    module.validate();
    const { buffer } = module.toBinary({});
    const text = Buffer.from(buffer).toString('base64');
    return `// Generated from ${source} by \`npm run gen\`; change that instead of this file.\n/* eslint-disable */\n\n/** The module, in base64. */\nexport const lines =\n  '${text}';\n`;
  } finally {
    module.destroy();
  }
}
