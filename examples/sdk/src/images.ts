import { Docker, last, StreamError, tarOf } from '@arca/sdk';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

await using docker = new Docker();

// A folder, less what its .dockerignore leaves out, sent while it is read.
const folder = await mkdtemp(join(tmpdir(), 'guide-'));
await writeFile(join(folder, 'Dockerfile'), 'FROM busybox\nCOPY . /app\n');
await writeFile(join(folder, '.dockerignore'), '*.key\nDockerfile\n.dockerignore\n');
await writeFile(join(folder, 'main.sh'), 'echo hello');
await writeFile(join(folder, 'secret.key'), '…');
for await (const { stream } of docker.images.build({ context: folder, t: ['guide/app:1'] }))
  if (stream?.startsWith('Step 2/2')) console.log(stream.trim()); // → Step 2/2 : COPY . /app
await rm(folder, { recursive: true });
console.log((await docker.containers.run('guide/app:1', ['ls', '/app'])).stdout.trim()); // → main.sh

// Or files that are made here.
const context = tarOf([
  { name: 'Dockerfile', content: 'FROM busybox\nCOPY greet /bin/\nCMD ["greet"]\n' },
  { name: 'greet', content: '#!/bin/sh\necho hello\n', mode: 0o755 },
]);
await last(docker.images.build({ context, t: ['guide/app:2'] }));

const archive = await docker.images.save('guide/app:2');
await docker.images.remove('guide/app:2');
await last(docker.images.load(archive));
console.log((await docker.containers.run('guide/app:2')).stdout.trim()); // → hello

// A step that fails is thrown, though the answer began with status 200.
const broken = tarOf([{ name: 'Dockerfile', content: 'FROM busybox\nRUN exit 4\n' }]);
const failure = await last(docker.images.build({ context: broken, forcerm: true })).catch(
  (error: unknown) => error,
);
console.log(failure instanceof StreamError && failure.operation); // → ImageBuild

for (const name of ['guide/app:1', 'guide/app:2']) await docker.images.remove(name);
