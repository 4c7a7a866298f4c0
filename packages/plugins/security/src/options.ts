import { invalidParameter } from '@arca/plugin-kit';

/** What `SecurityOpt` asks for. */
export interface SecurityOptions {
  noNewPrivileges: boolean;
  /** `unconfined`, `builtin`, a profile as JSON, or undefined: the default. */
  seccomp: string | undefined;
  apparmor: string | undefined;
  /** SELinux options: `disable`, `type:…`, `level:…`, `user:…`, `role:…`. */
  labels: string[];
  unconfinedSystemPaths: boolean;
}

/** Reads `HostConfig.SecurityOpt`: `name=value` or the older `name:value`. Throws InvalidParameter with dockerd's text. */
export function parseSecurityOptions(options: readonly string[]): SecurityOptions {
  const result: SecurityOptions = {
    noNewPrivileges: false,
    seccomp: undefined,
    apparmor: undefined,
    labels: [],
    unconfinedSystemPaths: false,
  };
  for (const option of options) read(option, result);
  return result;
}

function read(option: string, result: SecurityOptions): void {
  if (option === 'no-new-privileges') {
    result.noNewPrivileges = true;
    return;
  }
  if (option === 'disable') {
    result.labels.push('disable');
    return;
  }
  const match = /^([^=:]+)[=:]([\s\S]*)$/.exec(option);
  if (!match) throw invalidParameter(`invalid --security-opt 1: "${option}"`, 'security.option');
  const [, name, value = ''] = match;
  switch (name) {
    case 'no-new-privileges':
      if (!/^(1|t|true|0|f|false)$/i.test(value)) {
        throw invalidParameter(`invalid --security-opt 2: "${option}"`, 'security.option');
      }
      result.noNewPrivileges = /^(1|t|true)$/i.test(value);
      return;
    case 'seccomp':
      result.seccomp = value;
      return;
    case 'apparmor':
      result.apparmor = value;
      return;
    case 'label':
      result.labels.push(value);
      return;
    case 'systempaths':
      if (value !== 'unconfined')
        throw invalidParameter(`invalid --security-opt 2: "${option}"`, 'security.option');
      result.unconfinedSystemPaths = true;
      return;
    default:
      throw invalidParameter(`invalid --security-opt 2: "${option}"`, 'security.option');
  }
}
