import { defineFeature, invalidParameter, resolveUser } from '@arca/plugin-kit';
import { mergeEnvironment, startEnvironment } from './environment.js';

const initPath = '/sbin/docker-init';

/** What runs: command line, environment, working directory, terminal, and the init process in front of it. */
export const process = defineFeature(
  {
    id: 'process',
    summary: 'Command line, environment, working directory, terminal and init process',
    owns: [
      'Entrypoint',
      'Cmd',
      'ArgsEscaped',
      'Shell',
      'OnBuild',
      'Env',
      'WorkingDir',
      'Tty',
      'OpenStdin',
      'StdinOnce',
      'AttachStdin',
      'AttachStdout',
      'AttachStderr',
      'HostConfig.ConsoleSize',
      'HostConfig.Init',
    ],
    reads: ['Hostname', 'User', 'HostConfig.PidMode'],
    writes: ['process.args', 'process.cwd', 'process.terminal', 'process.consoleSize', 'process.env[]'],
    offers: [`mounts[${initPath}]`],
    flags: {
      Entrypoint: '--entrypoint',
      Cmd: 'COMMAND',
      Env: '--env, --env-file',
      WorkingDir: '--workdir',
      Tty: '--tty',
      OpenStdin: '--interactive',
      AttachStdin: '--attach',
      AttachStdout: '--attach',
      AttachStderr: '--attach',
      'HostConfig.Init': '--init',
    },
    effects: {
      ArgsEscaped: 'Windows images only; kept',
      Shell: 'used by builds; kept',
      OnBuild: 'used by builds; kept',
      OpenStdin: 'standard input is kept open',
      StdinOnce: 'standard input ends with the first attached client',
      AttachStdin: 'tells clients what to attach; kept',
      AttachStdout: 'tells clients what to attach; kept',
      AttachStderr: 'tells clients what to attach; kept',
    },
  },
  {
    defaults({ Config }, { image }) {
      if (!Config.Entrypoint?.length) {
        if (!Config.Cmd?.length) Config.Cmd = image.config.Cmd ?? undefined;
        // An empty list says "none": only an absent entrypoint takes the image's.
        if (Config.Entrypoint == null) Config.Entrypoint = image.config.Entrypoint ?? undefined;
      }
      // `--entrypoint ""` arrives as one empty string.
      if (Config.Entrypoint?.length === 1 && Config.Entrypoint[0] === '') Config.Entrypoint = undefined;
      Config.Env = mergeEnvironment(Config.Env ?? [], image.config.Env ?? []);
      Config.WorkingDir ||= image.config.WorkingDir ?? '';
      Config.Shell ??= image.config.Shell ?? undefined;
      Config.OnBuild ??= undefined;
    },
    validate({ Config, HostConfig }) {
      if (!Config.Entrypoint?.length && !Config.Cmd?.length) {
        throw invalidParameter('no command specified', 'process.no-command');
      }
      for (const entry of Config.Env ?? []) {
        if (entry === '' || entry.startsWith('=')) {
          throw invalidParameter(`invalid environment variable: ${entry}`, 'process.env');
        }
      }
      if (Config.WorkingDir && !Config.WorkingDir.startsWith('/')) {
        throw invalidParameter(
          `the working directory '${Config.WorkingDir}' is invalid, it needs to be an absolute path`,
          'process.working-dir',
        );
      }
      const size = HostConfig.ConsoleSize;
      if (size && (size.length !== 2 || size.some((value) => value < 0))) {
        throw invalidParameter(`invalid console size: ${JSON.stringify(size)}`, 'process.console-size');
      }
    },
    spec({ Config, HostConfig }, rooms, { host, accounts }) {
      const args = [...(Config.Entrypoint ?? []), ...(Config.Cmd ?? [])];
      // Another container's or the host's pid namespace has an init already.
      const init = HostConfig.Init === true && !HostConfig.PidMode;
      rooms.set(
        'process.args',
        init ? [initPath, '--', ...args] : args,
        Config.Entrypoint?.length ? 'Entrypoint' : 'Cmd',
      );
      if (init) {
        rooms.offer(
          'mounts',
          initPath,
          { type: 'bind', source: host.initPath, options: ['bind', 'ro'] },
          'HostConfig.Init',
        );
      }
      rooms.set('process.cwd', Config.WorkingDir || '/', Config.WorkingDir ? 'WorkingDir' : 'default');
      rooms.set('process.terminal', Config.Tty ?? false, 'Tty');
      const [height, width] = HostConfig.ConsoleSize ?? [];
      if (Config.Tty && height && width) {
        rooms.set('process.consoleSize', { height, width }, 'HostConfig.ConsoleSize');
      }
      const environment = startEnvironment(Config.Env ?? [], {
        hostname: Config.Hostname ?? '',
        tty: Config.Tty ?? false,
        home: resolveUser(Config.User ?? '', [], accounts.passwd, accounts.group).home,
      });
      for (const { name, value, given } of environment)
        rooms.add('process.env', name, value, given ? 'Env' : 'default');
    },
  },
);
