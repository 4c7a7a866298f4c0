import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { closeDescriptor, O_PATH, openPath } from './directory.js';
import { openInRoot } from './syscalls.js';

describe('openat2 inside a root', () => {
  it('is tried again when something is renamed meanwhile, anywhere on the host', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'arca-open-'));
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/file'), '');
    const rename = `const fs = require('node:fs'); const at = (name) => ${JSON.stringify(folder)} + name;
      fs.mkdirSync(at('/x')); process.stdout.write('ready');
      for (;;) { fs.renameSync(at('/x'), at('/y')); fs.renameSync(at('/y'), at('/x')); }`;
    const renaming = spawn(process.execPath, ['--eval', rename], { stdio: ['ignore', 'pipe', 'inherit'] });
    const root = openPath(folder);
    try {
      await once(renaming.stdout, 'data');
      const path = 'a/b/../b/../b/../b/../b/../b/../file';
      expect(() => {
        for (let count = 0; count < 20_000; count++) closeDescriptor(openInRoot(root, path, O_PATH));
      }).not.to.throw();
    } finally {
      renaming.kill('SIGKILL');
      await once(renaming, 'close');
      closeDescriptor(root);
      rmSync(folder, { recursive: true });
    }
  });
});
