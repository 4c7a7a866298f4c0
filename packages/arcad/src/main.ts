import { runDoctor } from './doctor.js';
import { startDaemon } from './daemon.js';
import { stderrLog } from './log.js';
import { parseOptions, usage, type Options } from './options.js';
import { seedReference } from './seed.js';
import { apiVersion, gitCommit, version } from './version.js';

try {
  const options = parseOptions(process.argv.slice(2), process.env);
  process.exitCode = await run(options);
} catch (error) {
  process.stderr.write(`arcad: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['ARCA_TRACE'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}

async function run(options: Options): Promise<number> {
  switch (options.command) {
    case 'help':
      process.stdout.write(usage);
      return 0;
    case 'version':
      process.stdout.write(`arcad ${version} (${gitCommit}), API ${apiVersion}, Node ${process.version}\n`);
      return 0;
    case 'doctor':
      return runDoctor(options);
    case 'serve':
      return serve(options);
  }
}

/** Serves until a signal asks for the end. */
async function serve(options: Options): Promise<number> {
  const log = stderrLog(options.debug);
  const stopped = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
  const daemon = await startDaemon(options, log);
  for (const host of daemon.hosts) process.stdout.write(`listening on ${host}\n`);
  const [first] = daemon.hosts;
  process.stdout.write(
    `\n  export DOCKER_HOST=${first}\n  docker run --rm ${seedReference.replace(':latest', '')} echo hello\n\n`,
  );
  log('info', 'stopping', { signal: await stopped });
  await daemon.close();
  return 0;
}
