// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import type { Readable } from 'node:stream';
import type {
  ArcaContainerExplainResponse,
  ArcaContainerSpecResponse,
  ArcaCoverageItem,
  AuthConfig,
  BuildInfo,
  BuildPruneResponse,
  Config,
  ConfigSpec,
  ContainerConfig,
  ContainerCreateRequest,
  ContainerCreateResponse,
  ContainerInspectResponse,
  ContainerPruneResponse,
  ContainerStatsResponse,
  ContainerSummary,
  ContainerTopResponse,
  ContainerUpdateRequest,
  ContainerUpdateResponse,
  ContainerWaitResponse,
  CreateImageInfo,
  DistributionInspect,
  EventMessage,
  ExecConfig,
  ExecInspectResponse,
  ExecStartConfig,
  FilesystemChange,
  IDResponse,
  ImageDeleteResponseItem,
  ImageHistoryResponseItem,
  ImageInspect,
  ImagePruneResponse,
  ImageSearchResponseItem,
  ImageSummary,
  Network,
  NetworkConnectRequest,
  NetworkCreateRequest,
  NetworkCreateResponse,
  NetworkDisconnectRequest,
  NetworkPruneResponse,
  Node,
  NodeSpec,
  Plugin,
  PluginPrivilege,
  PushImageInfo,
  Secret,
  SecretSpec,
  Service,
  ServiceCreateResponse,
  ServiceSpec,
  ServiceUpdateResponse,
  Swarm,
  SwarmInitRequest,
  SwarmJoinRequest,
  SwarmSpec,
  SwarmUnlockRequest,
  SystemAuthResponse,
  SystemDataUsageResponse,
  SystemInfo,
  SystemVersion,
  Task,
  UnlockKeyResponse,
  Volume,
  VolumeCreateOptions,
  VolumeListResponse,
  VolumePruneResponse,
  VolumeUpdateRequest,
} from '@arca/api';
import type { ByteStream } from '../operation.js';

/**
 * Every operation by its id: `params` are those of path, query and headers by their API names, `body` is the JSON body or
 * the bytes as they arrive, `result` what the operation answers. A value that is empty in a query is absent; a default is
 * for the handler to apply. In a body, null where the type does not have it is absent, and a field that is required and
 * missing has the zero value of its type.
 */
