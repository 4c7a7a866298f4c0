/** OCI runtime spec `process`: what runs inside the container, and with which rights. */
export interface Process {
  terminal?: boolean;
  consoleSize?: Box;
  user: User;
  args: string[];
  /** `NAME=value` */
  env?: string[];
  /** Absolute. */
  cwd: string;
  capabilities?: Capabilities;
  rlimits?: Rlimit[];
  noNewPrivileges?: boolean;
  apparmorProfile?: string;
  selinuxLabel?: string;
  /** -1000 to 1000, `/proc/<pid>/oom_score_adj`. */
  oomScoreAdj?: number;
}

/** Characters, not pixels. */
export interface Box {
  height: number;
  width: number;
}

export interface User {
  uid: number;
  gid: number;
  umask?: number;
  additionalGids?: number[];
}

/** Names with the prefix `CAP_`. */
export interface Capabilities {
  bounding?: string[];
  effective?: string[];
  inheritable?: string[];
  permitted?: string[];
  ambient?: string[];
}

export interface Rlimit {
  /** `RLIMIT_NOFILE` … */
  type: string;
  soft: number;
  hard: number;
}
