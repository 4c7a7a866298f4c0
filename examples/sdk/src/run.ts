import { Docker, NotFoundError } from '@arca/sdk';

await using docker = new Docker(); // as the docker command: DOCKER_HOST, contexts, certificates

const { exitCode, stdout } = await docker.containers.run('busybox', ['cat'], { input: 'hello' });
console.log(exitCode, stdout); // → 0 hello

try {
  await docker.containers.get('nobody');
} catch (error) {
  if (!(error instanceof NotFoundError)) throw error;
  console.log(error.kind, error.status, error.operation); // → not-found 404 ContainerInspect
}