export interface Operations {
  /**
   * List containers: `GET /containers/json`
   * Lists containers, newest first; the running ones only unless `all` or a filter on the state asks for
   * more. The same as `docker ps`.
   */
  ContainerList: {
    params: {
      /**
       * Lists containers in every state, not only the running ones (`docker ps --all`).
       * Default: `false`.
       */
      all?: boolean;
      /**
       * At most so many of the most recently created containers, whatever their state. 0 and negative numbers
       * mean no limit (`docker ps --last`).
       */
      limit?: number;
      /**
       * Computes `SizeRw` and `SizeRootFs` of every container, which takes time (`docker ps --size`).
       * Default: `false`.
       */
      size?: boolean;
      /**
       * A JSON map from a filter to its values, of which one must match; all filters must. Filters are
       * `ancestor` (image name, id or ancestor of it), `before` and `since` (a container), `exited` (exit
       * code), `expose` and `publish` (`port[/proto]`, or a range), `health`, `id`, `is-task`, `isolation`,
       * `label` (`key` or `key=value`), `name`, `network`, `status` and `volume` (name or destination).
       */
      filters?: string;
    };
    body: undefined;
    result: ContainerSummary[];
  };
  /**
   * Create a container: `POST /containers/create`
   * Creates a container from an image and leaves it unstarted. Nothing is pulled: an image that is missing is
   * answered by 404, and the client pulls it and asks again. The same as `docker create`.
   */
  ContainerCreate: {
    params: {
      /** The container's name. Without one the engine makes one up (`--name`). */
      name?: string;
      /**
       * Wants this platform (`os[/arch[/variant]]`) of an image that has several; an image of another
       * platform is answered by 404 (`--platform`).
       * Default: `""`.
       */
      platform?: string;
    };
    body: ContainerCreateRequest;
    result: ContainerCreateResponse;
  };
  /**
   * Inspect a container: `GET /containers/{id}/json`
   * Answers all that the engine knows of a container (`docker inspect`).
   */
  ContainerInspect: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * Computes `SizeRw` and `SizeRootFs` too, which takes time (`docker inspect --size`).
       * Default: `false`.
       */
      size?: boolean;
    };
    body: undefined;
    result: ContainerInspectResponse;
  };
  /**
   * List the processes of a container: `GET /containers/{id}/top`
   * Runs `ps` on the host and keeps the lines of the container's processes. The process ids are those of the
   * host (`docker top`).
   */
  ContainerTop: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * Arguments of `ps`. The output must have a column of process ids, whatever they are.
       * Default: `"-ef"`.
       */
      ps_args?: string;
    };
    body: undefined;
    result: ContainerTopResponse;
  };
  /**
   * Read the logs of a container: `GET /containers/{id}/logs`
   * Answers what the container has written, from the log that its log driver keeps. Without a terminal the
   * two streams are multiplexed: before each piece stand eight bytes, namely the stream (1 stdout, 2 stderr),
   * three zeros and the length as a big-endian 32-bit number. With a terminal the bytes come as they are. At
   * least one of `stdout` and `stderr` must be wanted (`docker logs`).
   */
  ContainerLogs: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * Stays open after the end of the log and goes on with new output until the container ends.
       * Default: `false`.
       */
      follow?: boolean;
      /**
       * Wants the standard output.
       * Default: `false`.
       */
      stdout?: boolean;
      /**
       * Wants the standard error.
       * Default: `false`.
       */
      stderr?: boolean;
      /**
       * Only lines from this time on, in seconds since 1970 with up to nine digits of a fraction (`docker
       * logs --since`).
       * Default: `"0"`.
       */
      since?: string;
      /**
       * Only lines before this time, written as for `since` (`docker logs --until`).
       * Default: `"0"`.
       */
      until?: string;
      /**
       * Puts the time of each line before it, in RFC 3339 with nanoseconds and a space.
       * Default: `false`.
       */
      timestamps?: boolean;
      /**
       * Only so many lines from the end of the log; `all` for the whole log.
       * Default: `"all"`.
       */
      tail?: string;
      /**
       * Puts the attributes that the log driver recorded with a line (labels and variables of its options)
       * before it.
       * Default: `false`.
       */
      details?: boolean;
    };
    body: undefined;
    result: ByteStream;
  };
  /**
   * List what a container changed in its file system: `GET /containers/{id}/changes`
   * Compares the container's file system with its image (`docker diff`).
   */
  ContainerChanges: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
    };
    body: undefined;
    result: FilesystemChange[] | null;
  };
  /**
   * Export the file system of a container: `GET /containers/{id}/export`
   * Answers the container's whole file system, without volumes, as a tar file (`docker export`).
   */
  ContainerExport: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
    };
    body: undefined;
    result: ByteStream;
  };
  /**
   * Read the resource usage of a container: `GET /containers/{id}/stats`
   * Answers one sample of the container's resource usage each second until the client closes the connection.
   * A stopped container has samples whose figures are zero (`docker stats`).
   */
  ContainerStats: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * Goes on with samples. When false one sample comes and the connection is closed.
       * Default: `true`.
       */
      stream?: boolean;
      /**
       * Takes a single sample at once instead of two, a second apart, so that `precpu_stats` is empty. It
       * needs `stream=false`.
       * Default: `false`.
       */
      'one-shot'?: boolean;
    };
    body: undefined;
    result: AsyncIterable<ContainerStatsResponse> | ContainerStatsResponse;
  };
  /**
   * Resize the terminal of a container: `POST /containers/{id}/resize`
   * Sets the size of the terminal of a running container (`docker run -t` does so at each change).
   */
  ContainerResize: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /** The height in rows of characters. */
      h: number;
      /** The width in columns of characters. */
      w: number;
    };
    body: undefined;
    result: void;
  };
  /**
   * Start a container: `POST /containers/{id}/start`
   * Starts a container that is created or has ended (`docker start`).
   */
  ContainerStart: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * The keys that detach a terminal without ending the process, as one letter or `ctrl-` with one of
       * `a`-`z`, `@`, `[`, `\`, `]`, `^` or `_`, several of them joined by commas. The default is
       * `ctrl-p,ctrl-q`; the same as `docker attach --detach-keys`.
       */
      detachKeys?: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Stop a container: `POST /containers/{id}/stop`
   * Asks the container to end by its stop signal and kills it when it has not ended in time (`docker stop`).
   */
  ContainerStop: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * The signal to ask by, as a name with or without `SIG`, or as a number. The default is the container's
       * `StopSignal`, else SIGTERM.
       */
      signal?: string;
      /**
       * How many seconds to wait before killing; -1 waits for ever, 0 kills at once. The default is the
       * container's `StopTimeout`, else 10.
       */
      t?: number;
    };
    body: undefined;
    result: void;
  };
  /**
   * Restart a container: `POST /containers/{id}/restart`
   * Stops the container if it runs, as `ContainerStop` does, and starts it (`docker restart`).
   */
  ContainerRestart: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * The signal to ask by, as a name with or without `SIG`, or as a number. The default is the container's
       * `StopSignal`, else SIGTERM.
       */
      signal?: string;
      /**
       * How many seconds to wait before killing; -1 waits for ever, 0 kills at once. The default is the
       * container's `StopTimeout`, else 10.
       */
      t?: number;
    };
    body: undefined;
    result: void;
  };
  /**
   * Send a signal to a container: `POST /containers/{id}/kill`
   * Sends a signal to the first process of the container, by default the one that ends it (`docker kill`).
   */
  ContainerKill: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * The signal, as a name with or without `SIG`, or as a number.
       * Default: `"SIGKILL"`.
       */
      signal?: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Change the resource limits of a container: `POST /containers/{id}/update`
   * Changes limits and the restart policy of a container, of a running one at once. What the body leaves out
   * stays as it is (`docker update`).
   */
  ContainerUpdate: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
    };
    body: ContainerUpdateRequest;
    result: ContainerUpdateResponse;
  };
  /**
   * Rename a container: `POST /containers/{id}/rename`
   * Gives the container another name; its id and its open connections stay (`docker rename`).
   */
  ContainerRename: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /** The new name. */
      name: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Pause a container: `POST /containers/{id}/pause`
   * Freezes all processes of the container by its cgroup; they get no signal and cannot tell (`docker
   * pause`).
   */
  ContainerPause: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Resume a container: `POST /containers/{id}/unpause`
   * Thaws the processes of a paused container (`docker unpause`).
   */
  ContainerUnpause: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Attach to a container: `POST /containers/{id}/attach`
   * Connects the client to the standard streams of a container, to read what it writes, to write what it
   * reads, or both; several clients may be attached at a time. The connection turns into a raw stream: with
   * `Upgrade: tcp` and `Connection: Upgrade` in the request it is answered by 101, without by 200. Without a
   * terminal, what the container writes is multiplexed as for `ContainerLogs`; what the client sends is never
   * framed. A client that closes its sending half ends the container's input, if that is wanted by
   * `StdinOnce` (`docker attach`).
   */
  ContainerAttach: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * The keys that detach a terminal without ending the process, as one letter or `ctrl-` with one of
       * `a`-`z`, `@`, `[`, `\`, `]`, `^` or `_`, several of them joined by commas. The default is
       * `ctrl-p,ctrl-q`; the same as `docker attach --detach-keys`.
       */
      detachKeys?: string;
      /**
       * Sends first what the log holds, then goes on with `stream`.
       * Default: `false`.
       */
      logs?: boolean;
      /**
       * Streams what is written from now on.
       * Default: `false`.
       */
      stream?: boolean;
      /**
       * Takes input from the client.
       * Default: `false`.
       */
      stdin?: boolean;
      /**
       * Sends the standard output.
       * Default: `false`.
       */
      stdout?: boolean;
      /**
       * Sends the standard error.
       * Default: `false`.
       */
      stderr?: boolean;
    };
    body: undefined;
    result: void;
  };
  /**
   * Attach to a container over a WebSocket: `GET /containers/{id}/attach/ws`
   * Does what `ContainerAttach` does over a WebSocket. Output comes in binary messages without frames, so
   * both output streams are mixed; each message of the client is input.
   */
  ContainerAttachWebsocket: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * The keys that detach a terminal without ending the process, as one letter or `ctrl-` with one of
       * `a`-`z`, `@`, `[`, `\`, `]`, `^` or `_`, several of them joined by commas. The default is
       * `ctrl-p,ctrl-q`; the same as `docker attach --detach-keys`.
       */
      detachKeys?: string;
      /**
       * Sends first what the log holds, then goes on with `stream`.
       * Default: `false`.
       */
      logs?: boolean;
      /**
       * Streams what is written from now on.
       * Default: `false`.
       */
      stream?: boolean;
      /**
       * Takes input from the client.
       * Default: `false`.
       */
      stdin?: boolean;
      /**
       * Sends the standard output.
       * Default: `false`.
       */
      stdout?: boolean;
      /**
       * Sends the standard error.
       * Default: `false`.
       */
      stderr?: boolean;
    };
    body: undefined;
    result: void;
  };
  /**
   * Wait for a container: `POST /containers/{id}/wait`
   * Answers the exit code of the container once the condition holds. The head of the answer is sent at once,
   * as soon as the wait is in place, so that a client can start the container without missing its end
   * (`docker wait`).
   */
  ContainerWait: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * What to wait for: `not-running` holds at once when the container does not run, `next-exit` waits for
       * the next end whatever the state is now, `removed` waits until the container is gone.
       * Default: `"not-running"`.
       */
      condition?: 'not-running' | 'next-exit' | 'removed';
    };
    body: undefined;
    result: ContainerWaitResponse;
  };
  /**
   * Remove a container: `DELETE /containers/{id}`
   * Removes a container with its writable layer and its log (`docker rm`).
   */
  ContainerDelete: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * Removes the container's anonymous volumes too (`docker rm --volumes`).
       * Default: `false`.
       */
      v?: boolean;
      /**
       * Kills the container first if it runs (`docker rm --force`).
       * Default: `false`.
       */
      force?: boolean;
      /**
       * Removes the link of that name instead of the container (`docker rm --link`).
       * Default: `false`.
       */
      link?: boolean;
    };
    body: undefined;
    result: void;
  };
  /**
   * Read files from a container: `GET /containers/{id}/archive`
   * Answers a file or folder of a container as a tar file, with the header of `ContainerArchiveInfo`. It
   * works on stopped containers too. A path that ends in `/.` gives what is in a folder without the folder
   * itself (`docker cp` from a container).
   */
  ContainerArchive: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /** The path in the container; a path without a leading slash counts from the root. */
      path: string;
    };
    body: undefined;
    result: ByteStream;
  };
  /**
   * Look up a path in a container: `HEAD /containers/{id}/archive`
   * Tells of what kind and how large a path inside a container is, in a header (`docker cp` asks first).
   */
  ContainerArchiveInfo: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /** The path in the container; a path without a leading slash counts from the root. */
      path: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Write files into a container: `PUT /containers/{id}/archive`
   * Unpacks a tar file, plain or compressed by gzip, bzip2, xz or zstd, into a folder of a container; it may
   * be stopped (`docker cp` to a container).
   */
  PutContainerArchive: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /** The folder in the container to unpack into. It must exist. */
      path: string;
      /**
       * Fails where the archive would put a folder in place of something else, or the other way.
       * Default: `false`.
       */
      noOverwriteDirNonDir?: boolean;
      /**
       * Keeps the owners of the archive instead of making the container's root the owner.
       * Default: `false`.
       */
      copyUIDGID?: boolean;
    };
    body: Readable;
    result: void;
  };
  /**
   * Remove stopped containers: `POST /containers/prune`
   * Removes all containers that do not run (`docker container prune`).
   */
  ContainerPrune: {
    params: {
      /**
       * A JSON map from a filter to its values: `until` (only containers created before this time or so long
       * ago, such as `24h`), `label` and `label!` (`key` or `key=value` that a container must or must not
       * have).
       */
      filters?: string;
    };
    body: undefined;
    result: ContainerPruneResponse;
  };
  /**
   * List images: `GET /images/json`
   * Lists the images of the local store, newest first (`docker images`).
   */
  ImageList: {
    params: {
      /**
       * Lists also untagged images that are only layers of others (`docker images --all`).
       * Default: `false`.
       */
      all?: boolean;
      /**
       * A JSON map from a filter to its values: `before` and `since` (an image), `dangling` (`true` for
       * images without a name), `label` (`key` or `key=value`), `reference` (a pattern of names) and `until`
       * (only images created before this time or so long ago).
       */
      filters?: string;
      /**
       * Computes `SharedSize`, which takes time.
       * Default: `false`.
       */
      'shared-size'?: boolean;
      /**
       * Has no effect any more, since digests are always answered.
       * Default: `false`.
       */
      digests?: boolean;
      /**
       * Fills `Manifests` with the manifests of each image.
       * Default: `false`.
       */
      manifests?: boolean;
    };
    body: undefined;
    result: ImageSummary[];
  };
  /**
   * Build an image: `POST /build`
   * Builds an image from a Dockerfile and a context, and answers the progress as a stream of JSON values; a
   * build that fails is answered by 200 too, with the error as the last value. A client that goes away
   * cancels the build (`docker build`).
   */
  ImageBuild: {
    params: {
      /**
       * The path of the Dockerfile in the context; it counts for nothing when `remote` is a single file
       * (`--file`).
       * Default: `"Dockerfile"`.
       */
      dockerfile?: string;
      /** A name for the image, with or without a tag. It may be repeated (`--tag`). */
      t?: string[];
      /** An entry `name:address` for `/etc/hosts` during the build. It may be repeated (`--add-host`). */
      extrahosts?: string[];
      /**
       * A git repository or the URL of a tar file or Dockerfile to build from instead of the body;
       * `client-session` when BuildKit asks the client for its files.
       */
      remote?: string;
      /**
       * Leaves out the output of the build's steps (`--quiet`).
       * Default: `false`.
       */
      q?: boolean;
      /**
       * Uses nothing of earlier builds (`--no-cache`).
       * Default: `false`.
       */
      nocache?: boolean;
      /** A JSON list of images whose layers may be used (`--cache-from`). */
      cachefrom?: string;
      /**
       * Looks for newer base images in their registries (`--pull`).
       * Default: `false`.
       */
      pull?: boolean;
      /**
       * Removes the containers of successful steps.
       * Default: `true`.
       */
      rm?: boolean;
      /**
       * Removes the containers of all steps, also when the build fails.
       * Default: `false`.
       */
      forcerm?: boolean;
      /** The memory limit of the steps, in bytes (`--memory`). */
      memory?: number;
      /** The limit of memory and swap together, in bytes; -1 means unlimited swap (`--memory-swap`). */
      memswap?: number;
      /** The relative weight of CPU time (`--cpu-shares`). */
      cpushares?: number;
      /** The CPUs that the steps may use, such as `0-3` or `0,1` (`--cpuset-cpus`). */
      cpusetcpus?: string;
      /** The length of the CPU scheduler's period, in microseconds (`--cpu-period`). */
      cpuperiod?: number;
      /** The CPU time in each period, in microseconds (`--cpu-quota`). */
      cpuquota?: number;
      /**
       * A JSON map of the values of `ARG`s; null takes the value from the builder's environment
       * (`--build-arg`).
       */
      buildargs?: string;
      /** The size of `/dev/shm`, in bytes. The default is 64 MiB (`--shm-size`). */
      shmsize?: number;
      /** Merges the new layers into one, where experimental features are on (`--squash`). */
      squash?: boolean;
      /** A JSON map of labels to put on the image (`--label`). */
      labels?: string;
      /**
       * The network of the steps: `bridge`, `host`, `none`, `container:<name or id>`, or the name of a
       * network (`--network`).
       */
      networkmode?: string;
      /**
       * Credentials for all registries that the build may ask: a JSON map from a registry to its
       * `AuthConfig`, encoded in base64 with the URL alphabet.
       */
      'X-Registry-Config'?: string;
      /**
       * The platform to build for, `os[/arch[/variant]]` (`--platform`).
       * Default: `""`.
       */
      platform?: string;
      /**
       * The stage of the Dockerfile to stop at (`--target`).
       * Default: `""`.
       */
      target?: string;
      /**
       * A JSON list of where BuildKit puts the result (`--output`).
       * Default: `""`.
       */
      outputs?: string;
      /**
       * The builder, `1` for the classic one, `2` for BuildKit.
       * Default: `"1"`.
       */
      version?: '1' | '2';
      /** The memory nodes that the steps may use, such as `0,1` (`--cpuset-mems`). */
      cpusetmems?: string;
      /** The cgroup below which the steps run (`--cgroup-parent`). */
      cgroupparent?: string;
      /** The kind of isolation of the steps, of meaning on Windows only (`--isolation`). */
      isolation?: 'default' | 'process' | 'hyperv' | '';
      /** A JSON list of `Ulimit`s for the steps (`--ulimit`). */
      ulimits?: string;
      /** A security option. It may be repeated; none is allowed except on Windows (`--security-opt`). */
      securityopt?: string[];
      /** The id of the client's `Session`, for BuildKit. */
      session?: string;
      /** A name under which the build can be cancelled. */
      buildid?: string;
    };
    body: Readable;
    result: AsyncIterable<BuildInfo>;
  };
  /**
   * Remove build cache: `POST /build/prune`
   * Removes entries of the build cache that no build uses (`docker builder prune`).
   */
  BuildPrune: {
    params: {
      /** The old name of `reserved-space`. */
      'keep-storage'?: number;
      /** Keeps at least so many bytes of cache. */
      'reserved-space'?: number;
      /** Removes entries until the cache takes at most so many bytes. */
      'max-used-space'?: number;
      /** Removes entries until so many bytes of the disk are free. */
      'min-free-space'?: number;
      /** Removes entries of every kind, not only those without a use of their own. */
      all?: boolean;
      /**
       * A JSON map from a filter to its values: `until` (not used for so long), `id`, `parent`, `type`,
       * `description`, `inuse`, `shared` and `private`.
       */
      filters?: string;
    };
    body: undefined;
    result: BuildPruneResponse;
  };
  /**
   * Pull or import an image: `POST /images/create`
   * Pulls an image from a registry (`fromImage`), or makes one of the files in a tar file (`fromSrc`). The
   * progress is a stream of JSON values; a failure after the first of them is the last value's `error`
   * (`docker pull`, `docker import`).
   */
  ImageCreate: {
    params: {
      /** The name of the image to pull, with or without tag or digest. */
      fromImage?: string;
      /** Where the files to import come from, a URL, or `-` for the body. */
      fromSrc?: string;
      /** The name of the imported image, with or without a tag. */
      repo?: string;
      /**
       * The tag or digest of the image to pull, or the tag of the imported one. A pull by a name with neither
       * pulls every tag.
       */
      tag?: string;
      /** The comment on the imported image (`docker import --message`). */
      message?: string;
      /**
       * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet.
       * Without it the registry is asked anonymously.
       */
      'X-Registry-Auth'?: string;
      /**
       * A Dockerfile instruction that sets the imported image's configuration, such as `CMD ["sh"]`. It may
       * be repeated (`docker import --change`).
       */
      changes?: string[];
      /**
       * The platform to pull, or to record in the imported image, `os[/arch[/variant]]`. The default is that
       * of the engine (`--platform`).
       * Default: `""`.
       */
      platform?: string;
    };
    body: Readable;
    result: AsyncIterable<CreateImageInfo>;
  };
  /**
   * Inspect an image: `GET /images/{name}/json`
   * Answers all that the engine knows of an image (`docker image inspect`).
   */
  ImageInspect: {
    params: {
      /**
       * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an
       * id. Slashes of the name may be sent as they are.
       */
      name: string;
      /**
       * Fills `Manifests` with the manifests of the image. It excludes `platform`.
       * Default: `false`.
       */
      manifests?: boolean;
      /** A platform as JSON (`OCIPlatform`), to be told of this one of an image that has several. */
      platform?: string;
    };
    body: undefined;
    result: ImageInspect;
  };
  /**
   * List the steps that made an image: `GET /images/{name}/history`
   * Answers the steps by which an image was built, last first (`docker history`).
   */
  ImageHistory: {
    params: {
      /**
       * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an
       * id. Slashes of the name may be sent as they are.
       */
      name: string;
      /** A platform as JSON (`OCIPlatform`), to be told of this one of an image that has several. */
      platform?: string;
    };
    body: undefined;
    result: ImageHistoryResponseItem[];
  };
  /**
   * Push an image: `POST /images/{name}/push`
   * Uploads an image to the registry that its name begins with. The progress is a stream of JSON values; a
   * failure after the first of them is the last value's `error` (`docker push`).
   */
  ImagePush: {
    params: {
      /**
       * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an
       * id. Slashes of the name may be sent as they are.
       */
      name: string;
      /** The tag to push. Without one every tag of the name is pushed. */
      tag?: string;
      /** A platform as JSON (`OCIPlatform`), to push this one of an image that has several. */
      platform?: string;
      /**
       * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. A
       * registry that wants none is sent `{}`.
       */
      'X-Registry-Auth': string;
    };
    body: undefined;
    result: AsyncIterable<PushImageInfo>;
  };
  /**
   * Name an image: `POST /images/{name}/tag`
   * Gives an image a further name, which another image loses if it has it (`docker tag`).
   */
  ImageTag: {
    params: {
      /**
       * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an
       * id. Slashes of the name may be sent as they are.
       */
      name: string;
      /** The name, with a registry before it if the image is to be pushed there. */
      repo?: string;
      /** The tag; `latest` without. */
      tag?: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Remove an image: `DELETE /images/{name}`
   * Removes a name of an image and, with its last name, the image and its untagged parents (`docker rmi`).
   */
  ImageDelete: {
    params: {
      /**
       * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an
       * id. Slashes of the name may be sent as they are.
       */
      name: string;
      /**
       * Removes the image though it has other names or a stopped container uses it (`docker rmi --force`).
       * Default: `false`.
       */
      force?: boolean;
      /**
       * Leaves untagged parents (`docker rmi --no-prune`).
       * Default: `false`.
       */
      noprune?: boolean;
      /**
       * A platform as JSON (`OCIPlatform`), to remove only this one of an image that has several. It may be
       * repeated (`docker rmi --platform`).
       */
      platforms?: string[];
    };
    body: undefined;
    result: ImageDeleteResponseItem[];
  };
  /**
   * Search for images: `GET /images/search`
   * Asks the search of Docker Hub for images (`docker search`).
   */
  ImageSearch: {
    params: {
      /** The words to look for. */
      term: string;
      /** At most so many results. */
      limit?: number;
      /**
       * A JSON map from a filter to its values: `is-official`, `is-automated` and `stars` (at least so many).
       */
      filters?: string;
    };
    body: undefined;
    result: ImageSearchResponseItem[];
  };
  /**
   * Remove unused images: `POST /images/prune`
   * Removes images that no container uses, by default only those without a name (`docker image prune`).
   */
  ImagePrune: {
    params: {
      /**
       * A JSON map from a filter to its values: `dangling` (`false` for named images too), `until` (only
       * images created before this time or so long ago), `label` and `label!` (`key` or `key=value`).
       */
      filters?: string;
    };
    body: undefined;
    result: ImagePruneResponse;
  };
  /**
   * Check credentials: `POST /auth`
   * Tries credentials at a registry and answers an identity token if the registry gives one (`docker login`).
   */
  SystemAuth: {
    params: {};
    body: AuthConfig | undefined;
    result: SystemAuthResponse;
  };
  /**
   * Describe the engine: `GET /info`
   * Answers what the engine is, what its host can do and what it holds (`docker info`).
   */
  SystemInfo: {
    params: {};
    body: undefined;
    result: SystemInfo;
  };
  /**
   * Tell versions: `GET /version`
   * Answers the versions of the engine, of the API and of the parts below (`docker version`).
   */
  SystemVersion: {
    params: {};
    body: undefined;
    result: SystemVersion;
  };
  /**
   * Ping the engine: `GET /_ping`
   * Answers `OK`, and in headers what a client needs to know first. It works with any version prefix, and so
   * clients learn which version to speak.
   */
  SystemPing: {
    params: {};
    body: undefined;
    result: string;
  };
  /**
   * Ping the engine without a body: `HEAD /_ping`
   * The same as `SystemPing`, with its headers only.
   */
  SystemPingHead: {
    params: {};
    body: undefined;
    result: string;
  };
  /**
   * Make an image of a container: `POST /commit`
   * Makes an image of a container's file system and configuration (`docker commit`).
   */
  ImageCommit: {
    params: {
      /** The id or name of the container. */
      container?: string;
      /** The name of the image. */
      repo?: string;
      /** The tag of the image; `latest` without. */
      tag?: string;
      /** The comment on the image (`docker commit --message`). */
      comment?: string;
      /** Who made the image (`docker commit --author`). */
      author?: string;
      /**
       * Pauses the container meanwhile, so that its files do not change.
       * Default: `true`.
       */
      pause?: boolean;
      /**
       * A Dockerfile instruction that changes the configuration, such as `ENV A=b`. It may be repeated
       * (`docker commit --change`).
       */
      changes?: string[];
    };
    body: ContainerConfig | undefined;
    result: IDResponse;
  };
  /**
   * Follow events: `GET /events`
   * Answers events of the engine as they happen, as a stream of JSON values, until the client goes or `until`
   * is reached. The head of the answer is sent at once. Events of the past, of which the last 256 are kept,
   * come first if `since` asks for them (`docker events`).
   */
  SystemEvents: {
    params: {
      /** Begins with events from this time on, in seconds since 1970 with up to nine digits of a fraction. */
      since?: string;
      /** Ends at this time, written as for `since`; a time of the past ends the answer at once. */
      until?: string;
      /**
       * A JSON map from a filter to its values, of which one must match; all filters must. Filters are
       * `config`, `container`, `daemon`, `image`, `network`, `node`, `plugin`, `secret`, `service` and
       * `volume` (name or id), `event` (action), `label`, `scope` and `type`.
       */
      filters?: string;
    };
    body: undefined;
    result: AsyncIterable<EventMessage>;
  };
  /**
   * Tell what takes disk space: `GET /system/df`
   * Answers images, containers, volumes and build cache with their sizes (`docker system df`).
   */
  SystemDataUsage: {
    params: {
      /** A kind of object to answer. It may be repeated; without it all kinds are answered. */
      type?: ('container' | 'image' | 'volume' | 'build-cache')[];
    };
    body: undefined;
    result: SystemDataUsageResponse;
  };
  /**
   * Save an image: `GET /images/{name}/get`
   * Answers an image with all its layers as a tar file in the OCI image layout, with the `manifest.json` that
   * older engines read (`docker save`). A name without a tag gives every tag.
   */
  ImageGet: {
    params: {
      /**
       * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an
       * id. Slashes of the name may be sent as they are.
       */
      name: string;
      /** A platform as JSON (`OCIPlatform`), to save only this one of an image that has several. */
      platform?: string;
    };
    body: undefined;
    result: ByteStream;
  };
  /**
   * Save several images: `GET /images/get`
   * Answers several images in one tar file, with layers they share once (`docker save a b`).
   */
  ImageGetAll: {
    params: {
      /** An image by name or id. It may be repeated. */
      names?: string[];
      /** A platform as JSON (`OCIPlatform`), to save only this one of images that have several. */
      platform?: string;
    };
    body: undefined;
    result: ByteStream;
  };
  /**
   * Load images: `POST /images/load`
   * Takes the images of a tar file, as `ImageGet` gives it, into the store. The progress is a stream of JSON
   * values, of which the last name the images (`docker load`).
   */
  ImageLoad: {
    params: {
      /**
       * Leaves out progress.
       * Default: `true`.
       */
      quiet?: boolean;
      /** A platform as JSON (`OCIPlatform`), to load only this one of an image that has several. */
      platform?: string;
    };
    body: Readable;
    result: AsyncIterable<BuildInfo>;
  };
  /**
   * Prepare a process in a container: `POST /containers/{id}/exec`
   * Sets up a process to be run in a running container, without starting it; `ExecStart` does (`docker
   * exec`).
   */
  ContainerExec: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
    };
    body: ExecConfig;
    result: IDResponse;
  };
  /**
   * Start a prepared process: `POST /exec/{id}/start`
   * Starts an exec instance and, unless it is detached, connects the client to its streams as
   * `ContainerAttach` does: by 101 when the client asked for an upgrade, else by 200, then framed unless the
   * instance has a terminal. The connection ends with the process; its exit code is in `ExecInspect`.
   */
  ExecStart: {
    params: {
      /** The id of an exec instance, as `ContainerExec` answered it. */
      id: string;
    };
    body: ExecStartConfig | undefined;
    result: void;
  };
  /**
   * Resize the terminal of a process: `POST /exec/{id}/resize`
   * Sets the size of the terminal of a running exec instance that has one.
   */
  ExecResize: {
    params: {
      /** The id of an exec instance, as `ContainerExec` answered it. */
      id: string;
      /** The height in rows of characters. */
      h: number;
      /** The width in columns of characters. */
      w: number;
    };
    body: undefined;
    result: void;
  };
  /**
   * Inspect a process: `GET /exec/{id}/json`
   * Answers what the engine knows of an exec instance, such as whether it runs and its exit code.
   */
  ExecInspect: {
    params: {
      /** The id of an exec instance, as `ContainerExec` answered it. */
      id: string;
    };
    body: undefined;
    result: ExecInspectResponse;
  };
  /**
   * List volumes: `GET /volumes`
   * Lists the volumes of all drivers (`docker volume ls`).
   */
  VolumeList: {
    params: {
      /**
       * A JSON map from a filter to its values: `dangling` (`true` for volumes that no container uses),
       * `driver`, `label` (`key` or `key=value`) and `name` (a part of it).
       */
      filters?: string;
    };
    body: undefined;
    result: VolumeListResponse;
  };
  /**
   * Create a volume: `POST /volumes/create`
   * Creates a volume; one that exists under that name with the same driver is answered as it is (`docker
   * volume create`).
   */
  VolumeCreate: {
    params: {};
    body: VolumeCreateOptions;
    result: Volume;
  };
  /**
   * Inspect a volume: `GET /volumes/{name}`
   * Answers a volume (`docker volume inspect`).
   */
  VolumeInspect: {
    params: {
      /** The name of a volume. */
      name: string;
    };
    body: undefined;
    result: Volume;
  };
  /**
   * Update a cluster volume: `PUT /volumes/{name}`
   * Changes the availability of a cluster volume; nothing else can be changed (`docker volume update`).
   */
  VolumeUpdate: {
    params: {
      /** The name of a volume. */
      name: string;
      /** The version of the volume that is to be replaced, from `Version.Index` of `VolumeInspect`. */
      version: number;
    };
    body: VolumeUpdateRequest | undefined;
    result: void;
  };
  /**
   * Remove a volume: `DELETE /volumes/{name}`
   * Removes a volume and what is in it (`docker volume rm`).
   */
  VolumeDelete: {
    params: {
      /** The name of a volume. */
      name: string;
      /**
       * Forgets the volume though its driver fails, and takes a volume that does not exist for removed.
       * Default: `false`.
       */
      force?: boolean;
    };
    body: undefined;
    result: void;
  };
  /**
   * Remove unused volumes: `POST /volumes/prune`
   * Removes volumes that no container uses, by default only anonymous ones (`docker volume prune`).
   */
  VolumePrune: {
    params: {
      /**
       * A JSON map from a filter to its values: `all` (`true` for named volumes too), `label` and `label!`
       * (`key` or `key=value` that a volume must or must not have).
       */
      filters?: string;
    };
    body: undefined;
    result: VolumePruneResponse;
  };
  /**
   * List networks: `GET /networks`
   * Lists networks, without their containers (`docker network ls`).
   */
  NetworkList: {
    params: {
      /**
       * A JSON map from a filter to its values: `dangling` (`true` for networks that no container uses),
       * `driver`, `id` and `name` (a part of it), `label` (`key` or `key=value`), `scope` and `type`
       * (`custom` or `builtin`).
       */
      filters?: string;
    };
    body: undefined;
    result: Network[];
  };
  /**
   * Inspect a network: `GET /networks/{id}`
   * Answers a network with the containers that are connected to it (`docker network inspect`).
   */
  NetworkInspect: {
    params: {
      /**
       * The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as
       * they are.
       */
      id: string;
      /**
       * Answers more details, such as the services of an overlay network (`docker network inspect
       * --verbose`).
       * Default: `false`.
       */
      verbose?: boolean;
      /** Looks only among networks of this scope, `local`, `global` or `swarm`. */
      scope?: string;
    };
    body: undefined;
    result: Network;
  };
  /**
   * Remove a network: `DELETE /networks/{id}`
   * Removes a network that no container is connected to (`docker network rm`).
   */
  NetworkDelete: {
    params: {
      /**
       * The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as
       * they are.
       */
      id: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Create a network: `POST /networks/create`
   * Creates a network (`docker network create`).
   */
  NetworkCreate: {
    params: {};
    body: NetworkCreateRequest;
    result: NetworkCreateResponse;
  };
  /**
   * Connect a container to a network: `POST /networks/{id}/connect`
   * Connects a container, running or not, to a network beside those that it has (`docker network connect`).
   */
  NetworkConnect: {
    params: {
      /**
       * The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as
       * they are.
       */
      id: string;
    };
    body: NetworkConnectRequest;
    result: void;
  };
  /**
   * Disconnect a container from a network: `POST /networks/{id}/disconnect`
   * Takes a container out of a network (`docker network disconnect`).
   */
  NetworkDisconnect: {
    params: {
      /**
       * The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as
       * they are.
       */
      id: string;
    };
    body: NetworkDisconnectRequest;
    result: void;
  };
  /**
   * Remove unused networks: `POST /networks/prune`
   * Removes networks that no container is connected to, except the engine's own (`docker network prune`).
   */
  NetworkPrune: {
    params: {
      /**
       * A JSON map from a filter to its values: `until` (only networks created before this time or so long
       * ago), `label` and `label!` (`key` or `key=value` that a network must or must not have).
       */
      filters?: string;
    };
    body: undefined;
    result: NetworkPruneResponse;
  };
  /**
   * List plugins: `GET /plugins`
   * Lists the managed plugins that are installed (`docker plugin ls`).
   */
  PluginList: {
    params: {
      /**
       * A JSON map from a filter to its values: `capability` (such as `volumedriver`) and `enabled` (`true`
       * or `false`).
       */
      filters?: string;
    };
    body: undefined;
    result: Plugin[];
  };
  /**
   * Tell what rights a plugin wants: `GET /plugins/privileges`
   * Asks a registry what a plugin wants to be allowed, so that a person can agree before the pull.
   */
  GetPluginPrivileges: {
    params: {
      /** The plugin as its registry knows it, with or without a tag. */
      remote: string;
    };
    body: undefined;
    result: PluginPrivilege[];
  };
  /**
   * Install a plugin: `POST /plugins/pull`
   * Pulls a plugin from a registry and leaves it disabled. The progress is a stream of JSON values (`docker
   * plugin install --disable`).
   */
  PluginPull: {
    params: {
      /** The plugin as its registry knows it, with or without a tag. */
      remote: string;
      /** The name of the plugin here, with or without a tag; without one, that of `remote`. */
      name?: string;
      /**
       * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet.
       * Without it the registry is asked anonymously.
       */
      'X-Registry-Auth'?: string;
    };
    body: PluginPrivilege[] | undefined;
    result: AsyncIterable<CreateImageInfo>;
  };
  /**
   * Inspect a plugin: `GET /plugins/{name}/json`
   * Answers a plugin with its settings (`docker plugin inspect`).
   */
  PluginInspect: {
    params: {
      /**
       * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent
       * as they are.
       */
      name: string;
    };
    body: undefined;
    result: Plugin;
  };
  /**
   * Remove a plugin: `DELETE /plugins/{name}`
   * Removes a plugin that is disabled (`docker plugin rm`).
   */
  PluginDelete: {
    params: {
      /**
       * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent
       * as they are.
       */
      name: string;
      /**
       * Disables the plugin first, though it may be in use (`docker plugin rm --force`).
       * Default: `false`.
       */
      force?: boolean;
    };
    body: undefined;
    result: Plugin;
  };
  /**
   * Enable a plugin: `POST /plugins/{name}/enable`
   * Starts an installed plugin (`docker plugin enable`).
   */
  PluginEnable: {
    params: {
      /**
       * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent
       * as they are.
       */
      name: string;
      /**
       * How many seconds to wait for the plugin to answer; 0 for the default.
       * Default: `0`.
       */
      timeout?: number;
    };
    body: undefined;
    result: void;
  };
  /**
   * Disable a plugin: `POST /plugins/{name}/disable`
   * Stops a plugin and keeps it installed (`docker plugin disable`).
   */
  PluginDisable: {
    params: {
      /**
       * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent
       * as they are.
       */
      name: string;
      /** Stops the plugin though it is in use (`docker plugin disable --force`). */
      force?: boolean;
    };
    body: undefined;
    result: void;
  };
  /**
   * Upgrade a plugin: `POST /plugins/{name}/upgrade`
   * Replaces a disabled plugin by another version and keeps its settings. The progress is a stream of JSON
   * values (`docker plugin upgrade`).
   */
  PluginUpgrade: {
    params: {
      /**
       * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent
       * as they are.
       */
      name: string;
      /** The new version as its registry knows it. */
      remote: string;
      /**
       * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet.
       * Without it the registry is asked anonymously.
       */
      'X-Registry-Auth'?: string;
    };
    body: PluginPrivilege[] | undefined;
    result: AsyncIterable<CreateImageInfo>;
  };
  /**
   * Create a plugin: `POST /plugins/create`
   * Makes a plugin of a folder with `config.json` and `rootfs` (`docker plugin create`).
   */
  PluginCreate: {
    params: {
      /** The name of the plugin, with or without a tag. */
      name: string;
    };
    body: Readable;
    result: void;
  };
  /**
   * Push a plugin: `POST /plugins/{name}/push`
   * Uploads a plugin to the registry that its name begins with (`docker plugin push`).
   */
  PluginPush: {
    params: {
      /**
       * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent
       * as they are.
       */
      name: string;
    };
    body: undefined;
    result: AsyncIterable<PushImageInfo>;
  };
  /**
   * Change settings of a plugin: `POST /plugins/{name}/set`
   * Sets what a disabled plugin declares as settable (`docker plugin set`).
   */
  PluginSet: {
    params: {
      /**
       * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent
       * as they are.
       */
      name: string;
    };
    body: string[] | undefined;
    result: void;
  };
  /**
   * List nodes: `GET /nodes`
   * Lists the machines of the swarm (`docker node ls`).
   */
  NodeList: {
    params: {
      /**
       * A JSON map from a filter to its values: `id`, `label` (label of the engine), `node.label`,
       * `membership` (`accepted` or `pending`), `name` and `role` (`manager` or `worker`).
       */
      filters?: string;
    };
    body: undefined;
    result: Node[];
  };
  /**
   * Inspect a node: `GET /nodes/{id}`
   * Answers a node of the swarm (`docker node inspect`).
   */
  NodeInspect: {
    params: {
      /** The id of a node, a unique prefix of it, or the node's name. */
      id: string;
    };
    body: undefined;
    result: Node;
  };
  /**
   * Remove a node: `DELETE /nodes/{id}`
   * Takes a node that is down out of the swarm (`docker node rm`).
   */
  NodeDelete: {
    params: {
      /** The id of a node, a unique prefix of it, or the node's name. */
      id: string;
      /**
       * Removes the node though it is up or unreachable (`docker node rm --force`).
       * Default: `false`.
       */
      force?: boolean;
    };
    body: undefined;
    result: void;
  };
  /**
   * Update a node: `POST /nodes/{id}/update`
   * Changes the name, labels, role or availability of a node (`docker node update`).
   */
  NodeUpdate: {
    params: {
      /** The id of a node, a unique prefix of it, or the node's name. */
      id: string;
      /** The version of the node that is to be replaced, from `Version.Index` of `NodeInspect`. */
      version: number;
    };
    body: NodeSpec | undefined;
    result: void;
  };
  /**
   * Inspect the swarm: `GET /swarm`
   * Answers the swarm with the tokens to join it.
   */
  SwarmInspect: {
    params: {};
    body: undefined;
    result: Swarm;
  };
  /**
   * Start a swarm: `POST /swarm/init`
   * Makes this node the first manager of a new swarm (`docker swarm init`).
   */
  SwarmInit: {
    params: {};
    body: SwarmInitRequest;
    result: string;
  };
  /**
   * Join a swarm: `POST /swarm/join`
   * Makes this node a member of an existing swarm (`docker swarm join`).
   */
  SwarmJoin: {
    params: {};
    body: SwarmJoinRequest;
    result: void;
  };
  /**
   * Leave the swarm: `POST /swarm/leave`
   * Takes this node out of its swarm (`docker swarm leave`).
   */
  SwarmLeave: {
    params: {
      /**
       * Leaves though this is a manager, even the last one (`docker swarm leave --force`).
       * Default: `false`.
       */
      force?: boolean;
    };
    body: undefined;
    result: void;
  };
  /**
   * Update the swarm: `POST /swarm/update`
   * Changes settings of the swarm and changes its tokens (`docker swarm update`).
   */
  SwarmUpdate: {
    params: {
      /** The version of the swarm that is to be replaced, from `Version.Index` of `SwarmInspect`. */
      version: number;
      /**
       * Makes a new token for workers.
       * Default: `false`.
       */
      rotateWorkerToken?: boolean;
      /**
       * Makes a new token for managers.
       * Default: `false`.
       */
      rotateManagerToken?: boolean;
      /**
       * Makes a new key that unlocks managers.
       * Default: `false`.
       */
      rotateManagerUnlockKey?: boolean;
    };
    body: SwarmSpec;
    result: void;
  };
  /**
   * Get the unlock key: `GET /swarm/unlockkey`
   * Answers the key that unlocks managers after a restart (`docker swarm unlock-key`).
   */
  SwarmUnlockkey: {
    params: {};
    body: undefined;
    result: UnlockKeyResponse;
  };
  /**
   * Unlock a manager: `POST /swarm/unlock`
   * Unlocks a manager that was locked at its restart (`docker swarm unlock`).
   */
  SwarmUnlock: {
    params: {};
    body: SwarmUnlockRequest;
    result: void;
  };
  /**
   * List services: `GET /services`
   * Lists services (`docker service ls`).
   */
  ServiceList: {
    params: {
      /**
       * A JSON map from a filter to its values: `id`, `label`, `mode` (`replicated` or `global`) and `name`.
       */
      filters?: string;
      /** Fills `ServiceStatus` with the numbers of running and wanted tasks. */
      status?: boolean;
    };
    body: undefined;
    result: Service[];
  };
  /**
   * Create a service: `POST /services/create`
   * Creates a service, whose tasks the swarm then starts (`docker service create`).
   */
  ServiceCreate: {
    params: {
      /**
       * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet.
       * Without it the registry is asked anonymously.
       */
      'X-Registry-Auth'?: string;
    };
    body: ServiceSpec;
    result: ServiceCreateResponse;
  };
  /**
   * Inspect a service: `GET /services/{id}`
   * Answers a service (`docker service inspect`).
   */
  ServiceInspect: {
    params: {
      /** The id of a service, a unique prefix of it, or the service's name. */
      id: string;
      /**
       * Fills in defaults where the specification says nothing.
       * Default: `false`.
       */
      insertDefaults?: boolean;
    };
    body: undefined;
    result: Service;
  };
  /**
   * Remove a service: `DELETE /services/{id}`
   * Removes a service and stops its tasks (`docker service rm`).
   */
  ServiceDelete: {
    params: {
      /** The id of a service, a unique prefix of it, or the service's name. */
      id: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Update a service: `POST /services/{id}/update`
   * Replaces the specification of a service, and its tasks step by step (`docker service update`).
   */
  ServiceUpdate: {
    params: {
      /** The id of a service, a unique prefix of it, or the service's name. */
      id: string;
      /** The version of the service that is to be replaced, from `Version.Index` of `ServiceInspect`. */
      version: number;
      /**
       * Where credentials come from without `X-Registry-Auth`: the specification in force, or the one before
       * it.
       * Default: `"spec"`.
       */
      registryAuthFrom?: 'spec' | 'previous-spec';
      /**
       * `previous` returns to the specification before the one in force; the body then counts for nothing.
       */
      rollback?: string;
      /**
       * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet.
       * Without it the registry is asked anonymously.
       */
      'X-Registry-Auth'?: string;
    };
    body: ServiceSpec;
    result: ServiceUpdateResponse;
  };
  /**
   * Read the logs of a service: `GET /services/{id}/logs`
   * Answers what the tasks of a service have written, framed as for `ContainerLogs`. Only the log drivers
   * `json-file`, `journald` and `local` can be read (`docker service logs`).
   */
  ServiceLogs: {
    params: {
      /** The id of a service, a unique prefix of it, or the service's name. */
      id: string;
      /**
       * Puts the attributes that the log driver recorded with a line, and the task, before it.
       * Default: `false`.
       */
      details?: boolean;
      /**
       * Stays open after the end of the logs and goes on with new output.
       * Default: `false`.
       */
      follow?: boolean;
      /**
       * Wants the standard output.
       * Default: `false`.
       */
      stdout?: boolean;
      /**
       * Wants the standard error.
       * Default: `false`.
       */
      stderr?: boolean;
      /**
       * Only lines from this time on, in seconds since 1970 with up to nine digits of a fraction.
       * Default: `"0"`.
       */
      since?: string;
      /**
       * Puts the time of each line before it.
       * Default: `false`.
       */
      timestamps?: boolean;
      /**
       * Only so many lines from the end of each log; `all` for the whole logs.
       * Default: `"all"`.
       */
      tail?: string;
    };
    body: undefined;
    result: ByteStream;
  };
  /**
   * List tasks: `GET /tasks`
   * Lists tasks (`docker service ps`, `docker node ps`).
   */
  TaskList: {
    params: {
      /**
       * A JSON map from a filter to its values: `desired-state` (`running`, `shutdown` or `accepted`), `id`,
       * `label`, `name`, `node` and `service`.
       */
      filters?: string;
    };
    body: undefined;
    result: Task[];
  };
  /**
   * Inspect a task: `GET /tasks/{id}`
   * Answers a task.
   */
  TaskInspect: {
    params: {
      /** The id of a task, or a unique prefix of it. */
      id: string;
    };
    body: undefined;
    result: Task;
  };
  /**
   * Read the logs of a task: `GET /tasks/{id}/logs`
   * Answers what a task has written, as `ServiceLogs` does for all tasks of a service.
   */
  TaskLogs: {
    params: {
      /** The id of a task, or a unique prefix of it. */
      id: string;
      /**
       * Puts the attributes that the log driver recorded with a line before it.
       * Default: `false`.
       */
      details?: boolean;
      /**
       * Stays open after the end of the log and goes on with new output.
       * Default: `false`.
       */
      follow?: boolean;
      /**
       * Wants the standard output.
       * Default: `false`.
       */
      stdout?: boolean;
      /**
       * Wants the standard error.
       * Default: `false`.
       */
      stderr?: boolean;
      /**
       * Only lines from this time on, in seconds since 1970 with up to nine digits of a fraction.
       * Default: `"0"`.
       */
      since?: string;
      /**
       * Puts the time of each line before it.
       * Default: `false`.
       */
      timestamps?: boolean;
      /**
       * Only so many lines from the end of the log; `all` for the whole log.
       * Default: `"all"`.
       */
      tail?: string;
    };
    body: undefined;
    result: ByteStream;
  };
  /**
   * List secrets: `GET /secrets`
   * Lists secrets, without their data (`docker secret ls`).
   */
  SecretList: {
    params: {
      /** A JSON map from a filter to its values: `id`, `label`, `name` and `names`. */
      filters?: string;
    };
    body: undefined;
    result: Secret[];
  };
  /**
   * Create a secret: `POST /secrets/create`
   * Creates a secret (`docker secret create`).
   */
  SecretCreate: {
    params: {};
    body: SecretSpec | undefined;
    result: IDResponse;
  };
  /**
   * Inspect a secret: `GET /secrets/{id}`
   * Answers a secret without its data (`docker secret inspect`).
   */
  SecretInspect: {
    params: {
      /** The id of a secret, a unique prefix of it, or the secret's name. */
      id: string;
    };
    body: undefined;
    result: Secret;
  };
  /**
   * Remove a secret: `DELETE /secrets/{id}`
   * Removes a secret that no service uses (`docker secret rm`).
   */
  SecretDelete: {
    params: {
      /** The id of a secret, a unique prefix of it, or the secret's name. */
      id: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Update a secret: `POST /secrets/{id}/update`
   * Changes the labels of a secret; nothing else can be changed.
   */
  SecretUpdate: {
    params: {
      /** The id of a secret, a unique prefix of it, or the secret's name. */
      id: string;
      /** The version of the secret that is to be replaced, from `Version.Index` of `SecretInspect`. */
      version: number;
    };
    body: SecretSpec | undefined;
    result: void;
  };
  /**
   * List configs: `GET /configs`
   * Lists configs (`docker config ls`).
   */
  ConfigList: {
    params: {
      /** A JSON map from a filter to its values: `id`, `label`, `name` and `names`. */
      filters?: string;
    };
    body: undefined;
    result: Config[];
  };
  /**
   * Create a config: `POST /configs/create`
   * Creates a config (`docker config create`).
   */
  ConfigCreate: {
    params: {};
    body: ConfigSpec | undefined;
    result: IDResponse;
  };
  /**
   * Inspect a config: `GET /configs/{id}`
   * Answers a config with its data (`docker config inspect`).
   */
  ConfigInspect: {
    params: {
      /** The id of a config, a unique prefix of it, or the config's name. */
      id: string;
    };
    body: undefined;
    result: Config;
  };
  /**
   * Remove a config: `DELETE /configs/{id}`
   * Removes a config that no service uses (`docker config rm`).
   */
  ConfigDelete: {
    params: {
      /** The id of a config, a unique prefix of it, or the config's name. */
      id: string;
    };
    body: undefined;
    result: void;
  };
  /**
   * Update a config: `POST /configs/{id}/update`
   * Changes the labels of a config; nothing else can be changed.
   */
  ConfigUpdate: {
    params: {
      /** The id of a config, a unique prefix of it, or the config's name. */
      id: string;
      /** The version of the config that is to be replaced, from `Version.Index` of `ConfigInspect`. */
      version: number;
    };
    body: ConfigSpec | undefined;
    result: void;
  };
  /**
   * Look up an image in its registry: `GET /distribution/{name}/json`
   * Asks a registry for the digest and the platforms of an image, without pulling it. Credentials are taken
   * from the header `X-Registry-Auth`.
   */
  DistributionInspect: {
    params: {
      /** The image as a registry knows it, by name and tag or digest. Slashes may be sent as they are. */
      name: string;
      /**
       * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet.
       * Without it the registry is asked anonymously.
       */
      'X-Registry-Auth'?: string;
    };
    body: undefined;
    result: DistributionInspect;
  };
  /**
   * Open a session: `POST /session`
   * Turns the connection into HTTP/2 without TLS, over which the engine calls services of the client: files,
   * secrets and credentials that a BuildKit build asks for. The request has `Upgrade: h2c` and headers that
   * begin with `X-Docker-Expose-Session-`.
   */
  Session: {
    params: {};
    body: undefined;
    result: void;
  };
  /**
   * Tell how a container was made: `GET /arca/containers/{id}/spec`
   * Answers the OCI runtime specification with which the container was last started (with which it would be
   * started, before its first start), and for each place of it the plugin and the API field that put the
   * value there.
   */
  ArcaContainerSpec: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
    };
    body: undefined;
    result: ArcaContainerSpecResponse;
  };
  /**
   * Tell how a container would be made: `POST /arca/containers/explain`
   * Does all that `ContainerCreate` does with the same body up to the OCI runtime specification, and creates
   * nothing.
   */
  ArcaContainerExplain: {
    params: {};
    body: ContainerCreateRequest;
    result: ArcaContainerExplainResponse;
  };
  /**
   * List the fields of the API and their owners: `GET /arca/coverage`
   * Answers which plugin owns each field of the API that configures a container, which places of the OCI
   * runtime specification that plugin writes for it and which options of the docker CLI it stands for.
   */
  ArcaCoverage: {
    params: {};
    body: undefined;
    result: ArcaCoverageItem[];
  };
  /**
   * Tell figures for monitoring: `GET /arca/metrics`
   * Answers in Prometheus's text format: `arca_containers` by state, and `arca_container_log_dropped_total`,
   * the messages that `mode=non-blocking` has dropped since each container was last started, which inspecting
   * a container shows as `LogDropped`; and `arca_start_hook_seconds`, how often and how long each feature has
   * worked on starts.
   */
  ArcaMetrics: {
    params: {};
    body: undefined;
    result: string;
  };
  /**
   * Speak gRPC with BuildKit: `POST /grpc`
   * Turns the connection into HTTP/2 without TLS, over which the client calls the services of BuildKit.
   * dockerd has this path, too, though its description does not; `docker buildx` builds by it. The request
   * has `Upgrade: h2c`.
   */
  BuildKitGrpc: {
    params: {};
    body: undefined;
    result: void;
  };
  /**
   * Start a prepared process over a WebSocket: `GET /arca/exec/{id}/ws`
   * Does what `ExecStart` does over a WebSocket. Output comes in binary messages without frames, so that both
   * output streams are mixed; each message of the client is input. The process runs when the handshake is
   * done, and one that cannot be started is refused by an ordinary answer. The WebSocket is closed when the
   * process ends; its exit code is in `ExecInspect`, and `ExecResize` changes the size of its terminal.
   */
  ArcaExecWebsocket: {
    params: {
      /** The id of an exec instance, as `ContainerExec` answered it. */
      id: string;
      /**
       * The keys that detach the client from a terminal, as for `ContainerAttach`, in place of those with
       * which the instance was made.
       */
      detachKeys?: string;
      /** The height of the terminal in rows of characters; it needs `w`. */
      h?: number;
      /** The width of the terminal in columns of characters; it needs `h`. */
      w?: number;
    };
    body: undefined;
    result: void;
  };
  /**
   * Read the logs of a container over a WebSocket: `GET /arca/containers/{id}/logs/ws`
   * Does what `ContainerLogs` does over a WebSocket: the log comes in binary messages without frames, so that
   * both streams are mixed. What the client sends is not looked at. The WebSocket is closed at the end of the
   * log.
   */
  ArcaContainerLogsWebsocket: {
    params: {
      /** The id of a container, a prefix of it that is unique, or the container's name. */
      id: string;
      /**
       * Goes on with new output until the container ends.
       * Default: `false`.
       */
      follow?: boolean;
      /**
       * Wants the standard output.
       * Default: `false`.
       */
      stdout?: boolean;
      /**
       * Wants the standard error.
       * Default: `false`.
       */
      stderr?: boolean;
      /**
       * Only lines from this time on, written as for `ContainerLogs`.
       * Default: `"0"`.
       */
      since?: string;
      /**
       * Only lines before this time, written as for `since`.
       * Default: `"0"`.
       */
      until?: string;
      /**
       * Puts the time of each line before it, in RFC 3339 with nanoseconds and a space.
       * Default: `false`.
       */
      timestamps?: boolean;
      /**
       * Only so many lines from the end of the log; `all` for the whole log.
       * Default: `"all"`.
       */
      tail?: string;
      /**
       * Puts the attributes that the log driver recorded with a line before it.
       * Default: `false`.
       */
      details?: boolean;
    };
    body: undefined;
    result: void;
  };
  /**
   * Watch events over a WebSocket: `GET /arca/events/ws`
   * Does what `SystemEvents` does over a WebSocket: each event is the JSON of an `EventMessage` in a text
   * message of its own. What the client sends is not looked at. The WebSocket is closed at `until`.
   */
  ArcaEventsWebsocket: {
    params: {
      /** Sends first what happened since this time, written as for `SystemEvents`. */
      since?: string;
      /** Closes at this time, written as for `since`. */
      until?: string;
      /** Only the events that match, as a JSON map from filter to values: those of `SystemEvents`. */
      filters?: string;
    };
    body: undefined;
    result: void;
  };
}

export type OperationId = keyof Operations;

export const operationIds: readonly OperationId[] = [
  'ContainerList',
  'ContainerCreate',
  'ContainerInspect',
  'ContainerTop',
  'ContainerLogs',
  'ContainerChanges',
  'ContainerExport',
  'ContainerStats',
  'ContainerResize',
  'ContainerStart',
  'ContainerStop',
  'ContainerRestart',
  'ContainerKill',
  'ContainerUpdate',
  'ContainerRename',
  'ContainerPause',
  'ContainerUnpause',
  'ContainerAttach',
  'ContainerAttachWebsocket',
  'ContainerWait',
  'ContainerDelete',
  'ContainerArchive',
  'ContainerArchiveInfo',
  'PutContainerArchive',
  'ContainerPrune',
  'ImageList',
  'ImageBuild',
  'BuildPrune',
  'ImageCreate',
  'ImageInspect',
  'ImageHistory',
  'ImagePush',
  'ImageTag',
  'ImageDelete',
  'ImageSearch',
  'ImagePrune',
  'SystemAuth',
  'SystemInfo',
  'SystemVersion',
  'SystemPing',
  'SystemPingHead',
  'ImageCommit',
  'SystemEvents',
  'SystemDataUsage',
  'ImageGet',
  'ImageGetAll',
  'ImageLoad',
  'ContainerExec',
  'ExecStart',
  'ExecResize',
  'ExecInspect',
  'VolumeList',
  'VolumeCreate',
  'VolumeInspect',
  'VolumeUpdate',
  'VolumeDelete',
  'VolumePrune',
  'NetworkList',
  'NetworkInspect',
  'NetworkDelete',
  'NetworkCreate',
  'NetworkConnect',
  'NetworkDisconnect',
  'NetworkPrune',
  'PluginList',
  'GetPluginPrivileges',
  'PluginPull',
  'PluginInspect',
  'PluginDelete',
  'PluginEnable',
  'PluginDisable',
  'PluginUpgrade',
  'PluginCreate',
  'PluginPush',
  'PluginSet',
  'NodeList',
  'NodeInspect',
  'NodeDelete',
  'NodeUpdate',
  'SwarmInspect',
  'SwarmInit',
  'SwarmJoin',
  'SwarmLeave',
  'SwarmUpdate',
  'SwarmUnlockkey',
  'SwarmUnlock',
  'ServiceList',
  'ServiceCreate',
  'ServiceInspect',
  'ServiceDelete',
  'ServiceUpdate',
  'ServiceLogs',
  'TaskList',
  'TaskInspect',
  'TaskLogs',
  'SecretList',
  'SecretCreate',
  'SecretInspect',
  'SecretDelete',
  'SecretUpdate',
  'ConfigList',
  'ConfigCreate',
  'ConfigInspect',
  'ConfigDelete',
  'ConfigUpdate',
  'DistributionInspect',
  'Session',
  'ArcaContainerSpec',
  'ArcaContainerExplain',
  'ArcaCoverage',
  'ArcaMetrics',
  'BuildKitGrpc',
  'ArcaExecWebsocket',
  'ArcaContainerLogsWebsocket',
  'ArcaEventsWebsocket',
];
