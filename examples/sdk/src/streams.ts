import { Docker } from '@arca/sdk';

await using docker = new Docker();
await using talker = await docker.containers.create({
  Image: 'busybox',
  Cmd: ['sh', '-c', 'echo to stdout; sleep 1; echo to stderr >&2; exec sleep 600'],
});

// Ending the loop ends the call; so does a signal, which makes it throw the signal's reason.
const events = docker.events(
  { filters: JSON.stringify({ container: [talker.id] }) },
  AbortSignal.timeout(60_000),
);
const started = events.next();
await talker.start();
console.log((await started).value?.Action); // → start
await events.return(undefined);

for await (const { stream, data } of talker.logs({ follow: true })) {
  console.log(stream, data.toString().trim());
  // → stdout to stdout
  // → stderr to stderr
  if (stream === 'stderr') break;
}
