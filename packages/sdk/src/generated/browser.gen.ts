// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */
import type { Client, ClientMeta, Options as Options2, RequestResult, TDataShape } from '../browser/client.js';
import type { ArcaContainerExplainData, ArcaContainerExplainErrors, ArcaContainerExplainResponses, ArcaContainerLogsWebsocketData, ArcaContainerLogsWebsocketErrors, ArcaContainerLogsWebsocketResponses, ArcaContainerSpecData, ArcaContainerSpecErrors, ArcaContainerSpecResponses, ArcaCoverageData, ArcaCoverageErrors, ArcaCoverageResponses, ArcaEventsWebsocketData, ArcaEventsWebsocketErrors, ArcaEventsWebsocketResponses, ArcaExecWebsocketData, ArcaExecWebsocketErrors, ArcaExecWebsocketResponses, ArcaMetricsData, ArcaMetricsErrors, ArcaMetricsResponses, BuildPruneData, BuildPruneErrors, BuildPruneResponses, ConfigCreateData, ConfigCreateErrors, ConfigCreateResponses, ConfigDeleteData, ConfigDeleteErrors, ConfigDeleteResponses, ConfigInspectData, ConfigInspectErrors, ConfigInspectResponses, ConfigListData, ConfigListErrors, ConfigListResponses, ConfigUpdateData, ConfigUpdateErrors, ConfigUpdateResponses, ContainerArchiveData, ContainerArchiveErrors, ContainerArchiveInfoData, ContainerArchiveInfoErrors, ContainerArchiveInfoResponses, ContainerArchiveResponses, ContainerAttachWebsocketData, ContainerAttachWebsocketErrors, ContainerAttachWebsocketResponses, ContainerChangesData, ContainerChangesErrors, ContainerChangesResponses, ContainerCreateData, ContainerCreateErrors, ContainerCreateResponses, ContainerDeleteData, ContainerDeleteErrors, ContainerDeleteResponses, ContainerExecData, ContainerExecErrors, ContainerExecResponses, ContainerExportData, ContainerExportErrors, ContainerExportResponses, ContainerInspectData, ContainerInspectErrors, ContainerInspectResponses, ContainerKillData, ContainerKillErrors, ContainerKillResponses, ContainerListData, ContainerListErrors, ContainerListResponses, ContainerLogsData, ContainerLogsErrors, ContainerLogsResponses, ContainerPauseData, ContainerPauseErrors, ContainerPauseResponses, ContainerPruneData, ContainerPruneErrors, ContainerPruneResponses, ContainerRenameData, ContainerRenameErrors, ContainerRenameResponses, ContainerResizeData, ContainerResizeErrors, ContainerResizeResponses, ContainerRestartData, ContainerRestartErrors, ContainerRestartResponses, ContainerStartData, ContainerStartErrors, ContainerStartResponses, ContainerStatsData, ContainerStatsErrors, ContainerStatsResponses, ContainerStopData, ContainerStopErrors, ContainerStopResponses, ContainerTopData, ContainerTopErrors, ContainerTopResponses, ContainerUnpauseData, ContainerUnpauseErrors, ContainerUnpauseResponses, ContainerUpdateData, ContainerUpdateErrors, ContainerUpdateResponses, ContainerWaitData, ContainerWaitErrors, ContainerWaitResponses, DistributionInspectData, DistributionInspectErrors, DistributionInspectResponses, ExecInspectData, ExecInspectErrors, ExecInspectResponses, ExecResizeData, ExecResizeErrors, ExecResizeResponses, GetPluginPrivilegesData, GetPluginPrivilegesErrors, GetPluginPrivilegesResponses, ImageBuildData, ImageBuildErrors, ImageBuildResponses, ImageCommitData, ImageCommitErrors, ImageCommitResponses, ImageCreateData, ImageCreateErrors, ImageCreateResponses, ImageDeleteData, ImageDeleteErrors, ImageDeleteResponses, ImageGetAllData, ImageGetAllErrors, ImageGetAllResponses, ImageGetData, ImageGetErrors, ImageGetResponses, ImageHistoryData, ImageHistoryErrors, ImageHistoryResponses, ImageInspectData, ImageInspectErrors, ImageInspectResponses, ImageListData, ImageListErrors, ImageListResponses, ImageLoadData, ImageLoadErrors, ImageLoadResponses, ImagePruneData, ImagePruneErrors, ImagePruneResponses, ImagePushData, ImagePushErrors, ImagePushResponses, ImageSearchData, ImageSearchErrors, ImageSearchResponses, ImageTagData, ImageTagErrors, ImageTagResponses, NetworkConnectData, NetworkConnectErrors, NetworkConnectResponses, NetworkCreateData, NetworkCreateErrors, NetworkCreateResponses, NetworkDeleteData, NetworkDeleteErrors, NetworkDeleteResponses, NetworkDisconnectData, NetworkDisconnectErrors, NetworkDisconnectResponses, NetworkInspectData, NetworkInspectErrors, NetworkInspectResponses, NetworkListData, NetworkListErrors, NetworkListResponses, NetworkPruneData, NetworkPruneErrors, NetworkPruneResponses, NodeDeleteData, NodeDeleteErrors, NodeDeleteResponses, NodeInspectData, NodeInspectErrors, NodeInspectResponses, NodeListData, NodeListErrors, NodeListResponses, NodeUpdateData, NodeUpdateErrors, NodeUpdateResponses, PluginCreateData, PluginCreateErrors, PluginCreateResponses, PluginDeleteData, PluginDeleteErrors, PluginDeleteResponses, PluginDisableData, PluginDisableErrors, PluginDisableResponses, PluginEnableData, PluginEnableErrors, PluginEnableResponses, PluginInspectData, PluginInspectErrors, PluginInspectResponses, PluginListData, PluginListErrors, PluginListResponses, PluginPullData, PluginPullErrors, PluginPullResponses, PluginPushData, PluginPushErrors, PluginPushResponses, PluginSetData, PluginSetErrors, PluginSetResponses, PluginUpgradeData, PluginUpgradeErrors, PluginUpgradeResponses, PutContainerArchiveData, PutContainerArchiveErrors, PutContainerArchiveResponses, SecretCreateData, SecretCreateErrors, SecretCreateResponses, SecretDeleteData, SecretDeleteErrors, SecretDeleteResponses, SecretInspectData, SecretInspectErrors, SecretInspectResponses, SecretListData, SecretListErrors, SecretListResponses, SecretUpdateData, SecretUpdateErrors, SecretUpdateResponses, ServiceCreateData, ServiceCreateErrors, ServiceCreateResponses, ServiceDeleteData, ServiceDeleteErrors, ServiceDeleteResponses, ServiceInspectData, ServiceInspectErrors, ServiceInspectResponses, ServiceListData, ServiceListErrors, ServiceListResponses, ServiceLogsData, ServiceLogsErrors, ServiceLogsResponses, ServiceUpdateData, ServiceUpdateErrors, ServiceUpdateResponses, SwarmInitData, SwarmInitErrors, SwarmInitResponses, SwarmInspectData, SwarmInspectErrors, SwarmInspectResponses, SwarmJoinData, SwarmJoinErrors, SwarmJoinResponses, SwarmLeaveData, SwarmLeaveErrors, SwarmLeaveResponses, SwarmUnlockData, SwarmUnlockErrors, SwarmUnlockkeyData, SwarmUnlockkeyErrors, SwarmUnlockkeyResponses, SwarmUnlockResponses, SwarmUpdateData, SwarmUpdateErrors, SwarmUpdateResponses, SystemAuthData, SystemAuthErrors, SystemAuthResponses, SystemDataUsageData, SystemDataUsageErrors, SystemDataUsageResponses, SystemEventsData, SystemEventsErrors, SystemEventsResponses, SystemInfoData, SystemInfoErrors, SystemInfoResponses, SystemPingData, SystemPingErrors, SystemPingHeadData, SystemPingHeadErrors, SystemPingHeadResponses, SystemPingResponses, SystemVersionData, SystemVersionErrors, SystemVersionResponses, TaskInspectData, TaskInspectErrors, TaskInspectResponses, TaskListData, TaskListErrors, TaskListResponses, TaskLogsData, TaskLogsErrors, TaskLogsResponses, VolumeCreateData, VolumeCreateErrors, VolumeCreateResponses, VolumeDeleteData, VolumeDeleteErrors, VolumeDeleteResponses, VolumeInspectData, VolumeInspectErrors, VolumeInspectResponses, VolumeListData, VolumeListErrors, VolumeListResponses, VolumePruneData, VolumePruneErrors, VolumePruneResponses, VolumeUpdateData, VolumeUpdateErrors, VolumeUpdateResponses } from './types.gen.js';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: keyof ClientMeta extends never ? Record<string, unknown> : ClientMeta;
};

