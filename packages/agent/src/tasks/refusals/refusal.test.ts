import { RuntimeFailure } from '@arca/agent-proto';
import { expect } from 'chai';
import { TtrpcError } from '../ttrpc/client.js';
import { refusal, shimError } from './refusal.js';

type Case = [text: string, program: string, failure: keyof typeof RuntimeFailure, said: string];

const create = 'failed to create task for container: failed to create shim task: OCI runtime create failed: ';
const crun = 'crun create failed: unable to start container process: ';
const runc = 'runc create failed: unable to start container process: ';
const hint =
  ': Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type';

// The first column is what crun 1.8.1 and runc 1.1.5 write.
const crunCases: Case[] = [
  [
    'executable file `nosuch` not found in $PATH: No such file or directory',
    'nosuch',
    'NOT_FOUND',
    'exec: "nosuch": executable file not found in $PATH: unknown',
  ],
  [
    'executable file `/no/such` not found in $PATH: No such file or directory',
    '/no/such',
    'NOT_FOUND',
    'exec: "/no/such": stat /no/such: no such file or directory: unknown',
  ],
  [
    'open executable: Permission denied',
    '/noexec',
    'NOT_EXECUTABLE',
    'exec: "/noexec": permission denied: unknown',
  ],
  [
    'open executable: Operation not permitted',
    '/adir',
    'NOT_EXECUTABLE',
    'exec: "/adir": permission denied: unknown',
  ],
  [
    'open executable: Operation not permitted',
    '',
    'NOT_FOUND',
    'exec: "": executable file not found in $PATH: unknown',
  ],
  [
    'open executable: Not a directory',
    '/afile/x',
    'NOT_FOUND',
    `exec: "/afile/x": stat /afile/x: not a directory: unknown${hint}`,
  ],
  [
    'chdir `/afile`: Not a directory',
    'true',
    'WORKING_DIRECTORY',
    `chdir to cwd ("/afile") set in config.json failed: not a directory: unknown${hint}`,
  ],
  [
    "error stat'ing file `/nope/x`: No such file or directory",
    'true',
    'MOUNT',
    'error during container init: error mounting "/nope/x" to rootfs: stat /nope/x: no such file or directory: unknown',
  ],
  [
    'mount `/etc/hostname` to `adir`: Not a directory',
    'true',
    'MOUNT',
    `error during container init: error mounting "/etc/hostname" to rootfs at "/adir": mount /etc/hostname:/adir: not a directory: unknown${hint}`,
  ],
  [
    'OOM: the memory limit could be too low: read from sync socket: Connection reset by peer',
    'true',
    'CGROUP',
    'OOM: the memory limit could be too low: read from sync socket: connection reset by peer: unknown',
  ],
  [
    'writing file `cpuset.cpus`: Numerical result out of range',
    'true',
    'CGROUP',
    'writing file `cpuset.cpus`: numerical result out of range: unknown',
  ],
  [
    'opening file `blkio.weight` for writing: No such file or directory',
    'true',
    'CGROUP',
    'opening file `blkio.weight` for writing: no such file or directory: unknown',
  ],
  [
    'setrlimit `RLIMIT_NOFILE`: Operation not permitted',
    'true',
    'UNKNOWN',
    'setrlimit `RLIMIT_NOFILE`: operation not permitted: unknown',
  ],
];

const runcCases: Case[] = [
  [
    'exec: "nosuch": executable file not found in $PATH',
    'nosuch',
    'NOT_FOUND',
    'exec: "nosuch": executable file not found in $PATH: unknown',
  ],
  [
    'exec: "/no/such": stat /no/such: no such file or directory',
    '/no/such',
    'NOT_FOUND',
    'exec: "/no/such": stat /no/such: no such file or directory: unknown',
  ],
  [
    'exec: "/noexec": permission denied',
    '/noexec',
    'NOT_EXECUTABLE',
    'exec: "/noexec": permission denied: unknown',
  ],
  [
    'exec: "/afile/x": stat /afile/x: not a directory',
    '/afile/x',
    'NOT_FOUND',
    `exec: "/afile/x": stat /afile/x: not a directory: unknown${hint}`,
  ],
  [
    'error during container init: mkdir /work: not a directory',
    'true',
    'WORKING_DIRECTORY',
    `error during container init: mkdir /work: not a directory: unknown${hint}`,
  ],
  [
    'error during container init: error mounting "/nope/x" to rootfs at "/m": stat /nope/x: no such file or directory',
    'true',
    'MOUNT',
    'error during container init: error mounting "/nope/x" to rootfs at "/m": stat /nope/x: no such file or directory: unknown',
  ],
  [
    'unable to apply cgroup configuration: failed to write "99": write cpuset.cpus: numerical result out of range',
    'true',
    'CGROUP',
    'unable to apply cgroup configuration: failed to write "99": write cpuset.cpus: numerical result out of range: unknown',
  ],
];

describe('refusals of the runtimes', () => {
  for (const [text, program, failure, said] of crunCases) {
    it(`crun: ${text} (${program})`, () => {
      const error = new TtrpcError('UNKNOWN', `OCI runtime create failed: ${text}`);
      const got = refusal(error, 'crun', { program, cwd: '/' });
      expect(got.message).to.equal(`${create}${crun}${said}`);
      expect(got.failure).to.equal(RuntimeFailure[failure]);
      expect(got.code).to.equal('FAILED_PRECONDITION');
    });
  }

  for (const [text, program, failure, said] of runcCases) {
    it(`runc: ${text}`, () => {
      const error = new TtrpcError('UNKNOWN', `OCI runtime create failed: ${runc}${text}`);
      const got = refusal(error, 'runc', { program, cwd: '/work' });
      expect(got.message).to.equal(`${create}${runc}${said}`);
      expect(got.failure).to.equal(RuntimeFailure[failure]);
    });
  }

  it('names no container in the errors of an exec', () => {
    const text = 'OCI runtime exec failed: executable file `x` not found in $PATH: No such file or directory';
    const got = refusal(new TtrpcError('UNKNOWN', text), 'crun', { program: 'x', cwd: '/' });
    expect(got.message).to.equal(
      'OCI runtime exec failed: exec failed: unable to start container process: exec: "x": executable file not found in $PATH: unknown',
    );
  });

  it('leaves errors of the shim itself alone', () => {
    const got = refusal(new TtrpcError('UNKNOWN', 'failed to mount rootfs component'), 'crun', {
      program: 'x',
      cwd: '/',
    });
    expect(got.code).to.equal('INTERNAL');
    expect(got.failure).to.equal(undefined);
    expect(shimError(new TtrpcError('NOT_FOUND', 'process already finished')).code).to.equal('NOT_FOUND');
    expect(shimError(new TtrpcError('UNKNOWN', 'cannot pause a stopped container')).code).to.equal(
      'FAILED_PRECONDITION',
    );
  });
});
