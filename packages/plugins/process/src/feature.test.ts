import { describeFeature } from '@arca/plugin-kit/testing';
import { process } from './feature.js';

const image = {
  config: {
    Entrypoint: ['/entry'],
    Cmd: ['one'],
    Env: ['A=1', 'PATH=/image'],
    WorkingDir: '/srv',
    Shell: ['/bin/ash', '-c'],
    OnBuild: ['RUN x'],
  },
};
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** An image that says nothing. */
const bare = { config: {} };

describeFeature(process, [
  {
    name: 'takes everything from the image',
    image,
    rooms: {
      'process.args': ['/entry', 'one'],
      'process.cwd': '/srv',
      'process.terminal': false,
      'process.env[PATH]': '/image',
      'process.env[HOSTNAME]': '',
      'process.env[A]': '1',
      'process.env[HOME]': '/',
    },
    completed: { Config: { Shell: ['/bin/ash', '-c'] } },
  },
  {
    name: 'drops the image’s command with an entrypoint of its own',
    image,
    body: { Config: { Entrypoint: ['/mine'] } },
    completed: { Config: { Entrypoint: ['/mine'] } },
    provenance: {
      'process.args': 'Entrypoint',
      'process.cwd': 'WorkingDir',
      'process.terminal': 'Tty',
      'process.env[PATH]': 'Env',
      'process.env[HOSTNAME]': 'default',
      'process.env[A]': 'Env',
      'process.env[HOME]': 'default',
    },
  },
  {
    name: 'takes an empty entrypoint for none',
    image,
    body: { Config: { Entrypoint: [''], Cmd: ['sh'] } },
    completed: { Config: { Entrypoint: null, Cmd: ['sh'] } },
  },
  {
    name: 'sets variables, and removes one without a value',
    image: bare,
    body: {
      Config: {
        Cmd: ['sh'],
        Env: ['B=2=3', 'HOSTNAME'],
        Tty: true,
        WorkingDir: '/w',
        Hostname: 'h',
        OnBuild: ['x'],
        ArgsEscaped: true,
        Shell: ['sh'],
      },
      HostConfig: { ConsoleSize: [24, 80] },
    },
    rooms: {
      'process.args': ['sh'],
      'process.cwd': '/w',
      'process.terminal': true,
      'process.consoleSize': { height: 24, width: 80 },
      'process.env[PATH]': path,
      'process.env[TERM]': 'xterm',
      'process.env[B]': '2=3',
      'process.env[HOME]': '/',
    },
  },
  {
    name: 'puts an init process in front',
    image: bare,
    body: { Config: { Cmd: ['sh'] }, HostConfig: { Init: true } },
    rooms: {
      'process.args': ['/sbin/docker-init', '--', 'sh'],
      'mounts[/sbin/docker-init]': { type: 'bind', source: '/usr/bin/tini-static', options: ['bind', 'ro'] },
      'process.cwd': '/',
      'process.terminal': false,
      'process.env[PATH]': path,
      'process.env[HOSTNAME]': '',
      'process.env[HOME]': '/root',
    },
    accounts: { passwd: 'root:x:0:0::/root:/bin/sh\n' },
  },
  {
    name: 'keeps what tells of the streams',
    body: {
      Config: {
        Cmd: ['sh'],
        OpenStdin: true,
        StdinOnce: true,
        AttachStdin: true,
        AttachStdout: true,
        AttachStderr: true,
      },
    },
    completed: {
      Config: { OpenStdin: true, StdinOnce: true, AttachStdin: true, AttachStdout: true, AttachStderr: true },
    },
  },
  { name: 'wants a command', image: bare, invalid: 'no command specified' },
  {
    name: 'wants names of variables',
    body: { Config: { Cmd: ['sh'], Env: ['=x'] } },
    invalid: 'invalid environment variable: =x',
  },
  {
    name: 'wants an absolute working directory',
    body: { Config: { Cmd: ['sh'], WorkingDir: 'here' } },
    invalid: "the working directory 'here' is invalid, it needs to be an absolute path",
  },
  {
    name: 'wants two numbers for the console',
    body: { Config: { Cmd: ['sh'] }, HostConfig: { ConsoleSize: [-1, 80] } },
    invalid: 'invalid console size: [-1,80]',
  },
]);