/**
 * List containers
 *
 * Lists containers, newest first; the running ones only unless `all` or a filter on the state asks for more. The same as `docker ps`.
 */
export const containerList = <ThrowOnError extends boolean = false>(options: Options<ContainerListData, ThrowOnError>): RequestResult<ContainerListResponses, ContainerListErrors, ThrowOnError> => options.client.get<ContainerListResponses, ContainerListErrors, ThrowOnError>({ operation: 'ContainerList', url: '/containers/json', ...options });

/**
 * Create a container
 *
 * Creates a container from an image and leaves it unstarted. Nothing is pulled: an image that is missing is answered by 404, and the client pulls it and asks again. The same as `docker create`.
 */
export const containerCreate = <ThrowOnError extends boolean = false>(options: Options<ContainerCreateData, ThrowOnError>): RequestResult<ContainerCreateResponses, ContainerCreateErrors, ThrowOnError> => options.client.post<ContainerCreateResponses, ContainerCreateErrors, ThrowOnError>({ operation: 'ContainerCreate',
    url: '/containers/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Inspect a container
 *
 * Answers all that the engine knows of a container (`docker inspect`).
 */
export const containerInspect = <ThrowOnError extends boolean = false>(options: Options<ContainerInspectData, ThrowOnError>): RequestResult<ContainerInspectResponses, ContainerInspectErrors, ThrowOnError> => options.client.get<ContainerInspectResponses, ContainerInspectErrors, ThrowOnError>({ operation: 'ContainerInspect', url: '/containers/{id}/json', ...options });

/**
 * List the processes of a container
 *
 * Runs `ps` on the host and keeps the lines of the container's processes. The process ids are those of the host (`docker top`).
 */
export const containerTop = <ThrowOnError extends boolean = false>(options: Options<ContainerTopData, ThrowOnError>): RequestResult<ContainerTopResponses, ContainerTopErrors, ThrowOnError> => options.client.get<ContainerTopResponses, ContainerTopErrors, ThrowOnError>({ operation: 'ContainerTop', url: '/containers/{id}/top', ...options });

/**
 * Read the logs of a container
 *
 * Answers what the container has written, from the log that its log driver keeps. Without a terminal the two streams are multiplexed: before each piece stand eight bytes, namely the stream (1 stdout, 2 stderr), three zeros and the length as a big-endian 32-bit number. With a terminal the bytes come as they are. At least one of `stdout` and `stderr` must be wanted (`docker logs`).
 */
export const containerLogs = <ThrowOnError extends boolean = false>(options: Options<ContainerLogsData, ThrowOnError>): RequestResult<ContainerLogsResponses, ContainerLogsErrors, ThrowOnError> => options.client.get<ContainerLogsResponses, ContainerLogsErrors, ThrowOnError>({ operation: 'ContainerLogs', result: 'bytes', url: '/containers/{id}/logs', ...options });

/**
 * List what a container changed in its file system
 *
 * Compares the container's file system with its image (`docker diff`).
 */
export const containerChanges = <ThrowOnError extends boolean = false>(options: Options<ContainerChangesData, ThrowOnError>): RequestResult<ContainerChangesResponses, ContainerChangesErrors, ThrowOnError> => options.client.get<ContainerChangesResponses, ContainerChangesErrors, ThrowOnError>({ operation: 'ContainerChanges', url: '/containers/{id}/changes', ...options });

/**
 * Export the file system of a container
 *
 * Answers the container's whole file system, without volumes, as a tar file (`docker export`).
 */
export const containerExport = <ThrowOnError extends boolean = false>(options: Options<ContainerExportData, ThrowOnError>): RequestResult<ContainerExportResponses, ContainerExportErrors, ThrowOnError> => options.client.get<ContainerExportResponses, ContainerExportErrors, ThrowOnError>({ operation: 'ContainerExport', result: 'bytes', url: '/containers/{id}/export', ...options });

/**
 * Read the resource usage of a container
 *
 * Answers one sample of the container's resource usage each second until the client closes the connection. A stopped container has samples whose figures are zero (`docker stats`).
 */
export const containerStats = <ThrowOnError extends boolean = false>(options: Options<ContainerStatsData, ThrowOnError>): RequestResult<ContainerStatsResponses, ContainerStatsErrors, ThrowOnError> => options.client.get<ContainerStatsResponses, ContainerStatsErrors, ThrowOnError>({ operation: 'ContainerStats', result: 'items', url: '/containers/{id}/stats', ...options });

/**
 * Resize the terminal of a container
 *
 * Sets the size of the terminal of a running container (`docker run -t` does so at each change).
 */
export const containerResize = <ThrowOnError extends boolean = false>(options: Options<ContainerResizeData, ThrowOnError>): RequestResult<ContainerResizeResponses, ContainerResizeErrors, ThrowOnError> => options.client.post<ContainerResizeResponses, ContainerResizeErrors, ThrowOnError>({ operation: 'ContainerResize', url: '/containers/{id}/resize', ...options });

/**
 * Start a container
 *
 * Starts a container that is created or has ended (`docker start`).
 */
export const containerStart = <ThrowOnError extends boolean = false>(options: Options<ContainerStartData, ThrowOnError>): RequestResult<ContainerStartResponses, ContainerStartErrors, ThrowOnError> => options.client.post<ContainerStartResponses, ContainerStartErrors, ThrowOnError>({ operation: 'ContainerStart', url: '/containers/{id}/start', ...options });

/**
 * Stop a container
 *
 * Asks the container to end by its stop signal and kills it when it has not ended in time (`docker stop`).
 */
export const containerStop = <ThrowOnError extends boolean = false>(options: Options<ContainerStopData, ThrowOnError>): RequestResult<ContainerStopResponses, ContainerStopErrors, ThrowOnError> => options.client.post<ContainerStopResponses, ContainerStopErrors, ThrowOnError>({ operation: 'ContainerStop', url: '/containers/{id}/stop', ...options });

/**
 * Restart a container
 *
 * Stops the container if it runs, as `ContainerStop` does, and starts it (`docker restart`).
 */
export const containerRestart = <ThrowOnError extends boolean = false>(options: Options<ContainerRestartData, ThrowOnError>): RequestResult<ContainerRestartResponses, ContainerRestartErrors, ThrowOnError> => options.client.post<ContainerRestartResponses, ContainerRestartErrors, ThrowOnError>({ operation: 'ContainerRestart', url: '/containers/{id}/restart', ...options });

/**
 * Send a signal to a container
 *
 * Sends a signal to the first process of the container, by default the one that ends it (`docker kill`).
 */
export const containerKill = <ThrowOnError extends boolean = false>(options: Options<ContainerKillData, ThrowOnError>): RequestResult<ContainerKillResponses, ContainerKillErrors, ThrowOnError> => options.client.post<ContainerKillResponses, ContainerKillErrors, ThrowOnError>({ operation: 'ContainerKill', url: '/containers/{id}/kill', ...options });

/**
 * Change the resource limits of a container
 *
 * Changes limits and the restart policy of a container, of a running one at once. What the body leaves out stays as it is (`docker update`).
 */
export const containerUpdate = <ThrowOnError extends boolean = false>(options: Options<ContainerUpdateData, ThrowOnError>): RequestResult<ContainerUpdateResponses, ContainerUpdateErrors, ThrowOnError> => options.client.post<ContainerUpdateResponses, ContainerUpdateErrors, ThrowOnError>({ operation: 'ContainerUpdate',
    url: '/containers/{id}/update',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Rename a container
 *
 * Gives the container another name; its id and its open connections stay (`docker rename`).
 */
export const containerRename = <ThrowOnError extends boolean = false>(options: Options<ContainerRenameData, ThrowOnError>): RequestResult<ContainerRenameResponses, ContainerRenameErrors, ThrowOnError> => options.client.post<ContainerRenameResponses, ContainerRenameErrors, ThrowOnError>({ operation: 'ContainerRename', url: '/containers/{id}/rename', ...options });

/**
 * Pause a container
 *
 * Freezes all processes of the container by its cgroup; they get no signal and cannot tell (`docker pause`).
 */
export const containerPause = <ThrowOnError extends boolean = false>(options: Options<ContainerPauseData, ThrowOnError>): RequestResult<ContainerPauseResponses, ContainerPauseErrors, ThrowOnError> => options.client.post<ContainerPauseResponses, ContainerPauseErrors, ThrowOnError>({ operation: 'ContainerPause', url: '/containers/{id}/pause', ...options });

/**
 * Resume a container
 *
 * Thaws the processes of a paused container (`docker unpause`).
 */
export const containerUnpause = <ThrowOnError extends boolean = false>(options: Options<ContainerUnpauseData, ThrowOnError>): RequestResult<ContainerUnpauseResponses, ContainerUnpauseErrors, ThrowOnError> => options.client.post<ContainerUnpauseResponses, ContainerUnpauseErrors, ThrowOnError>({ operation: 'ContainerUnpause', url: '/containers/{id}/unpause', ...options });

/**
 * Attach to a container over a WebSocket
 *
 * Does what `ContainerAttach` does over a WebSocket. Output comes in binary messages without frames, so both output streams are mixed; each message of the client is input.
 */
export const containerAttachWebsocket = <ThrowOnError extends boolean = false>(options: Options<ContainerAttachWebsocketData, ThrowOnError>): RequestResult<ContainerAttachWebsocketResponses, ContainerAttachWebsocketErrors, ThrowOnError> => options.client.get<ContainerAttachWebsocketResponses, ContainerAttachWebsocketErrors, ThrowOnError>({ operation: 'ContainerAttachWebsocket', result: 'socket', url: '/containers/{id}/attach/ws', ...options });

/**
 * Wait for a container
 *
 * Answers the exit code of the container once the condition holds. The head of the answer is sent at once, as soon as the wait is in place, so that a client can start the container without missing its end (`docker wait`).
 */
export const containerWait = <ThrowOnError extends boolean = false>(options: Options<ContainerWaitData, ThrowOnError>): RequestResult<ContainerWaitResponses, ContainerWaitErrors, ThrowOnError> => options.client.post<ContainerWaitResponses, ContainerWaitErrors, ThrowOnError>({ operation: 'ContainerWait', url: '/containers/{id}/wait', ...options });

/**
 * Remove a container
 *
 * Removes a container with its writable layer and its log (`docker rm`).
 */
export const containerDelete = <ThrowOnError extends boolean = false>(options: Options<ContainerDeleteData, ThrowOnError>): RequestResult<ContainerDeleteResponses, ContainerDeleteErrors, ThrowOnError> => options.client.delete<ContainerDeleteResponses, ContainerDeleteErrors, ThrowOnError>({ operation: 'ContainerDelete', url: '/containers/{id}', ...options });

/**
 * Read files from a container
 *
 * Answers a file or folder of a container as a tar file, with the header of `ContainerArchiveInfo`. It works on stopped containers too. A path that ends in `/.` gives what is in a folder without the folder itself (`docker cp` from a container).
 */
export const containerArchive = <ThrowOnError extends boolean = false>(options: Options<ContainerArchiveData, ThrowOnError>): RequestResult<ContainerArchiveResponses, ContainerArchiveErrors, ThrowOnError> => options.client.get<ContainerArchiveResponses, ContainerArchiveErrors, ThrowOnError>({ operation: 'ContainerArchive', result: 'bytes', url: '/containers/{id}/archive', ...options });

/**
 * Look up a path in a container
 *
 * Tells of what kind and how large a path inside a container is, in a header (`docker cp` asks first).
 */
export const containerArchiveInfo = <ThrowOnError extends boolean = false>(options: Options<ContainerArchiveInfoData, ThrowOnError>): RequestResult<ContainerArchiveInfoResponses, ContainerArchiveInfoErrors, ThrowOnError> => options.client.head<ContainerArchiveInfoResponses, ContainerArchiveInfoErrors, ThrowOnError>({ operation: 'ContainerArchiveInfo', url: '/containers/{id}/archive', ...options });

/**
 * Write files into a container
 *
 * Unpacks a tar file, plain or compressed by gzip, bzip2, xz or zstd, into a folder of a container; it may be stopped (`docker cp` to a container).
 */
export const putContainerArchive = <ThrowOnError extends boolean = false>(options: Options<PutContainerArchiveData, ThrowOnError>): RequestResult<PutContainerArchiveResponses, PutContainerArchiveErrors, ThrowOnError> => options.client.put<PutContainerArchiveResponses, PutContainerArchiveErrors, ThrowOnError>({ operation: 'PutContainerArchive',
    url: '/containers/{id}/archive',
    ...options,
    headers: {
        'Content-Type': 'application/x-tar',
        ...options.headers
    }
});

/**
 * Remove stopped containers
 *
 * Removes all containers that do not run (`docker container prune`).
 */
export const containerPrune = <ThrowOnError extends boolean = false>(options: Options<ContainerPruneData, ThrowOnError>): RequestResult<ContainerPruneResponses, ContainerPruneErrors, ThrowOnError> => options.client.post<ContainerPruneResponses, ContainerPruneErrors, ThrowOnError>({ operation: 'ContainerPrune', url: '/containers/prune', ...options });

/**
 * List images
 *
 * Lists the images of the local store, newest first (`docker images`).
 */
export const imageList = <ThrowOnError extends boolean = false>(options: Options<ImageListData, ThrowOnError>): RequestResult<ImageListResponses, ImageListErrors, ThrowOnError> => options.client.get<ImageListResponses, ImageListErrors, ThrowOnError>({ operation: 'ImageList', url: '/images/json', ...options });

/**
 * Build an image
 *
 * Builds an image from a Dockerfile and a context, and answers the progress as a stream of JSON values; a build that fails is answered by 200 too, with the error as the last value. A client that goes away cancels the build (`docker build`).
 */
export const imageBuild = <ThrowOnError extends boolean = false>(options: Options<ImageBuildData, ThrowOnError>): RequestResult<ImageBuildResponses, ImageBuildErrors, ThrowOnError> => options.client.post<ImageBuildResponses, ImageBuildErrors, ThrowOnError>({ operation: 'ImageBuild', result: 'items',
    url: '/build',
    ...options,
    headers: {
        'Content-Type': 'application/x-tar',
        ...options.headers
    }
});

/**
 * Remove build cache
 *
 * Removes entries of the build cache that no build uses (`docker builder prune`).
 */
export const buildPrune = <ThrowOnError extends boolean = false>(options: Options<BuildPruneData, ThrowOnError>): RequestResult<BuildPruneResponses, BuildPruneErrors, ThrowOnError> => options.client.post<BuildPruneResponses, BuildPruneErrors, ThrowOnError>({ operation: 'BuildPrune', url: '/build/prune', ...options });

/**
 * Pull or import an image
 *
 * Pulls an image from a registry (`fromImage`), or makes one of the files in a tar file (`fromSrc`). The progress is a stream of JSON values; a failure after the first of them is the last value's `error` (`docker pull`, `docker import`).
 */
export const imageCreate = <ThrowOnError extends boolean = false>(options: Options<ImageCreateData, ThrowOnError>): RequestResult<ImageCreateResponses, ImageCreateErrors, ThrowOnError> => options.client.post<ImageCreateResponses, ImageCreateErrors, ThrowOnError>({ operation: 'ImageCreate', result: 'items',
    bodySerializer: null,
    url: '/images/create',
    ...options,
    headers: {
        'Content-Type': 'application/octet-stream',
        ...options.headers
    }
});

/**
 * Inspect an image
 *
 * Answers all that the engine knows of an image (`docker image inspect`).
 */
export const imageInspect = <ThrowOnError extends boolean = false>(options: Options<ImageInspectData, ThrowOnError>): RequestResult<ImageInspectResponses, ImageInspectErrors, ThrowOnError> => options.client.get<ImageInspectResponses, ImageInspectErrors, ThrowOnError>({ operation: 'ImageInspect', url: '/images/{name}/json', ...options });

/**
 * List the steps that made an image
 *
 * Answers the steps by which an image was built, last first (`docker history`).
 */
export const imageHistory = <ThrowOnError extends boolean = false>(options: Options<ImageHistoryData, ThrowOnError>): RequestResult<ImageHistoryResponses, ImageHistoryErrors, ThrowOnError> => options.client.get<ImageHistoryResponses, ImageHistoryErrors, ThrowOnError>({ operation: 'ImageHistory', url: '/images/{name}/history', ...options });

/**
 * Push an image
 *
 * Uploads an image to the registry that its name begins with. The progress is a stream of JSON values; a failure after the first of them is the last value's `error` (`docker push`).
 */
export const imagePush = <ThrowOnError extends boolean = false>(options: Options<ImagePushData, ThrowOnError>): RequestResult<ImagePushResponses, ImagePushErrors, ThrowOnError> => options.client.post<ImagePushResponses, ImagePushErrors, ThrowOnError>({ operation: 'ImagePush', result: 'items', url: '/images/{name}/push', ...options });

/**
 * Name an image
 *
 * Gives an image a further name, which another image loses if it has it (`docker tag`).
 */
export const imageTag = <ThrowOnError extends boolean = false>(options: Options<ImageTagData, ThrowOnError>): RequestResult<ImageTagResponses, ImageTagErrors, ThrowOnError> => options.client.post<ImageTagResponses, ImageTagErrors, ThrowOnError>({ operation: 'ImageTag', url: '/images/{name}/tag', ...options });

/**
 * Remove an image
 *
 * Removes a name of an image and, with its last name, the image and its untagged parents (`docker rmi`).
 */
export const imageDelete = <ThrowOnError extends boolean = false>(options: Options<ImageDeleteData, ThrowOnError>): RequestResult<ImageDeleteResponses, ImageDeleteErrors, ThrowOnError> => options.client.delete<ImageDeleteResponses, ImageDeleteErrors, ThrowOnError>({ operation: 'ImageDelete', url: '/images/{name}', ...options });

/**
 * Search for images
 *
 * Asks the search of Docker Hub for images (`docker search`).
 */
export const imageSearch = <ThrowOnError extends boolean = false>(options: Options<ImageSearchData, ThrowOnError>): RequestResult<ImageSearchResponses, ImageSearchErrors, ThrowOnError> => options.client.get<ImageSearchResponses, ImageSearchErrors, ThrowOnError>({ operation: 'ImageSearch', url: '/images/search', ...options });

/**
 * Remove unused images
 *
 * Removes images that no container uses, by default only those without a name (`docker image prune`).
 */
export const imagePrune = <ThrowOnError extends boolean = false>(options: Options<ImagePruneData, ThrowOnError>): RequestResult<ImagePruneResponses, ImagePruneErrors, ThrowOnError> => options.client.post<ImagePruneResponses, ImagePruneErrors, ThrowOnError>({ operation: 'ImagePrune', url: '/images/prune', ...options });

/**
 * Check credentials
 *
 * Tries credentials at a registry and answers an identity token if the registry gives one (`docker login`).
 */
export const systemAuth = <ThrowOnError extends boolean = false>(options: Options<SystemAuthData, ThrowOnError>): RequestResult<SystemAuthResponses, SystemAuthErrors, ThrowOnError> => options.client.post<SystemAuthResponses, SystemAuthErrors, ThrowOnError>({ operation: 'SystemAuth',
    url: '/auth',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Describe the engine
 *
 * Answers what the engine is, what its host can do and what it holds (`docker info`).
 */
export const systemInfo = <ThrowOnError extends boolean = false>(options: Options<SystemInfoData, ThrowOnError>): RequestResult<SystemInfoResponses, SystemInfoErrors, ThrowOnError> => options.client.get<SystemInfoResponses, SystemInfoErrors, ThrowOnError>({ operation: 'SystemInfo', url: '/info', ...options });

/**
 * Tell versions
 *
 * Answers the versions of the engine, of the API and of the parts below (`docker version`).
 */
export const systemVersion = <ThrowOnError extends boolean = false>(options: Options<SystemVersionData, ThrowOnError>): RequestResult<SystemVersionResponses, SystemVersionErrors, ThrowOnError> => options.client.get<SystemVersionResponses, SystemVersionErrors, ThrowOnError>({ operation: 'SystemVersion', url: '/version', ...options });

/**
 * Ping the engine
 *
 * Answers `OK`, and in headers what a client needs to know first. It works with any version prefix, and so clients learn which version to speak.
 */
export const systemPing = <ThrowOnError extends boolean = false>(options: Options<SystemPingData, ThrowOnError>): RequestResult<SystemPingResponses, SystemPingErrors, ThrowOnError> => options.client.get<SystemPingResponses, SystemPingErrors, ThrowOnError>({ operation: 'SystemPing', url: '/_ping', ...options });

/**
 * Ping the engine without a body
 *
 * The same as `SystemPing`, with its headers only.
 */
export const systemPingHead = <ThrowOnError extends boolean = false>(options: Options<SystemPingHeadData, ThrowOnError>): RequestResult<SystemPingHeadResponses, SystemPingHeadErrors, ThrowOnError> => options.client.head<SystemPingHeadResponses, SystemPingHeadErrors, ThrowOnError>({ operation: 'SystemPingHead', url: '/_ping', ...options });

/**
 * Make an image of a container
 *
 * Makes an image of a container's file system and configuration (`docker commit`).
 */
export const imageCommit = <ThrowOnError extends boolean = false>(options: Options<ImageCommitData, ThrowOnError>): RequestResult<ImageCommitResponses, ImageCommitErrors, ThrowOnError> => options.client.post<ImageCommitResponses, ImageCommitErrors, ThrowOnError>({ operation: 'ImageCommit',
    url: '/commit',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Follow events
 *
 * Answers events of the engine as they happen, as a stream of JSON values, until the client goes or `until` is reached. The head of the answer is sent at once. Events of the past, of which the last 256 are kept, come first if `since` asks for them (`docker events`).
 */
export const systemEvents = <ThrowOnError extends boolean = false>(options: Options<SystemEventsData, ThrowOnError>): RequestResult<SystemEventsResponses, SystemEventsErrors, ThrowOnError> => options.client.get<SystemEventsResponses, SystemEventsErrors, ThrowOnError>({ operation: 'SystemEvents', result: 'items', url: '/events', ...options });

/**
 * Tell what takes disk space
 *
 * Answers images, containers, volumes and build cache with their sizes (`docker system df`).
 */
export const systemDataUsage = <ThrowOnError extends boolean = false>(options: Options<SystemDataUsageData, ThrowOnError>): RequestResult<SystemDataUsageResponses, SystemDataUsageErrors, ThrowOnError> => options.client.get<SystemDataUsageResponses, SystemDataUsageErrors, ThrowOnError>({ operation: 'SystemDataUsage', url: '/system/df', ...options });

/**
 * Save an image
 *
 * Answers an image with all its layers as a tar file in the OCI image layout, with the `manifest.json` that older engines read (`docker save`). A name without a tag gives every tag.
 */
export const imageGet = <ThrowOnError extends boolean = false>(options: Options<ImageGetData, ThrowOnError>): RequestResult<ImageGetResponses, ImageGetErrors, ThrowOnError> => options.client.get<ImageGetResponses, ImageGetErrors, ThrowOnError>({ operation: 'ImageGet', result: 'bytes', url: '/images/{name}/get', ...options });

/**
 * Save several images
 *
 * Answers several images in one tar file, with layers they share once (`docker save a b`).
 */
export const imageGetAll = <ThrowOnError extends boolean = false>(options: Options<ImageGetAllData, ThrowOnError>): RequestResult<ImageGetAllResponses, ImageGetAllErrors, ThrowOnError> => options.client.get<ImageGetAllResponses, ImageGetAllErrors, ThrowOnError>({ operation: 'ImageGetAll', result: 'bytes', url: '/images/get', ...options });

/**
 * Load images
 *
 * Takes the images of a tar file, as `ImageGet` gives it, into the store. The progress is a stream of JSON values, of which the last name the images (`docker load`).
 */
export const imageLoad = <ThrowOnError extends boolean = false>(options: Options<ImageLoadData, ThrowOnError>): RequestResult<ImageLoadResponses, ImageLoadErrors, ThrowOnError> => options.client.post<ImageLoadResponses, ImageLoadErrors, ThrowOnError>({ operation: 'ImageLoad', result: 'items',
    url: '/images/load',
    ...options,
    headers: {
        'Content-Type': 'application/x-tar',
        ...options.headers
    }
});

/**
 * Prepare a process in a container
 *
 * Sets up a process to be run in a running container, without starting it; `ExecStart` does (`docker exec`).
 */
export const containerExec = <ThrowOnError extends boolean = false>(options: Options<ContainerExecData, ThrowOnError>): RequestResult<ContainerExecResponses, ContainerExecErrors, ThrowOnError> => options.client.post<ContainerExecResponses, ContainerExecErrors, ThrowOnError>({ operation: 'ContainerExec',
    url: '/containers/{id}/exec',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Resize the terminal of a process
 *
 * Sets the size of the terminal of a running exec instance that has one.
 */
export const execResize = <ThrowOnError extends boolean = false>(options: Options<ExecResizeData, ThrowOnError>): RequestResult<ExecResizeResponses, ExecResizeErrors, ThrowOnError> => options.client.post<ExecResizeResponses, ExecResizeErrors, ThrowOnError>({ operation: 'ExecResize', url: '/exec/{id}/resize', ...options });

/**
 * Inspect a process
 *
 * Answers what the engine knows of an exec instance, such as whether it runs and its exit code.
 */
export const execInspect = <ThrowOnError extends boolean = false>(options: Options<ExecInspectData, ThrowOnError>): RequestResult<ExecInspectResponses, ExecInspectErrors, ThrowOnError> => options.client.get<ExecInspectResponses, ExecInspectErrors, ThrowOnError>({ operation: 'ExecInspect', url: '/exec/{id}/json', ...options });

/**
 * List volumes
 *
 * Lists the volumes of all drivers (`docker volume ls`).
 */
export const volumeList = <ThrowOnError extends boolean = false>(options: Options<VolumeListData, ThrowOnError>): RequestResult<VolumeListResponses, VolumeListErrors, ThrowOnError> => options.client.get<VolumeListResponses, VolumeListErrors, ThrowOnError>({ operation: 'VolumeList', url: '/volumes', ...options });

/**
 * Create a volume
 *
 * Creates a volume; one that exists under that name with the same driver is answered as it is (`docker volume create`).
 */
export const volumeCreate = <ThrowOnError extends boolean = false>(options: Options<VolumeCreateData, ThrowOnError>): RequestResult<VolumeCreateResponses, VolumeCreateErrors, ThrowOnError> => options.client.post<VolumeCreateResponses, VolumeCreateErrors, ThrowOnError>({ operation: 'VolumeCreate',
    url: '/volumes/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Remove a volume
 *
 * Removes a volume and what is in it (`docker volume rm`).
 */
export const volumeDelete = <ThrowOnError extends boolean = false>(options: Options<VolumeDeleteData, ThrowOnError>): RequestResult<VolumeDeleteResponses, VolumeDeleteErrors, ThrowOnError> => options.client.delete<VolumeDeleteResponses, VolumeDeleteErrors, ThrowOnError>({ operation: 'VolumeDelete', url: '/volumes/{name}', ...options });

/**
 * Inspect a volume
 *
 * Answers a volume (`docker volume inspect`).
 */
export const volumeInspect = <ThrowOnError extends boolean = false>(options: Options<VolumeInspectData, ThrowOnError>): RequestResult<VolumeInspectResponses, VolumeInspectErrors, ThrowOnError> => options.client.get<VolumeInspectResponses, VolumeInspectErrors, ThrowOnError>({ operation: 'VolumeInspect', url: '/volumes/{name}', ...options });

/**
 * Update a cluster volume
 *
 * Changes the availability of a cluster volume; nothing else can be changed (`docker volume update`).
 */
export const volumeUpdate = <ThrowOnError extends boolean = false>(options: Options<VolumeUpdateData, ThrowOnError>): RequestResult<VolumeUpdateResponses, VolumeUpdateErrors, ThrowOnError> => options.client.put<VolumeUpdateResponses, VolumeUpdateErrors, ThrowOnError>({ operation: 'VolumeUpdate',
    url: '/volumes/{name}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Remove unused volumes
 *
 * Removes volumes that no container uses, by default only anonymous ones (`docker volume prune`).
 */
export const volumePrune = <ThrowOnError extends boolean = false>(options: Options<VolumePruneData, ThrowOnError>): RequestResult<VolumePruneResponses, VolumePruneErrors, ThrowOnError> => options.client.post<VolumePruneResponses, VolumePruneErrors, ThrowOnError>({ operation: 'VolumePrune', url: '/volumes/prune', ...options });

/**
 * List networks
 *
 * Lists networks, without their containers (`docker network ls`).
 */
export const networkList = <ThrowOnError extends boolean = false>(options: Options<NetworkListData, ThrowOnError>): RequestResult<NetworkListResponses, NetworkListErrors, ThrowOnError> => options.client.get<NetworkListResponses, NetworkListErrors, ThrowOnError>({ operation: 'NetworkList', url: '/networks', ...options });

/**
 * Remove a network
 *
 * Removes a network that no container is connected to (`docker network rm`).
 */
export const networkDelete = <ThrowOnError extends boolean = false>(options: Options<NetworkDeleteData, ThrowOnError>): RequestResult<NetworkDeleteResponses, NetworkDeleteErrors, ThrowOnError> => options.client.delete<NetworkDeleteResponses, NetworkDeleteErrors, ThrowOnError>({ operation: 'NetworkDelete', url: '/networks/{id}', ...options });

/**
 * Inspect a network
 *
 * Answers a network with the containers that are connected to it (`docker network inspect`).
 */
export const networkInspect = <ThrowOnError extends boolean = false>(options: Options<NetworkInspectData, ThrowOnError>): RequestResult<NetworkInspectResponses, NetworkInspectErrors, ThrowOnError> => options.client.get<NetworkInspectResponses, NetworkInspectErrors, ThrowOnError>({ operation: 'NetworkInspect', url: '/networks/{id}', ...options });

/**
 * Create a network
 *
 * Creates a network (`docker network create`).
 */
export const networkCreate = <ThrowOnError extends boolean = false>(options: Options<NetworkCreateData, ThrowOnError>): RequestResult<NetworkCreateResponses, NetworkCreateErrors, ThrowOnError> => options.client.post<NetworkCreateResponses, NetworkCreateErrors, ThrowOnError>({ operation: 'NetworkCreate',
    url: '/networks/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Connect a container to a network
 *
 * Connects a container, running or not, to a network beside those that it has (`docker network connect`).
 */
export const networkConnect = <ThrowOnError extends boolean = false>(options: Options<NetworkConnectData, ThrowOnError>): RequestResult<NetworkConnectResponses, NetworkConnectErrors, ThrowOnError> => options.client.post<NetworkConnectResponses, NetworkConnectErrors, ThrowOnError>({ operation: 'NetworkConnect',
    url: '/networks/{id}/connect',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Disconnect a container from a network
 *
 * Takes a container out of a network (`docker network disconnect`).
 */
export const networkDisconnect = <ThrowOnError extends boolean = false>(options: Options<NetworkDisconnectData, ThrowOnError>): RequestResult<NetworkDisconnectResponses, NetworkDisconnectErrors, ThrowOnError> => options.client.post<NetworkDisconnectResponses, NetworkDisconnectErrors, ThrowOnError>({ operation: 'NetworkDisconnect',
    url: '/networks/{id}/disconnect',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Remove unused networks
 *
 * Removes networks that no container is connected to, except the engine's own (`docker network prune`).
 */
export const networkPrune = <ThrowOnError extends boolean = false>(options: Options<NetworkPruneData, ThrowOnError>): RequestResult<NetworkPruneResponses, NetworkPruneErrors, ThrowOnError> => options.client.post<NetworkPruneResponses, NetworkPruneErrors, ThrowOnError>({ operation: 'NetworkPrune', url: '/networks/prune', ...options });

/**
 * List plugins
 *
 * Lists the managed plugins that are installed (`docker plugin ls`).
 */
export const pluginList = <ThrowOnError extends boolean = false>(options: Options<PluginListData, ThrowOnError>): RequestResult<PluginListResponses, PluginListErrors, ThrowOnError> => options.client.get<PluginListResponses, PluginListErrors, ThrowOnError>({ operation: 'PluginList', url: '/plugins', ...options });

/**
 * Tell what rights a plugin wants
 *
 * Asks a registry what a plugin wants to be allowed, so that a person can agree before the pull.
 */
export const getPluginPrivileges = <ThrowOnError extends boolean = false>(options: Options<GetPluginPrivilegesData, ThrowOnError>): RequestResult<GetPluginPrivilegesResponses, GetPluginPrivilegesErrors, ThrowOnError> => options.client.get<GetPluginPrivilegesResponses, GetPluginPrivilegesErrors, ThrowOnError>({ operation: 'GetPluginPrivileges', url: '/plugins/privileges', ...options });

/**
 * Install a plugin
 *
 * Pulls a plugin from a registry and leaves it disabled. The progress is a stream of JSON values (`docker plugin install --disable`).
 */
export const pluginPull = <ThrowOnError extends boolean = false>(options: Options<PluginPullData, ThrowOnError>): RequestResult<PluginPullResponses, PluginPullErrors, ThrowOnError> => options.client.post<PluginPullResponses, PluginPullErrors, ThrowOnError>({ operation: 'PluginPull', result: 'items',
    url: '/plugins/pull',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Inspect a plugin
 *
 * Answers a plugin with its settings (`docker plugin inspect`).
 */
export const pluginInspect = <ThrowOnError extends boolean = false>(options: Options<PluginInspectData, ThrowOnError>): RequestResult<PluginInspectResponses, PluginInspectErrors, ThrowOnError> => options.client.get<PluginInspectResponses, PluginInspectErrors, ThrowOnError>({ operation: 'PluginInspect', url: '/plugins/{name}/json', ...options });

/**
 * Remove a plugin
 *
 * Removes a plugin that is disabled (`docker plugin rm`).
 */
export const pluginDelete = <ThrowOnError extends boolean = false>(options: Options<PluginDeleteData, ThrowOnError>): RequestResult<PluginDeleteResponses, PluginDeleteErrors, ThrowOnError> => options.client.delete<PluginDeleteResponses, PluginDeleteErrors, ThrowOnError>({ operation: 'PluginDelete', url: '/plugins/{name}', ...options });

/**
 * Enable a plugin
 *
 * Starts an installed plugin (`docker plugin enable`).
 */
export const pluginEnable = <ThrowOnError extends boolean = false>(options: Options<PluginEnableData, ThrowOnError>): RequestResult<PluginEnableResponses, PluginEnableErrors, ThrowOnError> => options.client.post<PluginEnableResponses, PluginEnableErrors, ThrowOnError>({ operation: 'PluginEnable', url: '/plugins/{name}/enable', ...options });

/**
 * Disable a plugin
 *
 * Stops a plugin and keeps it installed (`docker plugin disable`).
 */
export const pluginDisable = <ThrowOnError extends boolean = false>(options: Options<PluginDisableData, ThrowOnError>): RequestResult<PluginDisableResponses, PluginDisableErrors, ThrowOnError> => options.client.post<PluginDisableResponses, PluginDisableErrors, ThrowOnError>({ operation: 'PluginDisable', url: '/plugins/{name}/disable', ...options });

/**
 * Upgrade a plugin
 *
 * Replaces a disabled plugin by another version and keeps its settings. The progress is a stream of JSON values (`docker plugin upgrade`).
 */
export const pluginUpgrade = <ThrowOnError extends boolean = false>(options: Options<PluginUpgradeData, ThrowOnError>): RequestResult<PluginUpgradeResponses, PluginUpgradeErrors, ThrowOnError> => options.client.post<PluginUpgradeResponses, PluginUpgradeErrors, ThrowOnError>({ operation: 'PluginUpgrade', result: 'items',
    url: '/plugins/{name}/upgrade',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Create a plugin
 *
 * Makes a plugin of a folder with `config.json` and `rootfs` (`docker plugin create`).
 */
export const pluginCreate = <ThrowOnError extends boolean = false>(options: Options<PluginCreateData, ThrowOnError>): RequestResult<PluginCreateResponses, PluginCreateErrors, ThrowOnError> => options.client.post<PluginCreateResponses, PluginCreateErrors, ThrowOnError>({ operation: 'PluginCreate',
    url: '/plugins/create',
    ...options,
    headers: {
        'Content-Type': 'application/x-tar',
        ...options.headers
    }
});

/**
 * Push a plugin
 *
 * Uploads a plugin to the registry that its name begins with (`docker plugin push`).
 */
export const pluginPush = <ThrowOnError extends boolean = false>(options: Options<PluginPushData, ThrowOnError>): RequestResult<PluginPushResponses, PluginPushErrors, ThrowOnError> => options.client.post<PluginPushResponses, PluginPushErrors, ThrowOnError>({ operation: 'PluginPush', result: 'items', url: '/plugins/{name}/push', ...options });

/**
 * Change settings of a plugin
 *
 * Sets what a disabled plugin declares as settable (`docker plugin set`).
 */
export const pluginSet = <ThrowOnError extends boolean = false>(options: Options<PluginSetData, ThrowOnError>): RequestResult<PluginSetResponses, PluginSetErrors, ThrowOnError> => options.client.post<PluginSetResponses, PluginSetErrors, ThrowOnError>({ operation: 'PluginSet',
    url: '/plugins/{name}/set',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List nodes
 *
 * Lists the machines of the swarm (`docker node ls`).
 */
export const nodeList = <ThrowOnError extends boolean = false>(options: Options<NodeListData, ThrowOnError>): RequestResult<NodeListResponses, NodeListErrors, ThrowOnError> => options.client.get<NodeListResponses, NodeListErrors, ThrowOnError>({ operation: 'NodeList', url: '/nodes', ...options });

/**
 * Remove a node
 *
 * Takes a node that is down out of the swarm (`docker node rm`).
 */
export const nodeDelete = <ThrowOnError extends boolean = false>(options: Options<NodeDeleteData, ThrowOnError>): RequestResult<NodeDeleteResponses, NodeDeleteErrors, ThrowOnError> => options.client.delete<NodeDeleteResponses, NodeDeleteErrors, ThrowOnError>({ operation: 'NodeDelete', url: '/nodes/{id}', ...options });

/**
 * Inspect a node
 *
 * Answers a node of the swarm (`docker node inspect`).
 */
export const nodeInspect = <ThrowOnError extends boolean = false>(options: Options<NodeInspectData, ThrowOnError>): RequestResult<NodeInspectResponses, NodeInspectErrors, ThrowOnError> => options.client.get<NodeInspectResponses, NodeInspectErrors, ThrowOnError>({ operation: 'NodeInspect', url: '/nodes/{id}', ...options });

/**
 * Update a node
 *
 * Changes the name, labels, role or availability of a node (`docker node update`).
 */
export const nodeUpdate = <ThrowOnError extends boolean = false>(options: Options<NodeUpdateData, ThrowOnError>): RequestResult<NodeUpdateResponses, NodeUpdateErrors, ThrowOnError> => options.client.post<NodeUpdateResponses, NodeUpdateErrors, ThrowOnError>({ operation: 'NodeUpdate',
    url: '/nodes/{id}/update',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Inspect the swarm
 *
 * Answers the swarm with the tokens to join it.
 */
export const swarmInspect = <ThrowOnError extends boolean = false>(options: Options<SwarmInspectData, ThrowOnError>): RequestResult<SwarmInspectResponses, SwarmInspectErrors, ThrowOnError> => options.client.get<SwarmInspectResponses, SwarmInspectErrors, ThrowOnError>({ operation: 'SwarmInspect', url: '/swarm', ...options });

/**
 * Start a swarm
 *
 * Makes this node the first manager of a new swarm (`docker swarm init`).
 */
export const swarmInit = <ThrowOnError extends boolean = false>(options: Options<SwarmInitData, ThrowOnError>): RequestResult<SwarmInitResponses, SwarmInitErrors, ThrowOnError> => options.client.post<SwarmInitResponses, SwarmInitErrors, ThrowOnError>({ operation: 'SwarmInit',
    url: '/swarm/init',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Join a swarm
 *
 * Makes this node a member of an existing swarm (`docker swarm join`).
 */
export const swarmJoin = <ThrowOnError extends boolean = false>(options: Options<SwarmJoinData, ThrowOnError>): RequestResult<SwarmJoinResponses, SwarmJoinErrors, ThrowOnError> => options.client.post<SwarmJoinResponses, SwarmJoinErrors, ThrowOnError>({ operation: 'SwarmJoin',
    url: '/swarm/join',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Leave the swarm
 *
 * Takes this node out of its swarm (`docker swarm leave`).
 */
export const swarmLeave = <ThrowOnError extends boolean = false>(options: Options<SwarmLeaveData, ThrowOnError>): RequestResult<SwarmLeaveResponses, SwarmLeaveErrors, ThrowOnError> => options.client.post<SwarmLeaveResponses, SwarmLeaveErrors, ThrowOnError>({ operation: 'SwarmLeave', url: '/swarm/leave', ...options });

/**
 * Update the swarm
 *
 * Changes settings of the swarm and changes its tokens (`docker swarm update`).
 */
export const swarmUpdate = <ThrowOnError extends boolean = false>(options: Options<SwarmUpdateData, ThrowOnError>): RequestResult<SwarmUpdateResponses, SwarmUpdateErrors, ThrowOnError> => options.client.post<SwarmUpdateResponses, SwarmUpdateErrors, ThrowOnError>({ operation: 'SwarmUpdate',
    url: '/swarm/update',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get the unlock key
 *
 * Answers the key that unlocks managers after a restart (`docker swarm unlock-key`).
 */
export const swarmUnlockkey = <ThrowOnError extends boolean = false>(options: Options<SwarmUnlockkeyData, ThrowOnError>): RequestResult<SwarmUnlockkeyResponses, SwarmUnlockkeyErrors, ThrowOnError> => options.client.get<SwarmUnlockkeyResponses, SwarmUnlockkeyErrors, ThrowOnError>({ operation: 'SwarmUnlockkey', url: '/swarm/unlockkey', ...options });

/**
 * Unlock a manager
 *
 * Unlocks a manager that was locked at its restart (`docker swarm unlock`).
 */
export const swarmUnlock = <ThrowOnError extends boolean = false>(options: Options<SwarmUnlockData, ThrowOnError>): RequestResult<SwarmUnlockResponses, SwarmUnlockErrors, ThrowOnError> => options.client.post<SwarmUnlockResponses, SwarmUnlockErrors, ThrowOnError>({ operation: 'SwarmUnlock',
    url: '/swarm/unlock',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List services
 *
 * Lists services (`docker service ls`).
 */
export const serviceList = <ThrowOnError extends boolean = false>(options: Options<ServiceListData, ThrowOnError>): RequestResult<ServiceListResponses, ServiceListErrors, ThrowOnError> => options.client.get<ServiceListResponses, ServiceListErrors, ThrowOnError>({ operation: 'ServiceList', url: '/services', ...options });

/**
 * Create a service
 *
 * Creates a service, whose tasks the swarm then starts (`docker service create`).
 */
export const serviceCreate = <ThrowOnError extends boolean = false>(options: Options<ServiceCreateData, ThrowOnError>): RequestResult<ServiceCreateResponses, ServiceCreateErrors, ThrowOnError> => options.client.post<ServiceCreateResponses, ServiceCreateErrors, ThrowOnError>({ operation: 'ServiceCreate',
    url: '/services/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Remove a service
 *
 * Removes a service and stops its tasks (`docker service rm`).
 */
export const serviceDelete = <ThrowOnError extends boolean = false>(options: Options<ServiceDeleteData, ThrowOnError>): RequestResult<ServiceDeleteResponses, ServiceDeleteErrors, ThrowOnError> => options.client.delete<ServiceDeleteResponses, ServiceDeleteErrors, ThrowOnError>({ operation: 'ServiceDelete', url: '/services/{id}', ...options });

/**
 * Inspect a service
 *
 * Answers a service (`docker service inspect`).
 */
export const serviceInspect = <ThrowOnError extends boolean = false>(options: Options<ServiceInspectData, ThrowOnError>): RequestResult<ServiceInspectResponses, ServiceInspectErrors, ThrowOnError> => options.client.get<ServiceInspectResponses, ServiceInspectErrors, ThrowOnError>({ operation: 'ServiceInspect', url: '/services/{id}', ...options });

/**
 * Update a service
 *
 * Replaces the specification of a service, and its tasks step by step (`docker service update`).
 */
export const serviceUpdate = <ThrowOnError extends boolean = false>(options: Options<ServiceUpdateData, ThrowOnError>): RequestResult<ServiceUpdateResponses, ServiceUpdateErrors, ThrowOnError> => options.client.post<ServiceUpdateResponses, ServiceUpdateErrors, ThrowOnError>({ operation: 'ServiceUpdate',
    url: '/services/{id}/update',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Read the logs of a service
 *
 * Answers what the tasks of a service have written, framed as for `ContainerLogs`. Only the log drivers `json-file`, `journald` and `local` can be read (`docker service logs`).
 */
export const serviceLogs = <ThrowOnError extends boolean = false>(options: Options<ServiceLogsData, ThrowOnError>): RequestResult<ServiceLogsResponses, ServiceLogsErrors, ThrowOnError> => options.client.get<ServiceLogsResponses, ServiceLogsErrors, ThrowOnError>({ operation: 'ServiceLogs', result: 'bytes', url: '/services/{id}/logs', ...options });

/**
 * List tasks
 *
 * Lists tasks (`docker service ps`, `docker node ps`).
 */
export const taskList = <ThrowOnError extends boolean = false>(options: Options<TaskListData, ThrowOnError>): RequestResult<TaskListResponses, TaskListErrors, ThrowOnError> => options.client.get<TaskListResponses, TaskListErrors, ThrowOnError>({ operation: 'TaskList', url: '/tasks', ...options });

/**
 * Inspect a task
 *
 * Answers a task.
 */
export const taskInspect = <ThrowOnError extends boolean = false>(options: Options<TaskInspectData, ThrowOnError>): RequestResult<TaskInspectResponses, TaskInspectErrors, ThrowOnError> => options.client.get<TaskInspectResponses, TaskInspectErrors, ThrowOnError>({ operation: 'TaskInspect', url: '/tasks/{id}', ...options });

/**
 * Read the logs of a task
 *
 * Answers what a task has written, as `ServiceLogs` does for all tasks of a service.
 */
export const taskLogs = <ThrowOnError extends boolean = false>(options: Options<TaskLogsData, ThrowOnError>): RequestResult<TaskLogsResponses, TaskLogsErrors, ThrowOnError> => options.client.get<TaskLogsResponses, TaskLogsErrors, ThrowOnError>({ operation: 'TaskLogs', result: 'bytes', url: '/tasks/{id}/logs', ...options });

/**
 * List secrets
 *
 * Lists secrets, without their data (`docker secret ls`).
 */
export const secretList = <ThrowOnError extends boolean = false>(options: Options<SecretListData, ThrowOnError>): RequestResult<SecretListResponses, SecretListErrors, ThrowOnError> => options.client.get<SecretListResponses, SecretListErrors, ThrowOnError>({ operation: 'SecretList', url: '/secrets', ...options });

/**
 * Create a secret
 *
 * Creates a secret (`docker secret create`).
 */
export const secretCreate = <ThrowOnError extends boolean = false>(options: Options<SecretCreateData, ThrowOnError>): RequestResult<SecretCreateResponses, SecretCreateErrors, ThrowOnError> => options.client.post<SecretCreateResponses, SecretCreateErrors, ThrowOnError>({ operation: 'SecretCreate',
    url: '/secrets/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Remove a secret
 *
 * Removes a secret that no service uses (`docker secret rm`).
 */
export const secretDelete = <ThrowOnError extends boolean = false>(options: Options<SecretDeleteData, ThrowOnError>): RequestResult<SecretDeleteResponses, SecretDeleteErrors, ThrowOnError> => options.client.delete<SecretDeleteResponses, SecretDeleteErrors, ThrowOnError>({ operation: 'SecretDelete', url: '/secrets/{id}', ...options });

/**
 * Inspect a secret
 *
 * Answers a secret without its data (`docker secret inspect`).
 */
export const secretInspect = <ThrowOnError extends boolean = false>(options: Options<SecretInspectData, ThrowOnError>): RequestResult<SecretInspectResponses, SecretInspectErrors, ThrowOnError> => options.client.get<SecretInspectResponses, SecretInspectErrors, ThrowOnError>({ operation: 'SecretInspect', url: '/secrets/{id}', ...options });

/**
 * Update a secret
 *
 * Changes the labels of a secret; nothing else can be changed.
 */
export const secretUpdate = <ThrowOnError extends boolean = false>(options: Options<SecretUpdateData, ThrowOnError>): RequestResult<SecretUpdateResponses, SecretUpdateErrors, ThrowOnError> => options.client.post<SecretUpdateResponses, SecretUpdateErrors, ThrowOnError>({ operation: 'SecretUpdate',
    url: '/secrets/{id}/update',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List configs
 *
 * Lists configs (`docker config ls`).
 */
export const configList = <ThrowOnError extends boolean = false>(options: Options<ConfigListData, ThrowOnError>): RequestResult<ConfigListResponses, ConfigListErrors, ThrowOnError> => options.client.get<ConfigListResponses, ConfigListErrors, ThrowOnError>({ operation: 'ConfigList', url: '/configs', ...options });

/**
 * Create a config
 *
 * Creates a config (`docker config create`).
 */
export const configCreate = <ThrowOnError extends boolean = false>(options: Options<ConfigCreateData, ThrowOnError>): RequestResult<ConfigCreateResponses, ConfigCreateErrors, ThrowOnError> => options.client.post<ConfigCreateResponses, ConfigCreateErrors, ThrowOnError>({ operation: 'ConfigCreate',
    url: '/configs/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Remove a config
 *
 * Removes a config that no service uses (`docker config rm`).
 */
export const configDelete = <ThrowOnError extends boolean = false>(options: Options<ConfigDeleteData, ThrowOnError>): RequestResult<ConfigDeleteResponses, ConfigDeleteErrors, ThrowOnError> => options.client.delete<ConfigDeleteResponses, ConfigDeleteErrors, ThrowOnError>({ operation: 'ConfigDelete', url: '/configs/{id}', ...options });

/**
 * Inspect a config
 *
 * Answers a config with its data (`docker config inspect`).
 */
export const configInspect = <ThrowOnError extends boolean = false>(options: Options<ConfigInspectData, ThrowOnError>): RequestResult<ConfigInspectResponses, ConfigInspectErrors, ThrowOnError> => options.client.get<ConfigInspectResponses, ConfigInspectErrors, ThrowOnError>({ operation: 'ConfigInspect', url: '/configs/{id}', ...options });

/**
 * Update a config
 *
 * Changes the labels of a config; nothing else can be changed.
 */
export const configUpdate = <ThrowOnError extends boolean = false>(options: Options<ConfigUpdateData, ThrowOnError>): RequestResult<ConfigUpdateResponses, ConfigUpdateErrors, ThrowOnError> => options.client.post<ConfigUpdateResponses, ConfigUpdateErrors, ThrowOnError>({ operation: 'ConfigUpdate',
    url: '/configs/{id}/update',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Look up an image in its registry
 *
 * Asks a registry for the digest and the platforms of an image, without pulling it. Credentials are taken from the header `X-Registry-Auth`.
 */
export const distributionInspect = <ThrowOnError extends boolean = false>(options: Options<DistributionInspectData, ThrowOnError>): RequestResult<DistributionInspectResponses, DistributionInspectErrors, ThrowOnError> => options.client.get<DistributionInspectResponses, DistributionInspectErrors, ThrowOnError>({ operation: 'DistributionInspect', url: '/distribution/{name}/json', ...options });

/**
 * Tell how a container was made
 *
 * Answers the OCI runtime specification with which the container was last started (with which it would be started, before its first start), and for each place of it the plugin and the API field that put the value there.
 */
export const arcaContainerSpec = <ThrowOnError extends boolean = false>(options: Options<ArcaContainerSpecData, ThrowOnError>): RequestResult<ArcaContainerSpecResponses, ArcaContainerSpecErrors, ThrowOnError> => options.client.get<ArcaContainerSpecResponses, ArcaContainerSpecErrors, ThrowOnError>({ operation: 'ArcaContainerSpec', url: '/arca/containers/{id}/spec', ...options });

/**
 * Tell how a container would be made
 *
 * Does all that `ContainerCreate` does with the same body up to the OCI runtime specification, and creates nothing.
 */
export const arcaContainerExplain = <ThrowOnError extends boolean = false>(options: Options<ArcaContainerExplainData, ThrowOnError>): RequestResult<ArcaContainerExplainResponses, ArcaContainerExplainErrors, ThrowOnError> => options.client.post<ArcaContainerExplainResponses, ArcaContainerExplainErrors, ThrowOnError>({ operation: 'ArcaContainerExplain',
    url: '/arca/containers/explain',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the fields of the API and their owners
 *
 * Answers which plugin owns each field of the API that configures a container, which places of the OCI runtime specification that plugin writes for it and which options of the docker CLI it stands for.
 */
export const arcaCoverage = <ThrowOnError extends boolean = false>(options: Options<ArcaCoverageData, ThrowOnError>): RequestResult<ArcaCoverageResponses, ArcaCoverageErrors, ThrowOnError> => options.client.get<ArcaCoverageResponses, ArcaCoverageErrors, ThrowOnError>({ operation: 'ArcaCoverage', url: '/arca/coverage', ...options });

/**
 * Tell figures for monitoring
 *
 * Answers in Prometheus's text format: `arca_containers` by state, and `arca_container_log_dropped_total`, the messages that `mode=non-blocking` has dropped since each container was last started, which inspecting a container shows as `LogDropped`; and `arca_start_hook_seconds`, how often and how long each feature has worked on starts.
 */
export const arcaMetrics = <ThrowOnError extends boolean = false>(options: Options<ArcaMetricsData, ThrowOnError>): RequestResult<ArcaMetricsResponses, ArcaMetricsErrors, ThrowOnError> => options.client.get<ArcaMetricsResponses, ArcaMetricsErrors, ThrowOnError>({ operation: 'ArcaMetrics', url: '/arca/metrics', ...options });

/**
 * Start a prepared process over a WebSocket
 *
 * Does what `ExecStart` does over a WebSocket. Output comes in binary messages without frames, so that both output streams are mixed; each message of the client is input. The process runs when the handshake is done, and one that cannot be started is refused by an ordinary answer. The WebSocket is closed when the process ends; its exit code is in `ExecInspect`, and `ExecResize` changes the size of its terminal.
 */
export const arcaExecWebsocket = <ThrowOnError extends boolean = false>(options: Options<ArcaExecWebsocketData, ThrowOnError>): RequestResult<ArcaExecWebsocketResponses, ArcaExecWebsocketErrors, ThrowOnError> => options.client.get<ArcaExecWebsocketResponses, ArcaExecWebsocketErrors, ThrowOnError>({ operation: 'ArcaExecWebsocket', result: 'socket', url: '/arca/exec/{id}/ws', ...options });

/**
 * Read the logs of a container over a WebSocket
 *
 * Does what `ContainerLogs` does over a WebSocket: the log comes in binary messages without frames, so that both streams are mixed. What the client sends is not looked at. The WebSocket is closed at the end of the log.
 */
export const arcaContainerLogsWebsocket = <ThrowOnError extends boolean = false>(options: Options<ArcaContainerLogsWebsocketData, ThrowOnError>): RequestResult<ArcaContainerLogsWebsocketResponses, ArcaContainerLogsWebsocketErrors, ThrowOnError> => options.client.get<ArcaContainerLogsWebsocketResponses, ArcaContainerLogsWebsocketErrors, ThrowOnError>({ operation: 'ArcaContainerLogsWebsocket', result: 'socket', url: '/arca/containers/{id}/logs/ws', ...options });

/**
 * Watch events over a WebSocket
 *
 * Does what `SystemEvents` does over a WebSocket: each event is the JSON of an `EventMessage` in a text message of its own. What the client sends is not looked at. The WebSocket is closed at `until`.
 */
export const arcaEventsWebsocket = <ThrowOnError extends boolean = false>(options: Options<ArcaEventsWebsocketData, ThrowOnError>): RequestResult<ArcaEventsWebsocketResponses, ArcaEventsWebsocketErrors, ThrowOnError> => options.client.get<ArcaEventsWebsocketResponses, ArcaEventsWebsocketErrors, ThrowOnError>({ operation: 'ArcaEventsWebsocket', result: 'socket', url: '/arca/events/ws', ...options });
