import { expect } from 'chai';
import { describe, it } from 'mocha';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRegistries } from './registries.js';

describe('registries of BuildKit', () => {
  it('has one table for each host, and tells of what it has no words for', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'certs-'));
    try {
      mkdirSync(join(directory, 'own.example:5000'));
      mkdirSync(join(directory, '127.0.0.1:5001'));
      const { lines, unknown } = await buildRegistries({
        insecureRegistries: ['10.0.0.0/8', 'plain.example', 'own.example:5000'],
        registryMirrors: ['http://plain.example/', 'other.example', 'https://far.example/proxy'],
        certificateDirectories: [directory, join(directory, 'absent')],
      });
      const insecure = ['  http = true', '  insecure = true'];
      expect(lines).to.deep.equal([
        ...['[registry."docker.io"]', '  mirrors = ["plain.example","other.example"]'],
        ...['[registry."127.0.0.1:5001"]', `  tlsconfigdir = ["${directory}/127.0.0.1:5001"]`, ...insecure],
        ...['[registry."own.example:5000"]', `  tlsconfigdir = ["${directory}/own.example:5000"]`],
        ...insecure,
        ...['[registry."plain.example"]', ...insecure],
      ]);
      expect(unknown).to.deep.equal(['10.0.0.0/8', 'https://far.example/proxy']);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
