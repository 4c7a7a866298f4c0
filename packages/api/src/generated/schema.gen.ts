// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */
export interface paths {
    "/containers/json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List containers
         * @description Lists containers, newest first; the running ones only unless `all` or a filter on the state asks for more. The same as `docker ps`.
         */
        get: operations["ContainerList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a container
         * @description Creates a container from an image and leaves it unstarted. Nothing is pulled: an image that is missing is answered by 404, and the client pulls it and asks again. The same as `docker create`.
         */
        post: operations["ContainerCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a container
         * @description Answers all that the engine knows of a container (`docker inspect`).
         */
        get: operations["ContainerInspect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/top": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the processes of a container
         * @description Runs `ps` on the host and keeps the lines of the container's processes. The process ids are those of the host (`docker top`).
         */
        get: operations["ContainerTop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the logs of a container
         * @description Answers what the container has written, from the log that its log driver keeps. Without a terminal the two streams are multiplexed: before each piece stand eight bytes, namely the stream (1 stdout, 2 stderr), three zeros and the length as a big-endian 32-bit number. With a terminal the bytes come as they are. At least one of `stdout` and `stderr` must be wanted (`docker logs`).
         */
        get: operations["ContainerLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a container changed in its file system
         * @description Compares the container's file system with its image (`docker diff`).
         */
        get: operations["ContainerChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the file system of a container
         * @description Answers the container's whole file system, without volumes, as a tar file (`docker export`).
         */
        get: operations["ContainerExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the resource usage of a container
         * @description Answers one sample of the container's resource usage each second until the client closes the connection. A stopped container has samples whose figures are zero (`docker stats`).
         */
        get: operations["ContainerStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/resize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resize the terminal of a container
         * @description Sets the size of the terminal of a running container (`docker run -t` does so at each change).
         */
        post: operations["ContainerResize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a container
         * @description Starts a container that is created or has ended (`docker start`).
         */
        post: operations["ContainerStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a container
         * @description Asks the container to end by its stop signal and kills it when it has not ended in time (`docker stop`).
         */
        post: operations["ContainerStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restart a container
         * @description Stops the container if it runs, as `ContainerStop` does, and starts it (`docker restart`).
         */
        post: operations["ContainerRestart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a signal to a container
         * @description Sends a signal to the first process of the container, by default the one that ends it (`docker kill`).
         */
        post: operations["ContainerKill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the resource limits of a container
         * @description Changes limits and the restart policy of a container, of a running one at once. What the body leaves out stays as it is (`docker update`).
         */
        post: operations["ContainerUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a container
         * @description Gives the container another name; its id and its open connections stay (`docker rename`).
         */
        post: operations["ContainerRename"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a container
         * @description Freezes all processes of the container by its cgroup; they get no signal and cannot tell (`docker pause`).
         */
        post: operations["ContainerPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/unpause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a container
         * @description Thaws the processes of a paused container (`docker unpause`).
         */
        post: operations["ContainerUnpause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach to a container
         * @description Connects the client to the standard streams of a container, to read what it writes, to write what it reads, or both; several clients may be attached at a time. The connection turns into a raw stream: with `Upgrade: tcp` and `Connection: Upgrade` in the request it is answered by 101, without by 200. Without a terminal, what the container writes is multiplexed as for `ContainerLogs`; what the client sends is never framed. A client that closes its sending half ends the container's input, if that is wanted by `StdinOnce` (`docker attach`).
         */
        post: operations["ContainerAttach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/attach/ws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Attach to a container over a WebSocket
         * @description Does what `ContainerAttach` does over a WebSocket. Output comes in binary messages without frames, so both output streams are mixed; each message of the client is input.
         */
        get: operations["ContainerAttachWebsocket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait for a container
         * @description Answers the exit code of the container once the condition holds. The head of the answer is sent at once, as soon as the wait is in place, so that a client can start the container without missing its end (`docker wait`).
         */
        post: operations["ContainerWait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a container
         * @description Removes a container with its writable layer and its log (`docker rm`).
         */
        delete: operations["ContainerDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read files from a container
         * @description Answers a file or folder of a container as a tar file, with the header of `ContainerArchiveInfo`. It works on stopped containers too. A path that ends in `/.` gives what is in a folder without the folder itself (`docker cp` from a container).
         */
        get: operations["ContainerArchive"];
        /**
         * Write files into a container
         * @description Unpacks a tar file, plain or compressed by gzip, bzip2, xz or zstd, into a folder of a container; it may be stopped (`docker cp` to a container).
         */
        put: operations["PutContainerArchive"];
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Look up a path in a container
         * @description Tells of what kind and how large a path inside a container is, in a header (`docker cp` asks first).
         */
        head: operations["ContainerArchiveInfo"];
        patch?: never;
        trace?: never;
    };
    "/containers/prune": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove stopped containers
         * @description Removes all containers that do not run (`docker container prune`).
         */
        post: operations["ContainerPrune"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List images
         * @description Lists the images of the local store, newest first (`docker images`).
         */
        get: operations["ImageList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Build an image
         * @description Builds an image from a Dockerfile and a context, and answers the progress as a stream of JSON values; a build that fails is answered by 200 too, with the error as the last value. A client that goes away cancels the build (`docker build`).
         */
        post: operations["ImageBuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/prune": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove build cache
         * @description Removes entries of the build cache that no build uses (`docker builder prune`).
         */
        post: operations["BuildPrune"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pull or import an image
         * @description Pulls an image from a registry (`fromImage`), or makes one of the files in a tar file (`fromSrc`). The progress is a stream of JSON values; a failure after the first of them is the last value's `error` (`docker pull`, `docker import`).
         */
        post: operations["ImageCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{name}/json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect an image
         * @description Answers all that the engine knows of an image (`docker image inspect`).
         */
        get: operations["ImageInspect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{name}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the steps that made an image
         * @description Answers the steps by which an image was built, last first (`docker history`).
         */
        get: operations["ImageHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{name}/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push an image
         * @description Uploads an image to the registry that its name begins with. The progress is a stream of JSON values; a failure after the first of them is the last value's `error` (`docker push`).
         */
        post: operations["ImagePush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{name}/tag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name an image
         * @description Gives an image a further name, which another image loses if it has it (`docker tag`).
         */
        post: operations["ImageTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an image
         * @description Removes a name of an image and, with its last name, the image and its untagged parents (`docker rmi`).
         */
        delete: operations["ImageDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search for images
         * @description Asks the search of Docker Hub for images (`docker search`).
         */
        get: operations["ImageSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/prune": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove unused images
         * @description Removes images that no container uses, by default only those without a name (`docker image prune`).
         */
        post: operations["ImagePrune"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check credentials
         * @description Tries credentials at a registry and answers an identity token if the registry gives one (`docker login`).
         */
        post: operations["SystemAuth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe the engine
         * @description Answers what the engine is, what its host can do and what it holds (`docker info`).
         */
        get: operations["SystemInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell versions
         * @description Answers the versions of the engine, of the API and of the parts below (`docker version`).
         */
        get: operations["SystemVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ping the engine
         * @description Answers `OK`, and in headers what a client needs to know first. It works with any version prefix, and so clients learn which version to speak.
         */
        get: operations["SystemPing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Ping the engine without a body
         * @description The same as `SystemPing`, with its headers only.
         */
        head: operations["SystemPingHead"];
        patch?: never;
        trace?: never;
    };
    "/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an image of a container
         * @description Makes an image of a container's file system and configuration (`docker commit`).
         */
        post: operations["ImageCommit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow events
         * @description Answers events of the engine as they happen, as a stream of JSON values, until the client goes or `until` is reached. The head of the answer is sent at once. Events of the past, of which the last 256 are kept, come first if `since` asks for them (`docker events`).
         */
        get: operations["SystemEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/df": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what takes disk space
         * @description Answers images, containers, volumes and build cache with their sizes (`docker system df`).
         */
        get: operations["SystemDataUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{name}/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Save an image
         * @description Answers an image with all its layers as a tar file in the OCI image layout, with the `manifest.json` that older engines read (`docker save`). A name without a tag gives every tag.
         */
        get: operations["ImageGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Save several images
         * @description Answers several images in one tar file, with layers they share once (`docker save a b`).
         */
        get: operations["ImageGetAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Load images
         * @description Takes the images of a tar file, as `ImageGet` gives it, into the store. The progress is a stream of JSON values, of which the last name the images (`docker load`).
         */
        post: operations["ImageLoad"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{id}/exec": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prepare a process in a container
         * @description Sets up a process to be run in a running container, without starting it; `ExecStart` does (`docker exec`).
         */
        post: operations["ContainerExec"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exec/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a prepared process
         * @description Starts an exec instance and, unless it is detached, connects the client to its streams as `ContainerAttach` does: by 101 when the client asked for an upgrade, else by 200, then framed unless the instance has a terminal. The connection ends with the process; its exit code is in `ExecInspect`.
         */
        post: operations["ExecStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exec/{id}/resize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resize the terminal of a process
         * @description Sets the size of the terminal of a running exec instance that has one.
         */
        post: operations["ExecResize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exec/{id}/json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a process
         * @description Answers what the engine knows of an exec instance, such as whether it runs and its exit code.
         */
        get: operations["ExecInspect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volumes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List volumes
         * @description Lists the volumes of all drivers (`docker volume ls`).
         */
        get: operations["VolumeList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volumes/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a volume
         * @description Creates a volume; one that exists under that name with the same driver is answered as it is (`docker volume create`).
         */
        post: operations["VolumeCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volumes/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a volume
         * @description Answers a volume (`docker volume inspect`).
         */
        get: operations["VolumeInspect"];
        /**
         * Update a cluster volume
         * @description Changes the availability of a cluster volume; nothing else can be changed (`docker volume update`).
         */
        put: operations["VolumeUpdate"];
        post?: never;
        /**
         * Remove a volume
         * @description Removes a volume and what is in it (`docker volume rm`).
         */
        delete: operations["VolumeDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volumes/prune": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove unused volumes
         * @description Removes volumes that no container uses, by default only anonymous ones (`docker volume prune`).
         */
        post: operations["VolumePrune"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List networks
         * @description Lists networks, without their containers (`docker network ls`).
         */
        get: operations["NetworkList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/networks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a network
         * @description Answers a network with the containers that are connected to it (`docker network inspect`).
         */
        get: operations["NetworkInspect"];
        put?: never;
        post?: never;
        /**
         * Remove a network
         * @description Removes a network that no container is connected to (`docker network rm`).
         */
        delete: operations["NetworkDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/networks/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a network
         * @description Creates a network (`docker network create`).
         */
        post: operations["NetworkCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/networks/{id}/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect a container to a network
         * @description Connects a container, running or not, to a network beside those that it has (`docker network connect`).
         */
        post: operations["NetworkConnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/networks/{id}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disconnect a container from a network
         * @description Takes a container out of a network (`docker network disconnect`).
         */
        post: operations["NetworkDisconnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/networks/prune": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove unused networks
         * @description Removes networks that no container is connected to, except the engine's own (`docker network prune`).
         */
        post: operations["NetworkPrune"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List plugins
         * @description Lists the managed plugins that are installed (`docker plugin ls`).
         */
        get: operations["PluginList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins/privileges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what rights a plugin wants
         * @description Asks a registry what a plugin wants to be allowed, so that a person can agree before the pull.
         */
        get: operations["GetPluginPrivileges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Install a plugin
         * @description Pulls a plugin from a registry and leaves it disabled. The progress is a stream of JSON values (`docker plugin install --disable`).
         */
        post: operations["PluginPull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins/{name}/json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a plugin
         * @description Answers a plugin with its settings (`docker plugin inspect`).
         */
        get: operations["PluginInspect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a plugin
         * @description Removes a plugin that is disabled (`docker plugin rm`).
         */
        delete: operations["PluginDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins/{name}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a plugin
         * @description Starts an installed plugin (`docker plugin enable`).
         */
        post: operations["PluginEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins/{name}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a plugin
         * @description Stops a plugin and keeps it installed (`docker plugin disable`).
         */
        post: operations["PluginDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins/{name}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upgrade a plugin
         * @description Replaces a disabled plugin by another version and keeps its settings. The progress is a stream of JSON values (`docker plugin upgrade`).
         */
        post: operations["PluginUpgrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a plugin
         * @description Makes a plugin of a folder with `config.json` and `rootfs` (`docker plugin create`).
         */
        post: operations["PluginCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins/{name}/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push a plugin
         * @description Uploads a plugin to the registry that its name begins with (`docker plugin push`).
         */
        post: operations["PluginPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plugins/{name}/set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change settings of a plugin
         * @description Sets what a disabled plugin declares as settable (`docker plugin set`).
         */
        post: operations["PluginSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List nodes
         * @description Lists the machines of the swarm (`docker node ls`).
         */
        get: operations["NodeList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nodes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a node
         * @description Answers a node of the swarm (`docker node inspect`).
         */
        get: operations["NodeInspect"];
        put?: never;
        post?: never;
        /**
         * Remove a node
         * @description Takes a node that is down out of the swarm (`docker node rm`).
         */
        delete: operations["NodeDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nodes/{id}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update a node
         * @description Changes the name, labels, role or availability of a node (`docker node update`).
         */
        post: operations["NodeUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/swarm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect the swarm
         * @description Answers the swarm with the tokens to join it.
         */
        get: operations["SwarmInspect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/swarm/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a swarm
         * @description Makes this node the first manager of a new swarm (`docker swarm init`).
         */
        post: operations["SwarmInit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/swarm/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a swarm
         * @description Makes this node a member of an existing swarm (`docker swarm join`).
         */
        post: operations["SwarmJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/swarm/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the swarm
         * @description Takes this node out of its swarm (`docker swarm leave`).
         */
        post: operations["SwarmLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/swarm/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update the swarm
         * @description Changes settings of the swarm and changes its tokens (`docker swarm update`).
         */
        post: operations["SwarmUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/swarm/unlockkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the unlock key
         * @description Answers the key that unlocks managers after a restart (`docker swarm unlock-key`).
         */
        get: operations["SwarmUnlockkey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/swarm/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock a manager
         * @description Unlocks a manager that was locked at its restart (`docker swarm unlock`).
         */
        post: operations["SwarmUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List services
         * @description Lists services (`docker service ls`).
         */
        get: operations["ServiceList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a service
         * @description Creates a service, whose tasks the swarm then starts (`docker service create`).
         */
        post: operations["ServiceCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a service
         * @description Answers a service (`docker service inspect`).
         */
        get: operations["ServiceInspect"];
        put?: never;
        post?: never;
        /**
         * Remove a service
         * @description Removes a service and stops its tasks (`docker service rm`).
         */
        delete: operations["ServiceDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{id}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update a service
         * @description Replaces the specification of a service, and its tasks step by step (`docker service update`).
         */
        post: operations["ServiceUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the logs of a service
         * @description Answers what the tasks of a service have written, framed as for `ContainerLogs`. Only the log drivers `json-file`, `journald` and `local` can be read (`docker service logs`).
         */
        get: operations["ServiceLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks
         * @description Lists tasks (`docker service ps`, `docker node ps`).
         */
        get: operations["TaskList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a task
         * @description Answers a task.
         */
        get: operations["TaskInspect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the logs of a task
         * @description Answers what a task has written, as `ServiceLogs` does for all tasks of a service.
         */
        get: operations["TaskLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List secrets
         * @description Lists secrets, without their data (`docker secret ls`).
         */
        get: operations["SecretList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/secrets/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a secret
         * @description Creates a secret (`docker secret create`).
         */
        post: operations["SecretCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/secrets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a secret
         * @description Answers a secret without its data (`docker secret inspect`).
         */
        get: operations["SecretInspect"];
        put?: never;
        post?: never;
        /**
         * Remove a secret
         * @description Removes a secret that no service uses (`docker secret rm`).
         */
        delete: operations["SecretDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/secrets/{id}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update a secret
         * @description Changes the labels of a secret; nothing else can be changed.
         */
        post: operations["SecretUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List configs
         * @description Lists configs (`docker config ls`).
         */
        get: operations["ConfigList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/configs/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a config
         * @description Creates a config (`docker config create`).
         */
        post: operations["ConfigCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/configs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a config
         * @description Answers a config with its data (`docker config inspect`).
         */
        get: operations["ConfigInspect"];
        put?: never;
        post?: never;
        /**
         * Remove a config
         * @description Removes a config that no service uses (`docker config rm`).
         */
        delete: operations["ConfigDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/configs/{id}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update a config
         * @description Changes the labels of a config; nothing else can be changed.
         */
        post: operations["ConfigUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/{name}/json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up an image in its registry
         * @description Asks a registry for the digest and the platforms of an image, without pulling it. Credentials are taken from the header `X-Registry-Auth`.
         */
        get: operations["DistributionInspect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a session
         * @description Turns the connection into HTTP/2 without TLS, over which the engine calls services of the client: files, secrets and credentials that a BuildKit build asks for. The request has `Upgrade: h2c` and headers that begin with `X-Docker-Expose-Session-`.
         */
        post: operations["Session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/arca/containers/{id}/spec": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how a container was made
         * @description Answers the OCI runtime specification with which the container was last started (with which it would be started, before its first start), and for each place of it the plugin and the API field that put the value there.
         */
        get: operations["ArcaContainerSpec"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/arca/containers/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell how a container would be made
         * @description Does all that `ContainerCreate` does with the same body up to the OCI runtime specification, and creates nothing.
         */
        post: operations["ArcaContainerExplain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/arca/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the fields of the API and their owners
         * @description Answers which plugin owns each field of the API that configures a container, which places of the OCI runtime specification that plugin writes for it and which options of the docker CLI it stands for.
         */
        get: operations["ArcaCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/arca/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell figures for monitoring
         * @description Answers in Prometheus's text format: `arca_containers` by state, and `arca_container_log_dropped_total`, the messages that `mode=non-blocking` has dropped since each container was last started, which inspecting a container shows as `LogDropped`; and `arca_start_hook_seconds`, how often and how long each feature has worked on starts.
         */
        get: operations["ArcaMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grpc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Speak gRPC with BuildKit
         * @description Turns the connection into HTTP/2 without TLS, over which the client calls the services of BuildKit. dockerd has this path, too, though its description does not; `docker buildx` builds by it. The request has `Upgrade: h2c`.
         */
        post: operations["BuildKitGrpc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/arca/exec/{id}/ws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Start a prepared process over a WebSocket
         * @description Does what `ExecStart` does over a WebSocket. Output comes in binary messages without frames, so that both output streams are mixed; each message of the client is input. The process runs when the handshake is done, and one that cannot be started is refused by an ordinary answer. The WebSocket is closed when the process ends; its exit code is in `ExecInspect`, and `ExecResize` changes the size of its terminal.
         */
        get: operations["ArcaExecWebsocket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/arca/containers/{id}/logs/ws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the logs of a container over a WebSocket
         * @description Does what `ContainerLogs` does over a WebSocket: the log comes in binary messages without frames, so that both streams are mixed. What the client sends is not looked at. The WebSocket is closed at the end of the log.
         */
        get: operations["ArcaContainerLogsWebsocket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/arca/events/ws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch events over a WebSocket
         * @description Does what `SystemEvents` does over a WebSocket: each event is the JSON of an `EventMessage` in a text message of its own. What the client sends is not looked at. The WebSocket is closed at `until`.
         */
        get: operations["ArcaEventsWebsocket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An address with the length of its prefix. */
        Address: {
            /** @description The IP address. */
            Addr?: string;
            /** @description The length of the prefix in bits. */
            PrefixLen?: number;
        };
        /** @description The AppArmor profile of a container. */
        AppArmorOptions: {
            /**
             * @description The engine's own profile or none.
             * @enum {string}
             */
            Mode?: "default" | "disabled";
        };
        /** @description How a container would be made. */
        ArcaContainerExplainResponse: {
            /** @description The specification as the runtime would get it. */
            Spec: components["schemas"]["ArcaOciSpec"];
            /** @description Where each of its values comes from. */
            Provenance: components["schemas"]["ArcaProvenance"];
            /** @description What creation would warn of, in words for people. */
            Warnings: string[];
        };
        /** @description An OCI runtime specification, and where its values come from. */
        ArcaContainerSpecResponse: {
            /** @description The specification as the runtime gets it. */
            Spec: components["schemas"]["ArcaOciSpec"];
            /** @description Where each of its values comes from. */
            Provenance: components["schemas"]["ArcaProvenance"];
        };
        /** @description A field of the API and its owner. */
        ArcaCoverageItem: {
            /** @description The field, such as `HostConfig.Memory`. */
            Field: string;
            /** @description The id of the plugin that owns it. */
            Plugin: string;
            /** @description The places of the OCI runtime specification that the plugin writes; none when the field has its effect elsewhere. */
            Rooms: string[];
            /** @description The options of the docker CLI that it stands for, such as `--memory`. */
            Flags: string[];
            /** @description Where a field without a place in the specification has its effect; absent for others. */
            Effect?: string;
        };
        /** @description An OCI runtime specification (`config.json` of a bundle). */
        ArcaOciSpec: {
            [key: string]: unknown;
        };
        /** @description Who put a value into the specification, and why. */
        ArcaOrigin: {
            /** @description The plugin's id, such as `memory`. */
            Plugin: string;
            /** @description The API field that the value was made of, such as `HostConfig.Memory`; `default` when it depends on none. */
            Field: string;
            /** @description The value of that field, after defaults; absent when it has none. */
            Value?: unknown;
        };
        /** @description The origin of values by their place in the specification, such as `linux.resources.memory`; members of collections are places of their own, such as `mounts[/etc/hosts]` or `process.env[PATH]`. */
        ArcaProvenance: {
            [key: string]: components["schemas"]["ArcaOrigin"];
        };
        /** @description Credentials for a registry. A name with a password, or one of the tokens. */
        AuthConfig: {
            /** @description The user's name. */
            username?: string;
            /** @description The password. */
            password?: string;
            /** @description The user's mail address; counts for nothing any more. */
            email?: string;
            /** @description The registry, a host name with or without scheme and path. */
            serveraddress?: string;
            /** @description Name and password joined by a colon, in base64, as configuration files of clients have them. */
            auth?: string;
            /** @description A token that the registry gave for the credentials, to be used instead of a password. */
            identitytoken?: string;
            /** @description A token to be sent to the registry as it is. */
            registrytoken?: string;
        };
        /** @description An entry of the build cache. */
        BuildCache: {
            /** @description Its id. */
            ID?: string;
            /** @description The ids of the entries that it rests on. */
            Parents?: string[] | null;
            /**
             * @description What it keeps.
             * @enum {string}
             */
            Type?: "internal" | "frontend" | "source.local" | "source.git.checkout" | "exec.cachemount" | "regular";
            /** @description What made it. */
            Description?: string;
            /** @description Whether a build uses it now. */
            InUse?: boolean;
            /** @description Whether something else than the cache uses it too. */
            Shared?: boolean;
            /** @description The bytes that it takes on disk. */
            Size?: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            CreatedAt?: string;
            /**
             * Format: date-time
             * @description When it was last used; null when it never was.
             */
            LastUsedAt?: string | null;
            /** @description How often it was used. */
            UsageCount?: number;
        };
        /** @description A value in the progress of a build or of loading images. Which fields are set depends on what there is to tell. */
        BuildInfo: {
            /** @description The layer or step that the status is of. */
            id?: string;
            /** @description A piece of output for people. */
            stream?: string;
            /** @description Why it failed; the last value then. */
            error?: string | null;
            /** @description The failure with its code. */
            errorDetail?: components["schemas"]["ErrorDetail"];
            /** @description What is being done. */
            status?: string;
            /** @description A bar for people; absent for clients that draw their own. */
            progress?: string | null;
            /** @description How far it has got. */
            progressDetail?: components["schemas"]["ProgressDetail"];
            /** @description The id of the image that was built. */
            aux?: components["schemas"]["ImageID"];
        };
        /** @description The cache entries that were removed. */
        BuildPruneResponse: {
            /** @description The ids of the removed entries; null when there were none. */
            CachesDeleted?: string[] | null;
            /**
             * Format: int64
             * @description How many bytes of the disk are free again.
             */
            SpaceReclaimed?: number;
        };
        /** @description How certificates are issued. */
        CAConfig: {
            /**
             * Format: int64
             * @description How long a node's certificate is valid, in nanoseconds (`--cert-expiry`).
             */
            NodeCertExpiry?: number;
            /** @description Authorities that sign instead of the managers (`--external-ca`). */
            ExternalCAs?: components["schemas"]["ExternalCA"][];
            /** @description The certificate of the signing authority, in PEM. Empty in answers. */
            SigningCACert?: string;
            /** @description The key of the signing authority, in PEM. Empty in answers. */
            SigningCAKey?: string;
            /**
             * Format: uint64
             * @description A number whose growth makes a new authority.
             */
            ForceRotate?: number;
        };
        /** @description The capacity wanted of a cluster volume. */
        CapacityRange: {
            /**
             * Format: int64
             * @description The least capacity in bytes; 0 for any (`--required-bytes`).
             */
            RequiredBytes?: number;
            /**
             * Format: int64
             * @description The greatest capacity in bytes; 0 for no limit (`--limit-bytes`).
             */
            LimitBytes?: number;
        };
        /**
         * Format: uint8
         * @description What happened to a path: 0 changed, 1 added, 2 deleted.
         * @enum {integer}
         */
        ChangeType: 0 | 1 | 2;
        /** @description The swarm. */
        ClusterInfo: {
            /** @description Its id. */
            ID?: string;
            /** @description Its version, to be sent with an update. */
            Version?: components["schemas"]["ObjectVersion"];
            /**
             * Format: date-time
             * @description When it was started.
             */
            CreatedAt?: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            UpdatedAt?: string;
            /** @description Its settings. */
            Spec?: components["schemas"]["SwarmSpec"];
            /** @description The certificates that its nodes trust. */
            TLSInfo?: components["schemas"]["TLSInfo"];
            /** @description Whether nodes are being given certificates of a new authority. */
            RootRotationInProgress?: boolean;
            /**
             * Format: uint32
             * @description The UDP port of the traffic between containers; 0 stands for 4789.
             * @default 4789
             */
            DataPathPort?: number;
            /** @description The addresses from which networks get subnets. */
            DefaultAddrPool?: string[];
            /**
             * Format: uint32
             * @description The length of the prefix of such a subnet, in bits.
             * @default 24
             */
            SubnetSize?: number;
        };
        /** @description A volume that a swarm manages by a CSI plugin. */
        ClusterVolume: {
            /** @description Its id in the swarm. */
            ID?: string;
            /** @description Its version, to be sent with an update. */
            Version?: components["schemas"]["ObjectVersion"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            CreatedAt?: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            UpdatedAt?: string;
            /** @description What is wanted of it. */
            Spec?: components["schemas"]["ClusterVolumeSpec"];
            /** @description What the plugin says of it. */
            Info?: components["schemas"]["ClusterVolumeInfo"];
            /** @description The nodes that it is or shall be available on. */
            PublishStatus?: components["schemas"]["ClusterVolumePublishStatus"][];
        };
        /** @description How tasks use a cluster volume. One of `MountVolume` and `BlockVolume` is set. */
        ClusterVolumeAccessMode: {
            /**
             * @description On how many nodes it may be used, one or several (`--scope`).
             * @default single
             * @enum {string}
             */
            Scope?: "single" | "multi";
            /**
             * @description How many tasks may use it at a time, and how (`--sharing`).
             * @default none
             * @enum {string}
             */
            Sharing?: "none" | "readonly" | "onewriter" | "all";
            /** @description It is mounted as a file system (`--type mount`). */
            MountVolume?: components["schemas"]["ClusterVolumeMount"];
            /** @description It is given as a block device (`--type block`). */
            BlockVolume?: components["schemas"]["EmptyObject"];
        };
        /** @description What a CSI plugin says of a volume. */
        ClusterVolumeInfo: {
            /**
             * Format: int64
             * @description Its capacity in bytes; 0 when the plugin does not say.
             */
            CapacityBytes?: number;
            /** @description Values that the plugin wants back. */
            VolumeContext?: {
                [key: string]: string;
            };
            /** @description Its id for the plugin. */
            VolumeID?: string;
            /** @description Where it can be reached from. */
            AccessibleTopology?: components["schemas"]["Topology"][];
        };
        /** @description How a cluster volume is mounted. */
        ClusterVolumeMount: {
            /** @description The file system; empty for the plugin's default. */
            FsType?: string;
            /** @description Mount options. */
            MountFlags?: string[];
        };
        /** @description The availability of a cluster volume on a node. */
        ClusterVolumePublishStatus: {
            /** @description The node. */
            NodeID?: string;
            /**
             * @description How far it is with making it available or taking it away.
             * @enum {string}
             */
            State?: "pending-publish" | "published" | "pending-node-unpublish" | "pending-controller-unpublish";
            /** @description Values of the plugin for this node. */
            PublishContext?: {
                [key: string]: string;
            };
        };
        /** @description A secret for a CSI plugin. */
        ClusterVolumeSecret: {
            /** @description The name under which the plugin gets it. */
            Key?: string;
            /** @description The id or name of the swarm's secret. */
            Secret?: string;
        };
        /** @description What is wanted of a cluster volume. */
        ClusterVolumeSpec: {
            /** @description A group of volumes, of which a service may use any (`--group`). */
            Group?: string;
            /** @description How tasks use it. */
            AccessMode?: components["schemas"]["ClusterVolumeAccessMode"];
            /** @description Secrets that the plugin needs (`--secret`). */
            Secrets?: components["schemas"]["ClusterVolumeSecret"][];
            /** @description Where it must be reachable from. */
            AccessibilityRequirements?: components["schemas"]["TopologyRequirement"];
            /** @description The capacity wanted. */
            CapacityRange?: components["schemas"]["CapacityRange"];
            /**
             * @description Whether it is used, `active`; kept by the tasks that have it, `pause`; or taken from them too, `drain` (`--availability`).
             * @default active
             * @enum {string}
             */
            Availability?: "active" | "pause" | "drain";
        };
        /** @description The source that a part of the engine was built of. */
        Commit: {
            /** @description The commit, or the version where there is none. */
            ID?: string;
        };
        /** @description The version of a part of the engine. */
        ComponentVersion: {
            /** @description The part, such as `containerd`. */
            Name: string;
            /** @description Its version. */
            Version: string;
            /** @description Further facts by name, such as `GitCommit`. */
            Details?: {
                [key: string]: string;
            } | null;
        };
        /** @description A config. */
        Config: {
            /** @description Its id. */
            ID?: string;
            /** @description Its version, to be sent with an update. */
            Version?: components["schemas"]["ObjectVersion"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            CreatedAt?: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            UpdatedAt?: string;
            /** @description What it is. */
            Spec?: components["schemas"]["ConfigSpec"];
        };
        /** @description A network that holds configuration for others (`--config-from`). */
        ConfigReference: {
            /** @description Its name; empty for none. */
            Network?: string;
        };
        /** @description What a config is. */
        ConfigSpec: {
            /** @description Its name. */
            Name?: string;
            /** @description Its labels (`--label`). */
            Labels?: {
                [key: string]: string;
            };
            /** @description The data in base64 with the URL alphabet, 1000 KiB at most. */
            Data?: string;
            /** @description The driver that fills the data in as a template. */
            Templating?: components["schemas"]["Driver"];
        };
        /** @description A counter of a device. */
        ContainerBlkioStatEntry: {
            /**
             * Format: uint64
             * @description The device's major number.
             */
            major?: number;
            /**
             * Format: uint64
             * @description The device's minor number.
             */
            minor?: number;
            /** @description The kind of operation, such as `read`, `write` or `total`. */
            op?: string;
            /**
             * Format: uint64
             * @description The counter.
             */
            value?: number;
        };
        /** @description The block I/O of a container by device and kind; Linux only. With cgroup v2 only the first list is filled. */
        ContainerBlkioStats: {
            /** @description Bytes moved. */
            io_service_bytes_recursive?: components["schemas"]["ContainerBlkioStatEntry"][];
            /** @description Operations done; cgroup v1. */
            io_serviced_recursive?: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            /** @description Operations waiting; cgroup v1. */
            io_queue_recursive?: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            /** @description Nanoseconds between handing over and end of operations; cgroup v1. */
            io_service_time_recursive?: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            /** @description Nanoseconds that operations waited; cgroup v1. */
            io_wait_time_recursive?: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            /** @description Operations merged into others; cgroup v1. */
            io_merged_recursive?: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            /** @description Milliseconds of disk time; cgroup v1. */
            io_time_recursive?: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            /** @description Sectors moved; cgroup v1. */
            sectors_recursive?: components["schemas"]["ContainerBlkioStatEntry"][] | null;
        };
        /** @description The CPU time of a container and of its host. */
        ContainerCPUStats: {
            /** @description The container's CPU time. */
            cpu_usage?: components["schemas"]["ContainerCPUUsage"] | null;
            /**
             * Format: uint64
             * @description The CPU time of the whole host in nanoseconds; Linux only.
             */
            system_cpu_usage?: number | null;
            /**
             * Format: uint32
             * @description How many CPUs the host uses; Linux only.
             */
            online_cpus?: number | null;
            /** @description How often the CPU quota held the container up; Linux only. */
            throttling_data?: components["schemas"]["ContainerThrottlingData"] | null;
        };
        /** @description The CPU time of a container, in nanoseconds (units of 100 ns on Windows). */
        ContainerCPUUsage: {
            /**
             * Format: uint64
             * @description All of it.
             */
            total_usage?: number;
            /** @description The part of each CPU; cgroup v1 only. */
            percpu_usage?: number[] | null;
            /**
             * Format: uint64
             * @description The part in the kernel.
             */
            usage_in_kernelmode?: number;
            /**
             * Format: uint64
             * @description The part in programs.
             */
            usage_in_usermode?: number;
        };
        /** @description What runs in a container, apart from the host. Values that are absent come from the image. */
        ContainerConfig: {
            /** @description The host name; the first 12 digits of the container's id without (`--hostname`). */
            Hostname?: string;
            /** @description The domain name (`--domainname`). */
            Domainname?: string;
            /** @description The user that runs the command, by name or number, optionally with `:` and a group by name or number (`--user`). */
            User?: string;
            /**
             * @description Whether the client means to attach to the standard input; recorded, without effect on the run.
             * @default false
             */
            AttachStdin?: boolean;
            /**
             * @description Whether the client means to attach to the standard output; recorded, without effect on the run.
             * @default true
             */
            AttachStdout?: boolean;
            /**
             * @description Whether the client means to attach to the standard error; recorded, without effect on the run.
             * @default true
             */
            AttachStderr?: boolean;
            /** @description The ports that the container listens on, as `port/tcp`, `port/udp` or `port/sctp` (`--expose`). */
            ExposedPorts?: {
                [key: string]: components["schemas"]["EmptyObject"];
            } | null;
            /**
             * @description Gives the process a terminal for its three standard streams (`--tty`).
             * @default false
             */
            Tty?: boolean;
            /**
             * @description Keeps the standard input open though nobody is attached (`--interactive`).
             * @default false
             */
            OpenStdin?: boolean;
            /**
             * @description Closes the standard input when the first client that was attached goes.
             * @default false
             */
            StdinOnce?: boolean;
            /** @description Environment variables as `name=value`, laid over those of the image; a name without `=` takes the variable away (`--env`). */
            Env?: string[] | null;
            /** @description The command, or the arguments of `Entrypoint`. A single string stands for a list of one. */
            Cmd?: string[] | null;
            /** @description How to check whether the container is healthy; the image's check without. */
            Healthcheck?: components["schemas"]["HealthConfig"];
            /**
             * @description Whether the command is escaped already, of meaning on Windows only.
             * @default false
             */
            ArgsEscaped?: boolean | null;
            /** @description The image by name or id. */
            Image?: string;
            /** @description Paths in the container that get a volume without a name each (`--volume /path`). */
            Volumes?: {
                [key: string]: components["schemas"]["EmptyObject"];
            } | null;
            /** @description The directory in which the command starts; made when it does not exist (`--workdir`). */
            WorkingDir?: string;
            /** @description The program that runs before `Cmd` is appended. An empty string in a list of one takes the image's entrypoint away (`--entrypoint`). */
            Entrypoint?: string[] | null;
            /** @description Gives the container no network but its loopback device. */
            NetworkDisabled?: boolean | null;
            /** @description The MAC address on the default network; replaced by `EndpointSettings.MacAddress` since 1.44. */
            MacAddress?: string | null;
            /** @description Instructions that a build `FROM` the image runs first. */
            OnBuild?: string[] | null;
            /** @description Labels, laid over those of the image (`--label`). */
            Labels?: {
                [key: string]: string;
            } | null;
            /** @description The signal that asks the process to end, by name or number; SIGTERM without (`--stop-signal`). */
            StopSignal?: string | null;
            /** @description How many seconds a stop waits before it kills; 10 without, -1 for ever (`--stop-timeout`). */
            StopTimeout?: number | null;
            /** @description The shell that runs commands of a Dockerfile which are written as text. */
            Shell?: string[] | null;
        };
        /** @description A container to create, namely what runs in it, how the host confines it and how it is networked. */
        ContainerCreateRequest: {
            /** @description What of the container depends on the host. */
            HostConfig?: components["schemas"]["HostConfig"] | null;
            /** @description The networks to connect the container to, beside that of `HostConfig.NetworkMode`, and its place in each. */
            NetworkingConfig?: components["schemas"]["NetworkingConfig"] | null;
        } & components["schemas"]["ContainerConfig"];
        /** @description The container that was created. */
        ContainerCreateResponse: {
            /** @description The container's id, 64 hexadecimal digits. */
            Id: string;
            /** @description What the engine had to leave out or finds questionable, in words for people. */
            Warnings: string[];
        };
        /** @description What a container's `resolv.conf` says. */
        ContainerDNSConfig: {
            /** @description DNS servers (`--dns`). */
            Nameservers?: string[];
            /** @description Domains in which short names are looked up (`--dns-search`). */
            Search?: string[];
            /** @description Options of the resolver (`--dns-option`). */
            Options?: string[];
        };
        /** @description All that the engine knows of a container. */
        ContainerInspectResponse: {
            /** @description The container's id, 64 hexadecimal digits. */
            Id?: string;
            /**
             * Format: date-time
             * @description When the container was created, in RFC 3339.
             */
            Created?: string | null;
            /** @description The program that runs, without its arguments. */
            Path?: string;
            /** @description The arguments of the program. */
            Args?: string[];
            /** @description The state of the container and its last run. */
            State?: components["schemas"]["ContainerState"] | null;
            /** @description The id of the image. */
            Image?: string;
            /** @description The file on the host that is the container's `/etc/resolv.conf`. */
            ResolvConfPath?: string;
            /** @description The file on the host that is the container's `/etc/hostname`. */
            HostnamePath?: string;
            /** @description The file on the host that is the container's `/etc/hosts`. */
            HostsPath?: string;
            /** @description The file on the host that holds the log; empty when the log driver keeps none. */
            LogPath?: string | null;
            /** @description The container's name after a slash. */
            Name?: string;
            /** @description How often the restart policy has restarted the container. */
            RestartCount?: number;
            /** @description The storage driver of its layers. */
            Driver?: string;
            /** @description The operating system that the container was made for, such as `linux`. */
            Platform?: string;
            /** @description The manifest of the image that was picked for the platform; only where images are kept with their manifests. */
            ImageManifestDescriptor?: components["schemas"]["OCIDescriptor"];
            /** @description The SELinux label of the container's files. */
            MountLabel?: string;
            /** @description The SELinux label of its processes. */
            ProcessLabel?: string;
            /** @description The AppArmor profile of its processes. */
            AppArmorProfile?: string;
            /** @description The ids of its exec instances that have not ended; null when there are none. */
            ExecIDs?: string[] | null;
            /** @description The host configuration as it is in force. */
            HostConfig?: components["schemas"]["HostConfig"];
            /** @description The paths of its layers. */
            GraphDriver?: components["schemas"]["DriverData"];
            /**
             * Format: int64
             * @description The bytes that the container has written to its own layer. Only when `size` asks for it.
             */
            SizeRw?: number | null;
            /**
             * Format: int64
             * @description The bytes of the container's whole file system, image included. Only when `size` asks for it.
             */
            SizeRootFs?: number | null;
            /** @description What is mounted in the container. */
            Mounts?: components["schemas"]["MountPoint"][];
            /** @description The configuration, with what the image gives where the client gave nothing. */
            Config?: components["schemas"]["ContainerConfig"];
            /** @description The container's networks, addresses and published ports. */
            NetworkSettings?: components["schemas"]["NetworkSettings"];
        };
        /** @description The memory of a container, in bytes. */
        ContainerMemoryStats: {
            /**
             * Format: uint64
             * @description How much is in use, caches included; Linux only.
             */
            usage?: number | null;
            /**
             * Format: uint64
             * @description How much was in use at most; cgroup v1 only.
             */
            max_usage?: number | null;
            /** @description The figures of the kernel's `memory.stat`, whose names differ between cgroup v1 and v2. */
            stats?: {
                [key: string]: number | null;
            };
            /**
             * Format: uint64
             * @description How often the limit was hit; cgroup v1 only.
             */
            failcnt?: number | null;
            /**
             * Format: uint64
             * @description The limit; the memory of the host without one.
             */
            limit?: number | null;
            /**
             * Format: uint64
             * @description Committed memory, on Windows only.
             */
            commitbytes?: number | null;
            /**
             * Format: uint64
             * @description Committed memory at most, on Windows only.
             */
            commitpeakbytes?: number | null;
            /**
             * Format: uint64
             * @description The private working set, on Windows only.
             */
            privateworkingset?: number | null;
        };
        /** @description The traffic of a network device. */
        ContainerNetworkStats: {
            /**
             * Format: uint64
             * @description Bytes received.
             */
            rx_bytes?: number;
            /**
             * Format: uint64
             * @description Packets received.
             */
            rx_packets?: number;
            /**
             * Format: uint64
             * @description Packets received with errors; Linux only.
             */
            rx_errors?: number;
            /**
             * Format: uint64
             * @description Packets dropped on the way in.
             */
            rx_dropped?: number;
            /**
             * Format: uint64
             * @description Bytes sent.
             */
            tx_bytes?: number;
            /**
             * Format: uint64
             * @description Packets sent.
             */
            tx_packets?: number;
            /**
             * Format: uint64
             * @description Packets that could not be sent; Linux only.
             */
            tx_errors?: number;
            /**
             * Format: uint64
             * @description Packets dropped on the way out.
             */
            tx_dropped?: number;
            /** @description The id of the endpoint, on Windows only. */
            endpoint_id?: string | null;
            /** @description The id of the instance, on Windows only. */
            instance_id?: string | null;
        };
        /** @description The processes and threads of a container; Linux only. */
        ContainerPidsStats: {
            /**
             * Format: uint64
             * @description How many there are.
             */
            current?: number | null;
            /**
             * Format: uint64
             * @description How many there may be; the highest number of 64 bits without a limit.
             */
            limit?: number | null;
        };
        /** @description Security options of a task's container. */
        ContainerPrivileges: {
            /** @description The account of Windows services that it runs as (`--credential-spec`). */
            CredentialSpec?: components["schemas"]["CredentialSpec"];
            /** @description Its SELinux label. */
            SELinuxContext?: components["schemas"]["SELinuxContext"];
            /** @description Its system call filter. */
            Seccomp?: components["schemas"]["SeccompOptions"];
            /** @description Its AppArmor profile. */
            AppArmor?: components["schemas"]["AppArmorOptions"];
            /** @description Whether no process may gain privileges. */
            NoNewPrivileges?: boolean;
        };
        /** @description The containers that were removed. */
        ContainerPruneResponse: {
            /** @description The ids of the removed containers; null when there were none. */
            ContainersDeleted?: string[] | null;
            /**
             * Format: int64
             * @description How many bytes of the disk are free again.
             */
            SpaceReclaimed?: number;
        };
        /** @description The container of a task. */
        ContainerSpec: {
            /** @description The image by name. */
            Image?: string;
            /** @description The container's labels (`--container-label`). */
            Labels?: {
                [key: string]: string;
            };
            /** @description The program instead of the image's entrypoint (`--entrypoint`). */
            Command?: string[];
            /** @description The arguments of the program. */
            Args?: string[];
            /** @description The host name (`--hostname`). */
            Hostname?: string;
            /** @description Environment variables as `name=value` (`--env`). */
            Env?: string[];
            /** @description The directory in which the program starts (`--workdir`). */
            Dir?: string;
            /** @description The user that runs it (`--user`). */
            User?: string;
            /** @description Further groups of the process (`--group`). */
            Groups?: string[];
            /** @description Security options. */
            Privileges?: components["schemas"]["ContainerPrivileges"];
            /** @description Gives it a terminal (`--tty`). */
            TTY?: boolean;
            /** @description Keeps the standard input open. */
            OpenStdin?: boolean;
            /** @description Makes the root file system read-only (`--read-only`). */
            ReadOnly?: boolean;
            /** @description Mounts (`--mount`). */
            Mounts?: components["schemas"]["Mount"][];
            /** @description The signal that asks the process to end (`--stop-signal`). */
            StopSignal?: string;
            /**
             * Format: int64
             * @description How long a stop waits before it kills, in nanoseconds (`--stop-grace-period`).
             */
            StopGracePeriod?: number;
            /** @description How to check whether it is healthy. */
            HealthCheck?: components["schemas"]["HealthConfig"];
            /** @description Entries for `/etc/hosts`, an address and names with spaces between (`--host`). */
            Hosts?: string[];
            /** @description What `resolv.conf` says. */
            DNSConfig?: components["schemas"]["ContainerDNSConfig"];
            /** @description Secrets that it gets (`--secret`). */
            Secrets?: components["schemas"]["SecretReference"][];
            /**
             * Format: int64
             * @description How likely the kernel kills the process for lack of memory, from -1000 to 1000 (`--oom-score-adj`).
             */
            OomScoreAdj?: number;
            /** @description Configs that it gets (`--config`). */
            Configs?: components["schemas"]["ServiceConfigReference"][];
            /**
             * @description The kind of isolation, of meaning on Windows only (`--isolation`).
             * @enum {string}
             */
            Isolation?: "default" | "process" | "hyperv" | "";
            /** @description Runs a small init as first process; null for the engine's default (`--init`). */
            Init?: boolean | null;
            /** @description Kernel parameters of the container's namespaces (`--sysctl`). */
            Sysctls?: {
                [key: string]: string;
            };
            /** @description Capabilities beside the default ones (`--cap-add`). */
            CapabilityAdd?: string[];
            /** @description Capabilities to take from the default ones (`--cap-drop`). */
            CapabilityDrop?: string[];
            /** @description Limits of the single process (`--ulimit`). */
            Ulimits?: components["schemas"]["Ulimit"][];
        };
        /** @description The state of a container. More than one of the flags may be set; `Status` is the one word for them all. */
        ContainerState: {
            /**
             * @description The state in one word.
             * @enum {string}
             */
            Status?: "created" | "running" | "paused" | "restarting" | "removing" | "exited" | "dead";
            /** @description Whether the container runs; true while it is paused or about to be restarted, too. */
            Running?: boolean;
            /** @description Whether its processes are frozen. */
            Paused?: boolean;
            /** @description Whether it has ended and the restart policy will start it again. */
            Restarting?: boolean;
            /** @description Whether the kernel killed a process of its last run for lack of memory. */
            OOMKilled?: boolean;
            /** @description Whether its removal failed half-way. */
            Dead?: boolean;
            /** @description The host's process id of the first process; 0 when the container does not run. */
            Pid?: number;
            /** @description The exit code of the last run; 0 before the first end. */
            ExitCode?: number;
            /** @description Why the last start failed. */
            Error?: string;
            /** @description When it was last started, in RFC 3339; `0001-01-01T00:00:00Z` before the first start. */
            StartedAt?: string;
            /** @description When it last ended, in RFC 3339; `0001-01-01T00:00:00Z` before the first end. */
            FinishedAt?: string;
            /** @description What the health check has found; absent without a health check. */
            Health?: components["schemas"]["Health"] | null;
        };
        /** @description A sample of a container's resource usage. Counters grow from the start of the container. */
        ContainerStatsResponse: {
            /** @description The container's name after a slash. */
            name?: string | null;
            /** @description The container's id. */
            id?: string | null;
            /**
             * Format: date-time
             * @description When the sample was taken.
             */
            read?: string;
            /**
             * Format: date-time
             * @description When the sample before it was taken; `0001-01-01T00:00:00Z` without one.
             */
            preread?: string;
            /** @description Processes and threads. */
            pids_stats?: components["schemas"]["ContainerPidsStats"] | null;
            /** @description Block I/O. */
            blkio_stats?: components["schemas"]["ContainerBlkioStats"] | null;
            /**
             * Format: uint32
             * @description The number of processes, on Windows only.
             */
            num_procs?: number;
            /** @description Disk I/O, on Windows only. */
            storage_stats?: components["schemas"]["ContainerStorageStats"] | null;
            /** @description CPU time. */
            cpu_stats?: components["schemas"]["ContainerCPUStats"] | null;
            /** @description CPU time in the sample before, from which clients compute percentages. */
            precpu_stats?: components["schemas"]["ContainerCPUStats"] | null;
            /** @description Memory. */
            memory_stats?: components["schemas"]["ContainerMemoryStats"];
            /** @description Traffic by network device; absent when the container has no network of its own. */
            networks?: {
                [key: string]: components["schemas"]["ContainerNetworkStats"];
            } | null;
        };
        /** @description The container of a task. */
        ContainerStatus: {
            /** @description Its id. */
            ContainerID?: string;
            /** @description The node's process id of its first process. */
            PID?: number;
            /** @description Its exit code. */
            ExitCode?: number;
        };
        /** @description The disk I/O of a container, on Windows only. */
        ContainerStorageStats: {
            /**
             * Format: uint64
             * @description Reads, counted in normalized units.
             */
            read_count_normalized?: number | null;
            /**
             * Format: uint64
             * @description Bytes read.
             */
            read_size_bytes?: number | null;
            /**
             * Format: uint64
             * @description Writes, counted in normalized units.
             */
            write_count_normalized?: number | null;
            /**
             * Format: uint64
             * @description Bytes written.
             */
            write_size_bytes?: number | null;
        };
        /** @description A container in a list. */
        ContainerSummary: {
            /** @description The container's id, 64 hexadecimal digits. */
            Id?: string;
            /** @description The container's names, each after a slash; a name `/a/b` is a link from container `a`. */
            Names?: string[];
            /** @description The image by the name with which the container was created; its id when the name has moved on. */
            Image?: string;
            /** @description The id of the image. */
            ImageID?: string;
            /** @description The manifest of the image that was picked for the platform; only where images are kept with their manifests. */
            ImageManifestDescriptor?: components["schemas"]["OCIDescriptor"] | null;
            /** @description The command with its arguments, as one line. */
            Command?: string;
            /**
             * Format: int64
             * @description When the container was created, in seconds since 1970.
             */
            Created?: number;
            /** @description The exposed ports, and where they are published on the host. */
            Ports?: components["schemas"]["Port"][];
            /**
             * Format: int64
             * @description The bytes that the container has written to its own layer. Only when `size` asks for it.
             */
            SizeRw?: number | null;
            /**
             * Format: int64
             * @description The bytes of the container's whole file system, image included. Only when `size` asks for it.
             */
            SizeRootFs?: number | null;
            /** @description The container's labels. */
            Labels?: {
                [key: string]: string;
            };
            /**
             * @description The state in one word.
             * @enum {string}
             */
            State?: "created" | "running" | "paused" | "restarting" | "exited" | "removing" | "dead";
            /** @description The state in words for people, such as `Up 2 hours (healthy)` or `Exited (1) 3 days ago`. */
            Status?: string;
            /** @description A few values of the host configuration. */
            HostConfig?: components["schemas"]["ContainerSummaryHostConfig"];
            /** @description The networks that the container is connected to. */
            NetworkSettings?: components["schemas"]["ContainerSummaryNetworkSettings"];
            /** @description What is mounted in the container. */
            Mounts?: components["schemas"]["MountPoint"][];
        };
        /** @description The part of the host configuration that lists show. */
        ContainerSummaryHostConfig: {
            /** @description The container's network mode. */
            NetworkMode?: string;
            /** @description The annotations given to the runtime. */
            Annotations?: {
                [key: string]: string;
            } | null;
        };
        /** @description The part of the network settings that lists show. */
        ContainerSummaryNetworkSettings: {
            /** @description The container's endpoints by network name. */
            Networks?: {
                [key: string]: components["schemas"]["EndpointSettings"];
            };
        };
        /** @description How often the CPU quota held a container up. */
        ContainerThrottlingData: {
            /**
             * Format: uint64
             * @description How many periods the container has had something to do in.
             */
            periods?: number;
            /**
             * Format: uint64
             * @description In how many of them the quota was used up.
             */
            throttled_periods?: number;
            /**
             * Format: uint64
             * @description For how many nanoseconds it was held up.
             */
            throttled_time?: number;
        };
        /** @description The processes of a container as `ps` shows them. */
        ContainerTopResponse: {
            /** @description The titles of the columns. */
            Titles?: string[];
            /** @description A row for each process, a cell for each title. */
            Processes?: string[][];
        };
        /** @description Limits and restart policy to change. What is absent stays as it is. */
        ContainerUpdateRequest: {
            /** @description The new restart policy. */
            RestartPolicy?: components["schemas"]["RestartPolicy"];
        } & components["schemas"]["Resources"];
        /** @description The outcome of an update. */
        ContainerUpdateResponse: {
            /** @description What the engine had to leave out or finds questionable, in words for people. */
            Warnings?: string[] | null;
        };
        /** @description Why waiting for a container failed. */
        ContainerWaitExitError: {
            /** @description The reason, in words for people. */
            Message?: string;
        };
        /** @description The end of a container. */
        ContainerWaitResponse: {
            /**
             * Format: int64
             * @description The exit code; 128 and the number of the signal for a process that a signal ended.
             */
            StatusCode: number;
            /** @description Why the wait failed; absent or null when it did not. */
            Error?: components["schemas"]["ContainerWaitExitError"] | null;
        };
        /** @description How the engine uses containerd. */
        ContainerdInfo: {
            /** @description The socket of containerd. */
            Address?: string;
            /** @description The namespaces in which the engine keeps its things. */
            Namespaces?: components["schemas"]["ContainerdNamespaces"];
        };
        /** @description Namespaces of containerd. */
        ContainerdNamespaces: {
            /**
             * @description The namespace of containers.
             * @default moby
             */
            Containers?: string;
            /**
             * @description The namespace of managed plugins.
             * @default plugins.moby
             */
            Plugins?: string;
        };
        /** @description A value in the progress of a pull or import. Which fields are set depends on what there is to tell. */
        CreateImageInfo: {
            /** @description The layer, or the tag, that the status is of. */
            id?: string;
            /** @description Why it failed; the last value then. */
            error?: string | null;
            /** @description The failure with its code. */
            errorDetail?: components["schemas"]["ErrorDetail"];
            /** @description What is being done, such as `Downloading`. */
            status?: string;
            /** @description A bar for people; absent for clients that draw their own. */
            progress?: string | null;
            /** @description How far it has got. */
            progressDetail?: components["schemas"]["ProgressDetail"];
        };
        /** @description Where the specification of a managed Windows account is. One of the three is set. */
        CredentialSpec: {
            /** @description The id of a config of the swarm. */
            Config?: string;
            /** @description A file of the engine's folder for them. */
            File?: string;
            /** @description A value of the Windows registry. */
            Registry?: string;
        };
        /** @description A device that a driver has found. */
        DeviceInfo: {
            /** @description The driver, such as `cdi`. */
            Source?: string;
            /** @description The name by which a container asks for it. */
            ID?: string;
        };
        /** @description A device of the host that a container gets. */
        DeviceMapping: {
            /** @description The device on the host, or a folder of devices. */
            PathOnHost?: string;
            /** @description The path of the device in the container. */
            PathInContainer?: string;
            /** @description What is allowed, any of `r` (read), `w` (write) and `m` (make nodes). */
            CgroupPermissions?: string;
        };
        /** @description Devices that a driver is to find. */
        DeviceRequest: {
            /** @description The driver, such as `nvidia` or `cdi`; empty for any that has the capabilities. */
            Driver?: string;
            /** @description How many devices; -1 for all. It excludes `DeviceIDs`. */
            Count?: number;
            /** @description The ids of the devices. It excludes `Count`. */
            DeviceIDs?: string[] | null;
            /** @description Alternatives of capabilities that a driver must have; of one alternative it must have all. */
            Capabilities?: string[][] | null;
            /** @description Options that the driver understands. */
            Options?: {
                [key: string]: string;
            } | null;
        };
        /** @description A number of pieces of a resource. */
        DiscreteGenericResource: {
            /** @description The kind of the resource, such as `SSD`. */
            Kind?: string;
            /**
             * Format: int64
             * @description How many pieces.
             */
            Value?: number;
        };
        /** @description How managers speak to nodes. */
        DispatcherConfig: {
            /**
             * Format: int64
             * @description The time between two signs of life of a node, in nanoseconds (`--dispatcher-heartbeat`).
             */
            HeartbeatPeriod?: number;
        };
        /** @description What a registry says of an image. */
        DistributionInspect: {
            /** @description The index or manifest that the name stands for. */
            Descriptor: components["schemas"]["OCIDescriptor"];
            /** @description The platforms that the image is for. */
            Platforms: components["schemas"]["OCIPlatform"][];
        };
        /** @description A driver with its options. */
        Driver: {
            /** @description The name of the driver. */
            Name: string;
            /** @description Options that the driver understands. */
            Options?: {
                [key: string]: string;
            };
        };
        /** @description What the storage driver tells of the layers of a container or image. */
        DriverData: {
            /** @description The storage driver, such as `overlay2`. */
            Name: string;
            /** @description Paths and ids of the driver, such as `UpperDir` and `LowerDir` of overlay file systems. */
            Data: {
                [key: string]: string;
            };
        };
        /** @description An object without meaning, which stands for "present"; what is in it counts for nothing. */
        EmptyObject: {
            [key: string]: unknown;
        };
        /** @description How managers keep their keys. */
        EncryptionConfig: {
            /** @description Whether managers must be unlocked after a restart (`--autolock`). */
            AutoLockManagers?: boolean;
        };
        /** @description The addresses that a container wants in a network. */
        EndpointIPAMConfig: {
            /** @description The IPv4 address, in a subnet of the network (`--ip`). */
            IPv4Address?: string;
            /** @description The IPv6 address, in a subnet of the network (`--ip6`). */
            IPv6Address?: string;
            /** @description Further link-local addresses (`--link-local-ip`). */
            LinkLocalIPs?: string[];
        };
        /** @description A published port of a service. */
        EndpointPortConfig: {
            /** @description A name for it. */
            Name?: string;
            /**
             * @description The protocol.
             * @enum {string}
             */
            Protocol?: "tcp" | "udp" | "sctp";
            /** @description The port in the container. */
            TargetPort?: number;
            /** @description The port of the nodes; the swarm picks one without. */
            PublishedPort?: number;
            /**
             * @description Published on every node, `ingress`, or on those that run a task, `host`.
             * @default ingress
             * @enum {string}
             */
            PublishMode?: "ingress" | "host";
        };
        /** @description The place of a container in a network. The fields up to `GwPriority` are asked for, the others are what came of it. */
        EndpointSettings: {
            /** @description The addresses wanted. */
            IPAMConfig?: components["schemas"]["EndpointIPAMConfig"] | null;
            /** @description Links to other containers as `container:alias` (`--link`). */
            Links?: string[] | null;
            /** @description The MAC address wanted, or in force (`--mac-address`). */
            MacAddress?: string;
            /** @description Further names of the container in this network (`--network-alias`). */
            Aliases?: string[] | null;
            /** @description Options that the network's driver understands. */
            DriverOpts?: {
                [key: string]: string;
            } | null;
            /**
             * Format: int64
             * @description Which network has the default gateway, namely the one with the highest number, then the first by name.
             */
            GwPriority?: number;
            /** @description The id of the network. */
            NetworkID?: string;
            /** @description The id of the endpoint; empty while the container does not run. */
            EndpointID?: string;
            /** @description The IPv4 gateway. */
            Gateway?: string;
            /** @description The IPv4 address. */
            IPAddress?: string;
            /** @description The length of the IPv4 prefix in bits. */
            IPPrefixLen?: number;
            /** @description The IPv6 gateway. */
            IPv6Gateway?: string;
            /** @description The IPv6 address. */
            GlobalIPv6Address?: string;
            /**
             * Format: int64
             * @description The length of the IPv6 prefix in bits.
             */
            GlobalIPv6PrefixLen?: number;
            /** @description All names by which the network's DNS knows the container; the first is the answer of a reverse look-up. */
            DNSNames?: string[] | null;
        };
        /** @description How a service is reached. */
        EndpointSpec: {
            /**
             * @description By one address for all tasks, `vip`, or by a DNS name with the addresses of all tasks, `dnsrr` (`--endpoint-mode`).
             * @default vip
             * @enum {string}
             */
            Mode?: "vip" | "dnsrr";
            /** @description Its published ports; `vip` only (`--publish`). */
            Ports?: components["schemas"]["EndpointPortConfig"][];
        };
        /** @description The address of a service in a network. */
        EndpointVirtualIP: {
            /** @description The network. */
            NetworkID?: string;
            /** @description The address with the length of its prefix. */
            Addr?: string;
        };
        /** @description The engine of a node. */
        EngineDescription: {
            /** @description Its version. */
            EngineVersion?: string;
            /** @description Its labels. */
            Labels?: {
                [key: string]: string;
            };
            /** @description Its drivers. */
            Plugins?: components["schemas"]["EnginePlugin"][];
        };
        /** @description A driver of an engine. */
        EnginePlugin: {
            /** @description Its kind, such as `Volume`. */
            Type?: string;
            /** @description Its name. */
            Name?: string;
        };
        /** @description The failure at the end of a stream of progress. */
        ErrorDetail: {
            /** @description A code that depends on what failed, such as the exit code of a build step. */
            code?: number;
            /** @description The reason, in words for people. */
            message?: string;
        };
        /** @description Why a request failed. */
        ErrorResponse: {
            /** @description The reason, in words for people. */
            message: string;
        };
        /** @description The object that an event happened to. */
        EventActor: {
            /** @description Its id, or for some kinds its name. */
            ID?: string;
            /** @description What describes it, its name and labels for instance, and details of what happened. */
            Attributes?: {
                [key: string]: string;
            };
        };
        /** @description Something that happened. */
        EventMessage: {
            /**
             * @description The kind of the object that it happened to.
             * @enum {string}
             */
            Type?: "builder" | "config" | "container" | "daemon" | "image" | "network" | "node" | "plugin" | "secret" | "service" | "volume";
            /** @description What happened, such as `start`; with a colon and details for some, such as `exec_create`. */
            Action?: string;
            /** @description The object that it happened to. */
            Actor?: components["schemas"]["EventActor"];
            /**
             * @description Where it happened, on this host or in the swarm.
             * @enum {string}
             */
            scope?: "local" | "swarm";
            /**
             * Format: int64
             * @description When it happened, in seconds since 1970.
             */
            time?: number;
            /**
             * Format: int64
             * @description When it happened, in nanoseconds since 1970.
             */
            timeNano?: number;
        };
        /** @description A process to run in a container. */
        ExecConfig: {
            /** @description Connects the client to its standard input (`--interactive`). */
            AttachStdin?: boolean;
            /** @description Connects the client to its standard output. */
            AttachStdout?: boolean;
            /** @description Connects the client to its standard error. */
            AttachStderr?: boolean;
            /** @description The first size of its terminal, rows and columns. */
            ConsoleSize?: number[] | null;
            /** @description The keys that detach the terminal, written as for `ContainerAttach` (`--detach-keys`). */
            DetachKeys?: string;
            /** @description Gives it a terminal (`--tty`). */
            Tty?: boolean;
            /** @description Environment variables as `name=value`, laid over those of the container (`--env`). */
            Env?: string[] | null;
            /** @description The program and its arguments. */
            Cmd?: string[] | null;
            /**
             * @description Gives it all capabilities (`--privileged`).
             * @default false
             */
            Privileged?: boolean;
            /** @description The user that runs it, as in `ContainerConfig`; that of the container without (`--user`). */
            User?: string;
            /** @description The directory in which it starts; that of the container without (`--workdir`). */
            WorkingDir?: string;
        };
        /** @description An exec instance. */
        ExecInspectResponse: {
            /** @description Whether it has ended and is about to be forgotten. */
            CanRemove?: boolean;
            /** @description The keys that detach the terminal. */
            DetachKeys?: string;
            /** @description Its id. */
            ID?: string;
            /** @description Whether it runs. */
            Running?: boolean;
            /** @description Its exit code; null before its end. */
            ExitCode?: number | null;
            /** @description What it runs. */
            ProcessConfig?: components["schemas"]["ProcessConfig"];
            /** @description Whether a client is connected to its standard input. */
            OpenStdin?: boolean;
            /** @description Whether a client is connected to its standard error. */
            OpenStderr?: boolean;
            /** @description Whether a client is connected to its standard output. */
            OpenStdout?: boolean;
            /** @description The id of the container. */
            ContainerID?: string;
            /** @description The host's process id; 0 before it is started. */
            Pid?: number;
        };
        /** @description How to start a process. */
        ExecStartConfig: {
            /** @description Answers as soon as it runs, without connecting to it (`--detach`). */
            Detach?: boolean;
            /** @description Has a terminal; must be what `ExecConfig` said. */
            Tty?: boolean;
            /** @description The first size of its terminal, rows and columns. */
            ConsoleSize?: number[] | null;
        };
        /** @description An authority that signs certificates. */
        ExternalCA: {
            /**
             * @description How it is spoken to.
             * @default cfssl
             * @enum {string}
             */
            Protocol?: "cfssl";
            /** @description Where it is. */
            URL?: string;
            /** @description Options of the protocol. */
            Options?: {
                [key: string]: string;
            };
            /** @description The certificate of the authority, in PEM. */
            CACert?: string;
        };
        /** @description A file in a container. */
        FileTarget: {
            /** @description Its path; secrets without a leading slash are below `/run/secrets`. */
            Name?: string;
            /** @description The number of its owner, as text. */
            UID?: string;
            /** @description The number of its group, as text. */
            GID?: string;
            /**
             * Format: uint32
             * @description Its permission bits, as a decimal number.
             */
            Mode?: number;
        };
        /** @description A path in which a container differs from its image. */
        FilesystemChange: {
            /** @description The path in the container. */
            Path: string;
            /** @description What happened to it. */
            Kind: components["schemas"]["ChangeType"];
        };
        /** @description How the engine writes firewall rules. */
        FirewallInfo: {
            /** @description The tool, such as `iptables` or `nftables`. */
            Driver?: string;
            /** @description Further facts, as pairs of a name and a value. */
            Info?: string[][];
        };
        /** @description One resource, either named or counted. */
        GenericResource: {
            /** @description The resource when each piece has a name. */
            NamedResourceSpec?: components["schemas"]["NamedGenericResource"];
            /** @description The resource when pieces are only counted. */
            DiscreteResourceSpec?: components["schemas"]["DiscreteGenericResource"];
        };
        /** @description Resources of a kind that an administrator made up, such as graphics cards, with how many there are or which. */
        GenericResources: components["schemas"]["GenericResource"][];
        /** @description What the health check of a container has found. */
        Health: {
            /**
             * @description The health: `none` without a check, `starting` until the first result that counts, then `healthy` or `unhealthy`.
             * @enum {string}
             */
            Status?: "none" | "starting" | "healthy" | "unhealthy";
            /** @description How many checks have failed one after another. */
            FailingStreak?: number;
            /** @description The last five results, oldest first. */
            Log?: components["schemas"]["HealthcheckResult"][];
        };
        /** @description How to check whether a container is healthy. Durations are nanoseconds; 0 takes the image's value or the default. */
        HealthConfig: {
            /** @description The check. Empty takes that of the image, `["NONE"]` means no check, `["CMD", …]` runs a program, `["CMD-SHELL", text]` runs a text in the image's shell (`--health-cmd`, `--no-healthcheck`). */
            Test?: string[];
            /**
             * Format: int64
             * @description The time between checks in nanoseconds, 1 ms at least. The default is 30 s (`--health-interval`).
             */
            Interval?: number;
            /**
             * Format: int64
             * @description The time after which a check has failed, in nanoseconds, 1 ms at least. The default is 30 s (`--health-timeout`).
             */
            Timeout?: number;
            /** @description How many failures one after another make a container unhealthy. The default is 3 (`--health-retries`). */
            Retries?: number;
            /**
             * Format: int64
             * @description The time after the start in which failures do not count, in nanoseconds, 1 ms at least. The default is 0 (`--health-start-period`).
             */
            StartPeriod?: number;
            /**
             * Format: int64
             * @description The time between checks within the start period, in nanoseconds, 1 ms at least. The default is 5 s (`--health-start-interval`).
             */
            StartInterval?: number;
        };
        /** @description One run of a health check. */
        HealthcheckResult: {
            /**
             * Format: date-time
             * @description When it began.
             */
            Start?: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            End?: string;
            /** @description 0 healthy, 1 unhealthy, 2 reserved, any other number: the check could not be run. */
            ExitCode?: number;
            /** @description What it wrote, at most 4096 bytes. */
            Output?: string;
        };
        /** @description What of a container depends on the host; it can differ between two hosts that run the same container. */
        HostConfig: {
            /** @description Mounts, each as `source:destination[:options]`. An absolute source is a path on the host, which is made when it is missing; any other is the name of a volume. Options are joined by commas, `ro` or `rw`, `z` or `Z`, `nocopy`, and a propagation (`--volume`). */
            Binds?: string[] | null;
            /** @description The file into which the client wrote the container's id; recorded only (`--cidfile`). */
            ContainerIDFile?: string;
            /** @description Where the output goes; the engine's default without. */
            LogConfig?: components["schemas"]["LogConfig"];
            /** @description The network: `default`, `bridge`, `host`, `none`, `container:<name or id>`, or the name or id of a network (`--network`). */
            NetworkMode?: string;
            /** @description Where ports are published on the host (`--publish`). */
            PortBindings?: components["schemas"]["PortMap"] | null;
            /** @description Whether the engine starts the container again after its end. */
            RestartPolicy?: components["schemas"]["RestartPolicy"];
            /** @description Removes the container with its anonymous volumes once it has ended (`--rm`). */
            AutoRemove?: boolean;
            /** @description The driver of the volumes that the container makes (`--volume-driver`). */
            VolumeDriver?: string;
            /** @description Containers whose mounts this one gets too, each by name or id and optionally `:ro` or `:rw` (`--volumes-from`). */
            VolumesFrom?: string[] | null;
            /** @description Mounts, described in full (`--mount`). */
            Mounts?: components["schemas"]["Mount"][] | null;
            /** @description The first size of the terminal, rows and columns. */
            ConsoleSize?: number[] | null;
            /** @description Metadata that is handed to the runtime (`--annotation`). */
            Annotations?: {
                [key: string]: string;
            };
            /** @description Capabilities beside the default ones, with or without `CAP_`, or `ALL` (`--cap-add`). */
            CapAdd?: string[] | null;
            /** @description Capabilities to take from the default ones, with or without `CAP_`, or `ALL` (`--cap-drop`). */
            CapDrop?: string[] | null;
            /**
             * @description Whether the container has a cgroup namespace of its own; empty for the engine's default, which is `private` with cgroup v2 and `host` with v1 (`--cgroupns`).
             * @enum {string}
             */
            CgroupnsMode?: "" | "private" | "host";
            /** @description DNS servers (`--dns`). */
            Dns?: string[] | null;
            /** @description Options of the resolver for `resolv.conf` (`--dns-option`). */
            DnsOptions?: string[] | null;
            /** @description Domains in which short names are looked up; a single `.` means none (`--dns-search`). */
            DnsSearch?: string[] | null;
            /** @description Entries `name:address` for `/etc/hosts`; the address `host-gateway` is the host's (`--add-host`). */
            ExtraHosts?: string[] | null;
            /** @description Further groups of the process, by name or number (`--group-add`). */
            GroupAdd?: string[] | null;
            /** @description System V and POSIX shared memory: `private`, `shareable` (others may join), `none` (not even `/dev/shm`), `container:<name or id>`, `host`, or empty for the engine's default (`--ipc`). */
            IpcMode?: string;
            /** @description The container whose cgroup to use; supported by no engine any more. */
            Cgroup?: string;
            /** @description Containers of the default network to be known in `/etc/hosts`, as `container:alias` (`--link`). */
            Links?: string[] | null;
            /** @description How likely the kernel kills the process for lack of memory, from -1000 to 1000 (`--oom-score-adj`). */
            OomScoreAdj?: number;
            /** @description The processes that are seen, `container:<name or id>`, `host`, or empty for its own (`--pid`). */
            PidMode?: string;
            /** @description Gives all capabilities, all devices and the whole of `/proc` and `/sys`, without seccomp and AppArmor (`--privileged`). */
            Privileged?: boolean;
            /** @description Publishes every exposed port on a free port of the host (`--publish-all`). */
            PublishAllPorts?: boolean;
            /** @description Makes the root file system read-only; volumes and tmpfs are not (`--read-only`). */
            ReadonlyRootfs?: boolean;
            /** @description Options of SELinux (`label=…`), AppArmor (`apparmor=…`), seccomp (`seccomp=` and `unconfined`, `builtin` or the profile itself), `no-new-privileges` and `systempaths=unconfined` (`--security-opt`). */
            SecurityOpt?: string[] | null;
            /** @description Options of the storage driver for the container's own layer, such as `size` (`--storage-opt`). */
            StorageOpt?: {
                [key: string]: string;
            } | null;
            /** @description Paths in the container that get an empty file system in memory, with its mount options (`--tmpfs`). */
            Tmpfs?: {
                [key: string]: string;
            } | null;
            /** @description `host` for the host name of the host, or empty for its own (`--uts`). */
            UTSMode?: string;
            /** @description `host` for no mapping of users though the engine has one, or empty for the engine's (`--userns`). */
            UsernsMode?: string;
            /**
             * Format: int64
             * @description The size of `/dev/shm` in bytes; 0 for the engine's default, 64 MiB (`--shm-size`).
             */
            ShmSize?: number;
            /** @description Kernel parameters of the container's namespaces, such as `net.ipv4.ip_forward` (`--sysctl`). */
            Sysctls?: {
                [key: string]: string;
            } | null;
            /** @description The OCI runtime by the name that the engine has for it (`--runtime`). */
            Runtime?: string | null;
            /**
             * @description The kind of isolation, of meaning on Windows only (`--isolation`).
             * @enum {string}
             */
            Isolation?: "default" | "process" | "hyperv" | "";
            /** @description Paths that the container cannot see into, instead of the default ones; an empty list masks nothing. */
            MaskedPaths?: string[] | null;
            /** @description Paths that the container cannot write to, instead of the default ones; an empty list protects nothing. */
            ReadonlyPaths?: string[] | null;
        } & components["schemas"]["Resources"];
        /** @description The id of what was made. */
        IDResponse: {
            /** @description The id. */
            Id: string;
        };
        /** @description How the addresses of a network are managed. */
        IPAM: {
            /**
             * @description The driver that hands addresses out (`--ipam-driver`).
             * @default default
             */
            Driver?: string;
            /** @description The subnets; the engine picks one when there are none. */
            Config?: components["schemas"]["IPAMConfig"][] | null;
            /** @description Options of the driver (`--ipam-opt`). */
            Options?: {
                [key: string]: string;
            } | null;
        };
        /** @description A subnet. */
        IPAMConfig: {
            /** @description The subnet, such as `172.20.0.0/16` (`--subnet`). */
            Subnet?: string;
            /** @description The part of the subnet that containers get addresses from (`--ip-range`). */
            IPRange?: string;
            /** @description The gateway's address (`--gateway`). */
            Gateway?: string;
            /** @description Addresses that no container gets, by a name for each (`--aux-address`). */
            AuxiliaryAddresses?: {
                [key: string]: string;
            };
        };
        /** @description What a container of an image runs, where the container itself says nothing. */
        ImageConfig: {
            /** @description The user that runs the command, by name or number, optionally with `:` and a group. */
            User?: string;
            /** @description The ports that a container listens on, such as `80/tcp`. */
            ExposedPorts?: {
                [key: string]: components["schemas"]["EmptyObject"];
            } | null;
            /** @description Environment variables as `name=value`. */
            Env?: string[] | null;
            /** @description The command, or the arguments of `Entrypoint`. */
            Cmd?: string[] | null;
            /** @description How to check whether a container is healthy. */
            Healthcheck?: components["schemas"]["HealthConfig"];
            /**
             * @description Whether the command is escaped already, of meaning on Windows only.
             * @default false
             */
            ArgsEscaped?: boolean | null;
            /** @description Paths in a container that get a volume without a name each. */
            Volumes?: {
                [key: string]: components["schemas"]["EmptyObject"];
            } | null;
            /** @description The directory in which the command starts. */
            WorkingDir?: string;
            /** @description The program that runs before `Cmd` is appended. */
            Entrypoint?: string[] | null;
            /** @description Instructions that a build `FROM` the image runs first. */
            OnBuild?: string[] | null;
            /** @description Labels. */
            Labels?: {
                [key: string]: string;
            } | null;
            /** @description The signal that asks the process to end. */
            StopSignal?: string | null;
            /** @description The shell that runs commands of a Dockerfile which are written as text. */
            Shell?: string[] | null;
        };
        /** @description Something that the removal of an image removed; one of the two is set. */
        ImageDeleteResponseItem: {
            /** @description A name that is gone. */
            Untagged?: string;
            /** @description The id of an image that is gone. */
            Deleted?: string;
        };
        /** @description A step that made an image. */
        ImageHistoryResponseItem: {
            /** @description The id of the image after this step, or `<missing>` when it was built elsewhere. */
            Id: string;
            /**
             * Format: int64
             * @description When it was done, in seconds since 1970.
             */
            Created: number;
            /** @description The instruction. */
            CreatedBy: string;
            /** @description The names of the image after this step; null when it has none. */
            Tags: string[] | null;
            /**
             * Format: int64
             * @description The bytes that the step added.
             */
            Size: number;
            /** @description The comment of the step. */
            Comment: string;
        };
        /** @description An image that was built. */
        ImageID: {
            /** @description Its id. */
            ID?: string;
        };
        /** @description All that the engine knows of an image. */
        ImageInspect: {
            /** @description The image's id, the digest of its configuration (of its manifest, where images are kept with their manifests). */
            Id?: string;
            /** @description The index or manifest that its name stands for; only where images are kept with their manifests. */
            Descriptor?: components["schemas"]["OCIDescriptor"] | null;
            /** @description Its manifests, when they were asked for. */
            Manifests?: components["schemas"]["ImageManifestSummary"][] | null;
            /** @description Its names with tags. */
            RepoTags?: string[] | null;
            /** @description Its names with the digest under which a registry knows it. */
            RepoDigests?: string[] | null;
            /** @description The id of the image that it was built on here; empty for images that came from elsewhere. */
            Parent?: string;
            /** @description The comment given when it was made. */
            Comment?: string;
            /**
             * Format: date-time
             * @description When it was built, in RFC 3339; absent when the image does not say.
             */
            Created?: string | null;
            /** @description The version of the engine that built it; empty when the image does not say. */
            DockerVersion?: string;
            /** @description Who made it. */
            Author?: string;
            /** @description What a container of it runs. */
            Config?: components["schemas"]["ImageConfig"] | null;
            /** @description The processor that it is for, as Go names it, such as `amd64`. */
            Architecture?: string;
            /** @description The variant of the processor, such as `v8`. */
            Variant?: string | null;
            /** @description The operating system that it is for. */
            Os?: string;
            /** @description The version of the operating system, for Windows. */
            OsVersion?: string | null;
            /**
             * Format: int64
             * @description The bytes of its files, unpacked.
             */
            Size?: number;
            /** @description The paths of its layers. */
            GraphDriver?: components["schemas"]["DriverData"];
            /** @description Its layers. */
            RootFS?: components["schemas"]["ImageRootFS"];
            /** @description What this engine adds, which is not part of the image. */
            Metadata?: components["schemas"]["ImageMetadata"];
        };
        /** @description Details of an attestation. */
        ImageManifestAttestationData: {
            /** @description The digest of the manifest that it vouches for. */
            For: string;
        };
        /** @description Details of the image that a manifest describes. */
        ImageManifestImageData: {
            /** @description The platform that the image is for. */
            Platform: components["schemas"]["OCIPlatform"] | null;
            /** @description The ids of the containers that use it. */
            Containers: string[];
            /** @description What it takes unpacked. */
            Size: components["schemas"]["ImageManifestImageSize"];
        };
        /** @description What an image takes beside its packed content, in bytes. */
        ImageManifestImageSize: {
            /**
             * Format: int64
             * @description Its unpacked files.
             */
            Unpacked: number;
        };
        /** @description What a manifest takes on disk, in bytes. */
        ImageManifestSize: {
            /**
             * Format: int64
             * @description The packed content and the unpacked files together.
             */
            Total: number;
            /**
             * Format: int64
             * @description The packed content, as a registry has it.
             */
            Content: number;
        };
        /** @description A manifest of an image, as an index lists it. */
        ImageManifestSummary: {
            /** @description The digest of the manifest, by which it can be addressed. */
            ID: string;
            /** @description The descriptor of the manifest. */
            Descriptor: components["schemas"]["OCIDescriptor"];
            /** @description Whether all that it refers to is in the local store. */
            Available: boolean;
            /** @description What it takes on disk. */
            Size: components["schemas"]["ImageManifestSize"];
            /**
             * @description What it describes, an image for a platform, an attestation of another manifest, or something unknown.
             * @enum {string}
             */
            Kind: "image" | "attestation" | "unknown";
            /** @description Details of a manifest of the kind `image`. */
            ImageData?: components["schemas"]["ImageManifestImageData"] | null;
            /** @description Details of a manifest of the kind `attestation`. */
            AttestationData?: components["schemas"]["ImageManifestAttestationData"] | null;
        };
        /** @description What the engine notes of an image. */
        ImageMetadata: {
            /**
             * Format: date-time
             * @description When the image was last named here; `0001-01-01T00:00:00Z` when it was not.
             */
            LastTagTime?: string | null;
        };
        /** @description The images that were removed. */
        ImagePruneResponse: {
            /** @description What was removed, in order; null when it was nothing. */
            ImagesDeleted?: components["schemas"]["ImageDeleteResponseItem"][] | null;
            /**
             * Format: int64
             * @description How many bytes of the disk are free again.
             */
            SpaceReclaimed?: number;
        };
        /** @description The layers of an image. */
        ImageRootFS: {
            /** @description How they are kept; always `layers`. */
            Type: string;
            /** @description The digests of the unpacked layers, lowest first. */
            Layers?: string[];
        };
        /** @description An image on Docker Hub. */
        ImageSearchResponseItem: {
            /** @description What it is, in its owner's words. */
            description?: string;
            /** @description Whether it is one of the official images. */
            is_official?: boolean;
            /** @description Whether it was built by Docker Hub; always false since that was given up. */
            is_automated?: boolean;
            /** @description Its name. */
            name?: string;
            /** @description How many people have starred it. */
            star_count?: number;
        };
        /** @description An image in a list. */
        ImageSummary: {
            /** @description The image's id, the digest of its configuration (of its manifest, where images are kept with their manifests). */
            Id: string;
            /** @description The id of the image that it was built on here; empty for images that came from elsewhere. */
            ParentId: string;
            /** @description Its names with tags; empty for an image without a name. */
            RepoTags: string[] | null;
            /** @description Its names with the digest under which a registry knows it. */
            RepoDigests: string[] | null;
            /** @description When it was built, in seconds since 1970. */
            Created: number;
            /**
             * Format: int64
             * @description The bytes of its files, unpacked.
             */
            Size: number;
            /**
             * Format: int64
             * @description The bytes that it shares with other images; -1 when that was not computed.
             */
            SharedSize: number;
            /** @description Its labels; null when it has none. */
            Labels: {
                [key: string]: string;
            } | null;
            /** @description How many containers use it; -1 when that was not counted. */
            Containers: number;
            /** @description Its manifests, when they were asked for. */
            Manifests?: components["schemas"]["ImageManifestSummary"][];
            /** @description The index or manifest that its name stands for; only where images are kept with their manifests. */
            Descriptor?: components["schemas"]["OCIDescriptor"] | null;
        };
        /** @description What is known of a registry. */
        IndexInfo: {
            /** @description Its host name. */
            Name?: string;
            /** @description Its mirrors, by URL. */
            Mirrors?: string[] | null;
            /** @description Whether it must be asked over TLS with a valid certificate. */
            Secure?: boolean;
            /** @description Whether it is Docker Hub. */
            Official?: boolean;
        };
        /** @description The tokens to join the swarm. */
        JoinTokens: {
            /** @description The token for workers. */
            Worker?: string;
            /** @description The token for managers. */
            Manager?: string;
        };
        /** @description What a task may take. */
        Limit: {
            /**
             * Format: int64
             * @description CPU time in billionths of a CPU (`--limit-cpu`).
             */
            NanoCPUs?: number;
            /**
             * Format: int64
             * @description Memory in bytes (`--limit-memory`).
             */
            MemoryBytes?: number;
            /**
             * Format: int64
             * @description Processes and threads; 0 for no limit (`--limit-pids`).
             * @default 0
             */
            Pids?: number;
        };
        /**
         * @description Whether a node is in a swarm, `inactive` when it is in none, `pending` while it joins, `active` as a member, `locked` when its manager waits for the unlock key, `error` when something failed.
         * @default
         * @enum {string}
         */
        LocalNodeState: "" | "inactive" | "pending" | "active" | "error" | "locked";
        /** @description Where the output of a container goes. */
        LogConfig: {
            /** @description The log driver: `json-file`, `local`, `none`, `journald`, `syslog`, `gelf`, `fluentd`, `awslogs`, `splunk`, `gcplogs`, `etwlogs`, or a plugin. Empty for the engine's default (`--log-driver`). */
            Type?: string;
            /** @description Options of the driver, such as `max-size` (`--log-opt`). */
            Config?: {
                [key: string]: string;
            } | null;
        };
        /** @description The part of a node among the managers. */
        ManagerStatus: {
            /**
             * @description Whether it leads them.
             * @default false
             */
            Leader?: boolean;
            /** @description Whether the others reach it. */
            Reachability?: components["schemas"]["Reachability"];
            /** @description Its address and port. */
            Addr?: string;
        };
        /** @description Something to mount in a container (`--mount`). */
        Mount: {
            /** @description The path in the container. */
            Target?: string;
            /** @description A path of the host, the name of a volume, or an image; nothing for `tmpfs` and anonymous volumes. */
            Source?: string;
            /** @description The kind of the mount. */
            Type?: components["schemas"]["MountType"];
            /** @description Mounts it read-only. */
            ReadOnly?: boolean;
            /** @description How exactly host and container must agree, of meaning for Docker Desktop on a Mac only. */
            Consistency?: string;
            /** @description Options of a bind mount. */
            BindOptions?: components["schemas"]["MountBindOptions"];
            /** @description Options of a volume. */
            VolumeOptions?: components["schemas"]["MountVolumeOptions"];
            /** @description Options of an image. */
            ImageOptions?: components["schemas"]["MountImageOptions"];
            /** @description Options of a file system in memory. */
            TmpfsOptions?: components["schemas"]["MountTmpfsOptions"];
        };
        /** @description Options of a bind mount. */
        MountBindOptions: {
            /**
             * @description How mounts below it spread between host and container.
             * @enum {string}
             */
            Propagation?: "private" | "rprivate" | "shared" | "rshared" | "slave" | "rslave";
            /**
             * @description Leaves out what is mounted below the source on the host.
             * @default false
             */
            NonRecursive?: boolean;
            /**
             * @description Makes the source on the host when it is missing.
             * @default false
             */
            CreateMountpoint?: boolean;
            /**
             * @description Makes the mount itself read-only and leaves what is mounted below writable.
             * @default false
             */
            ReadOnlyNonRecursive?: boolean;
            /**
             * @description Fails when what is mounted below cannot be made read-only too.
             * @default false
             */
            ReadOnlyForceRecursive?: boolean;
        };
        /** @description The driver of a volume. */
        MountDriverConfig: {
            /** @description The name of the driver. */
            Name?: string;
            /** @description Options that the driver understands. */
            Options?: {
                [key: string]: string;
            };
        };
        /** @description Options of a mounted image. */
        MountImageOptions: {
            /** @description The folder of the image to mount instead of its root. */
            Subpath?: string;
        };
        /** @description What is mounted at a place of a container. */
        MountPoint: {
            /** @description The kind of the mount. */
            Type?: components["schemas"]["MountType"];
            /** @description The name of the volume; absent for other kinds. */
            Name?: string;
            /** @description The path on the host; empty for `tmpfs`. */
            Source?: string;
            /** @description The path in the container. */
            Destination?: string;
            /** @description The driver of the volume; absent for other kinds. */
            Driver?: string;
            /** @description The options as they were written after the second colon of a bind, such as `ro,z`. */
            Mode?: string;
            /** @description Whether the container may write there. */
            RW?: boolean;
            /** @description How mounts below it spread between host and container; empty where that has no meaning. */
            Propagation?: string;
        };
        /** @description Options of a file system in memory. */
        MountTmpfsOptions: {
            /**
             * Format: int64
             * @description Its size in bytes; 0 for half of the memory.
             */
            SizeBytes?: number;
            /** @description The permission bits of its root, as a decimal number. */
            Mode?: number;
            /** @description Mount options, each a name alone or a name and a value. */
            Options?: string[][];
        };
        /**
         * @description The kind of a mount: `bind` a path of the host, `volume` a volume, `tmpfs` memory, `image` the files of an image, `cluster` a cluster volume, `npipe` a named pipe of Windows.
         * @enum {string}
         */
        MountType: "bind" | "cluster" | "image" | "npipe" | "tmpfs" | "volume";
        /** @description Options of a volume that a mount makes. */
        MountVolumeOptions: {
            /**
             * @description Leaves the new volume empty instead of copying what the image has at the target.
             * @default false
             */
            NoCopy?: boolean;
            /** @description Labels of the new volume. */
            Labels?: {
                [key: string]: string;
            };
            /** @description The driver of the new volume. */
            DriverConfig?: components["schemas"]["MountDriverConfig"];
            /** @description The folder of the volume to mount instead of its root; it must exist and cannot leave the volume. */
            Subpath?: string;
        };
        /** @description One piece of a resource, by name. */
        NamedGenericResource: {
            /** @description The kind of the resource, such as `GPU`. */
            Kind?: string;
            /** @description The name of the piece. */
            Value?: string;
        };
        /** @description A network. */
        Network: {
            /** @description Its name. */
            Name?: string;
            /** @description Its id, 64 hexadecimal digits. */
            Id?: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            Created?: string;
            /** @description Where it exists, `local` on this host, `swarm` in the whole swarm. */
            Scope?: string;
            /** @description Its driver, such as `bridge`. */
            Driver?: string;
            /** @description Whether it has IPv4 addresses. */
            EnableIPv4?: boolean;
            /** @description Whether it has IPv6 addresses. */
            EnableIPv6?: boolean;
            /** @description How its addresses are managed. */
            IPAM?: components["schemas"]["IPAM"];
            /**
             * @description Whether it has no way out to other networks.
             * @default false
             */
            Internal?: boolean;
            /**
             * @description Whether single containers may be connected to this network of a swarm.
             * @default false
             */
            Attachable?: boolean;
            /**
             * @description Whether it carries the published ports of a swarm.
             * @default false
             */
            Ingress?: boolean;
            /** @description The network whose configuration it uses. */
            ConfigFrom?: components["schemas"]["ConfigReference"];
            /**
             * @description Whether it only holds configuration for other networks and cannot be connected to.
             * @default false
             */
            ConfigOnly?: boolean;
            /** @description The running containers that are connected to it, by id. Lists leave them out. */
            Containers?: {
                [key: string]: components["schemas"]["NetworkContainer"];
            };
            /** @description Options of the driver. */
            Options?: {
                [key: string]: string;
            } | null;
            /** @description Its labels. */
            Labels?: {
                [key: string]: string;
            } | null;
            /** @description The nodes of the swarm that take part in an overlay network. */
            Peers?: components["schemas"]["PeerInfo"][] | null;
        };
        /** @description Addresses from which networks get subnets. */
        NetworkAddressPool: {
            /** @description The addresses, such as `172.16.0.0/12`. */
            Base?: string;
            /** @description The length of the prefix of a subnet, in bits. */
            Size?: number;
        };
        /** @description A task's place in a network. */
        NetworkAttachment: {
            /** @description The network. */
            Network?: components["schemas"]["Network"];
            /** @description The task's addresses with the lengths of their prefixes. */
            Addresses?: string[];
        };
        /** @description A network of a task. */
        NetworkAttachmentConfig: {
            /** @description The name or id of the network. */
            Target?: string;
            /** @description Further names of the service in it. */
            Aliases?: string[];
            /** @description Options that the network's driver understands. */
            DriverOpts?: {
                [key: string]: string;
            };
        };
        /** @description A single container that is connected to a network of the swarm. */
        NetworkAttachmentSpec: {
            /** @description The id of the container. */
            ContainerID?: string;
        };
        /** @description A container to connect to a network. */
        NetworkConnectRequest: {
            /** @description The id or name of the container. */
            Container?: string;
            /** @description Its place in the network. */
            EndpointConfig?: components["schemas"]["EndpointSettings"];
        };
        /** @description A container that is connected to a network. */
        NetworkContainer: {
            /** @description The container's name. */
            Name?: string;
            /** @description The id of its endpoint. */
            EndpointID?: string;
            /** @description Its MAC address in the network. */
            MacAddress?: string;
            /** @description Its IPv4 address with the length of the prefix, such as `172.17.0.2/16`. */
            IPv4Address?: string;
            /** @description Its IPv6 address with the length of the prefix. */
            IPv6Address?: string;
        };
        /** @description A network to create. */
        NetworkCreateRequest: {
            /** @description Its name. No other network may have it. */
            Name: string;
            /**
             * @description Its driver (`--driver`).
             * @default bridge
             */
            Driver?: string;
            /** @description Where it exists, `local` or `swarm`; the driver's own scope without (`--scope`). */
            Scope?: string;
            /** @description Gives it no way out to other networks (`--internal`). */
            Internal?: boolean;
            /** @description Lets single containers be connected to this network of a swarm (`--attachable`). */
            Attachable?: boolean;
            /** @description Makes it carry the published ports of a swarm (`--ingress`). */
            Ingress?: boolean;
            /**
             * @description Makes it only hold configuration for other networks (`--config-only`).
             * @default false
             */
            ConfigOnly?: boolean;
            /** @description The network whose configuration it uses. */
            ConfigFrom?: components["schemas"]["ConfigReference"] | null;
            /** @description How its addresses are managed. */
            IPAM?: components["schemas"]["IPAM"] | null;
            /** @description Gives it IPv4 addresses, as it has without being told (`--ipv4`). */
            EnableIPv4?: boolean;
            /** @description Gives it IPv6 addresses (`--ipv6`). */
            EnableIPv6?: boolean;
            /** @description Options of the driver (`--opt`). */
            Options?: {
                [key: string]: string;
            } | null;
            /** @description Its labels (`--label`). */
            Labels?: {
                [key: string]: string;
            } | null;
        };
        /** @description The network that was created. */
        NetworkCreateResponse: {
            /** @description Its id. */
            Id: string;
            /** @description What the engine finds questionable; empty when it is nothing. */
            Warning: string;
        };
        /** @description A container to take out of a network. */
        NetworkDisconnectRequest: {
            /** @description The id or name of the container. */
            Container?: string;
            /** @description Takes it out though it is in an unclear state (`--force`). */
            Force?: boolean;
        };
        /** @description The networks that were removed. */
        NetworkPruneResponse: {
            /** @description The names of the removed networks; null when there were none. */
            NetworksDeleted?: string[] | null;
        };
        /** @description The networks of a container. The addresses beside `Networks` repeat those of the endpoint on the default bridge network, for old clients. */
        NetworkSettings: {
            /** @description The bridge of the default network, where the engine was told to use another. */
            Bridge?: string;
            /** @description The id of the container's network namespace. */
            SandboxID?: string;
            /** @description Has no meaning any more; false. */
            HairpinMode?: boolean;
            /** @description Has no meaning any more; empty. */
            LinkLocalIPv6Address?: string;
            /** @description Has no meaning any more; 0. */
            LinkLocalIPv6PrefixLen?: number;
            /** @description The exposed ports, and where they are published. */
            Ports?: components["schemas"]["PortMap"] | null;
            /** @description The file that holds the network namespace. */
            SandboxKey?: string;
            /** @description Has no meaning any more; null. */
            SecondaryIPAddresses?: components["schemas"]["Address"][] | null;
            /** @description Has no meaning any more; null. */
            SecondaryIPv6Addresses?: components["schemas"]["Address"][] | null;
            /** @description The id of the endpoint on the default bridge network. */
            EndpointID?: string;
            /** @description The IPv4 gateway of that endpoint. */
            Gateway?: string;
            /** @description The IPv6 address of that endpoint. */
            GlobalIPv6Address?: string;
            /** @description The length of the prefix of that IPv6 address. */
            GlobalIPv6PrefixLen?: number;
            /** @description The IPv4 address of that endpoint. */
            IPAddress?: string;
            /** @description The length of the prefix of that IPv4 address. */
            IPPrefixLen?: number;
            /** @description The IPv6 gateway of that endpoint. */
            IPv6Gateway?: string;
            /** @description The MAC address of that endpoint. */
            MacAddress?: string;
            /** @description The container's endpoints by network name. */
            Networks?: {
                [key: string]: components["schemas"]["EndpointSettings"];
            } | null;
        };
        /** @description The networks to connect a container to when it is created. */
        NetworkingConfig: {
            /** @description The container's endpoint by network name or id; null leaves all of it to the engine. */
            EndpointsConfig?: {
                [key: string]: components["schemas"]["EndpointSettings"] | null;
            } | null;
        };
        /** @description A machine of the swarm. */
        Node: {
            /** @description Its id. */
            ID?: string;
            /** @description Its version, to be sent with an update. */
            Version?: components["schemas"]["ObjectVersion"];
            /**
             * Format: date-time
             * @description When it joined.
             */
            CreatedAt?: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            UpdatedAt?: string;
            /** @description What is wanted of it. */
            Spec?: components["schemas"]["NodeSpec"];
            /** @description What it says of itself. */
            Description?: components["schemas"]["NodeDescription"];
            /** @description Whether it is up. */
            Status?: components["schemas"]["NodeStatus"];
            /** @description Its part among the managers; absent for workers. */
            ManagerStatus?: components["schemas"]["ManagerStatus"] | null;
        };
        /** @description What a node says of itself. */
        NodeDescription: {
            /** @description Its host name. */
            Hostname?: string;
            /** @description Its platform. */
            Platform?: components["schemas"]["Platform"];
            /** @description What it has. */
            Resources?: components["schemas"]["ResourceObject"];
            /** @description Its engine. */
            Engine?: components["schemas"]["EngineDescription"];
            /** @description The certificates that it trusts. */
            TLSInfo?: components["schemas"]["TLSInfo"];
        };
        /** @description What is wanted of a node. */
        NodeSpec: {
            /** @description A name for it. */
            Name?: string;
            /** @description Its labels (`--label-add`). */
            Labels?: {
                [key: string]: string;
            };
            /**
             * @description Whether it is a manager or a worker (`--role`).
             * @enum {string}
             */
            Role?: "worker" | "manager";
            /**
             * @description Whether it gets tasks, `active`; keeps those that it has, `pause`; or gives them up, `drain` (`--availability`).
             * @enum {string}
             */
            Availability?: "active" | "pause" | "drain";
        };
        /**
         * @description Whether a node is up.
         * @enum {string}
         */
        NodeState: "unknown" | "down" | "ready" | "disconnected";
        /** @description Whether a node is up. */
        NodeStatus: {
            /** @description Its state. */
            State?: components["schemas"]["NodeState"];
            /** @description The reason, in words for people. */
            Message?: string;
            /** @description Its address. */
            Addr?: string;
        };
        /** @description What refers to a piece of content in a store, by its digest (OCI image specification). */
        OCIDescriptor: {
            /** @description The kind of the content. */
            mediaType?: string;
            /** @description The digest of the content, such as `sha256:…`. */
            digest?: string;
            /**
             * Format: int64
             * @description The length of the content in bytes.
             */
            size?: number;
            /** @description Where else it may be had. */
            urls?: string[] | null;
            /** @description Metadata of the reference. */
            annotations?: {
                [key: string]: string;
            } | null;
            /** @description The content itself in base64, when it is small and was embedded. */
            data?: string | null;
            /** @description The platform that the content is for, in an index. */
            platform?: components["schemas"]["OCIPlatform"] | null;
            /** @description What the content is, when it is not an image. */
            artifactType?: string | null;
        };
        /** @description A platform that an image is for. */
        OCIPlatform: {
            /** @description The processor as Go names it, such as `amd64`. */
            architecture?: string;
            /** @description The operating system as Go names it, such as `linux`. */
            os?: string;
            /** @description The version of the operating system, for Windows. */
            "os.version"?: string;
            /** @description Features that the operating system must have, for Windows. */
            "os.features"?: string[];
            /** @description The variant of the processor, such as `v7`. */
            variant?: string;
        };
        /** @description The version of an object of a swarm. Who updates the object sends the version that was read, so that nobody undoes a change unseen. */
        ObjectVersion: {
            /**
             * Format: uint64
             * @description A number that grows with each change.
             */
            Index?: number;
        };
        /** @description How tasks are kept. */
        OrchestrationConfig: {
            /**
             * Format: int64
             * @description How many ended tasks are kept for each slot; a negative number keeps all (`--task-history-limit`).
             */
            TaskHistoryRetentionLimit?: number;
        };
        /** @description A node that takes part in an overlay network. */
        PeerInfo: {
            /** @description The node's id in the network's own cluster. */
            Name?: string;
            /** @description The node's address. */
            IP?: string;
        };
        /** @description A manager of the swarm. */
        PeerNode: {
            /** @description Its id. */
            NodeID?: string;
            /** @description Its address and port. */
            Addr?: string;
        };
        /** @description Which nodes a task may run on. */
        Placement: {
            /** @description Conditions such as `node.role==manager` or `node.labels.disk!=ssd`, of which all must hold (`--constraint`). */
            Constraints?: string[];
            /** @description How tasks are spread over the nodes that are left, in order of weight (`--placement-pref`). */
            Preferences?: components["schemas"]["PlacementPreference"][];
            /**
             * Format: int64
             * @description How many tasks of the service a node gets at most; 0 for no limit (`--replicas-max-per-node`).
             * @default 0
             */
            MaxReplicas?: number;
            /** @description The platforms that the image is for. */
            Platforms?: components["schemas"]["Platform"][];
        };
        /** @description A preference of placement. */
        PlacementPreference: {
            /** @description Spreads tasks evenly. */
            Spread?: components["schemas"]["PlacementSpread"];
        };
        /** @description An even spread over the values of a label. */
        PlacementSpread: {
            /** @description The label, such as `node.labels.datacenter`. */
            SpreadDescriptor?: string;
        };
        /** @description The processor and operating system of a machine. */
        Platform: {
            /** @description The processor's architecture as `uname -m` tells it, such as `x86_64`. */
            Architecture?: string;
            /** @description The operating system as Go names it, such as `linux`. */
            OS?: string;
        };
        /** @description A managed plugin. */
        Plugin: {
            /** @description Its id. */
            Id?: string;
            /** @description Its name with a tag. */
            Name: string;
            /** @description Whether it runs. */
            Enabled: boolean;
            /** @description The values in force of what can be set. */
            Settings: components["schemas"]["PluginSettings"];
            /** @description The registry's name that it was pulled by. */
            PluginReference?: string;
            /** @description What it says of itself. */
            Config: components["schemas"]["PluginConfig"];
        };
        /** @description The arguments of a plugin. */
        PluginArgs: {
            /** @description A name for them. */
            Name: string;
            /** @description What they are for. */
            Description: string;
            /** @description What of them can be set. */
            Settable: string[];
            /** @description The arguments. */
            Value: string[];
        };
        /** @description What a plugin says of itself. */
        PluginConfig: {
            /** @description The version of the engine that made it. */
            DockerVersion?: string;
            /** @description What it is for. */
            Description: string;
            /** @description Where to read about it. */
            Documentation: string;
            /** @description How the engine speaks to it. */
            Interface: components["schemas"]["PluginInterface"];
            /** @description The program that runs, with its arguments. */
            Entrypoint: string[];
            /** @description The directory in which it starts. */
            WorkDir: string;
            /** @description The user that runs it. */
            User?: components["schemas"]["PluginUser"];
            /** @description Its network. */
            Network: components["schemas"]["PluginNetwork"];
            /** @description What it needs of a Linux host. */
            Linux: components["schemas"]["PluginLinux"];
            /** @description The folder in which mounts that it makes are seen by the engine too. */
            PropagatedMount: string;
            /** @description Whether it shares the host's IPC namespace. */
            IpcHost: boolean;
            /** @description Whether it shares the host's process namespace. */
            PidHost: boolean;
            /** @description What is mounted in it. */
            Mounts: components["schemas"]["PluginMount"][];
            /** @description Its environment variables. */
            Env: components["schemas"]["PluginEnv"][];
            /** @description Its arguments. */
            Args: components["schemas"]["PluginArgs"];
            /** @description The layers of its files. */
            rootfs?: components["schemas"]["PluginRootFS"];
        };
        /** @description A device that a plugin uses. */
        PluginDevice: {
            /** @description A name for it. */
            Name: string;
            /** @description What it is for. */
            Description: string;
            /** @description What of it can be set. */
            Settable: string[];
            /** @description The device on the host. */
            Path: string;
        };
        /** @description An environment variable of a plugin. */
        PluginEnv: {
            /** @description Its name. */
            Name: string;
            /** @description What it is for. */
            Description: string;
            /** @description What of it can be set. */
            Settable: string[];
            /** @description Its value. */
            Value: string;
        };
        /** @description How the engine speaks to a plugin. */
        PluginInterface: {
            /** @description The kinds of driver that it is, such as `docker.volumedriver/1.0`. */
            Types: string[];
            /** @description The name of its socket below `/run/docker/plugins`. */
            Socket: string;
            /**
             * @description The protocol on the socket; empty for the usual one.
             * @enum {string}
             */
            ProtocolScheme?: "" | "moby.plugins.http/v1";
        };
        /** @description What a plugin needs of a Linux host. */
        PluginLinux: {
            /** @description Capabilities beside the default ones. */
            Capabilities: string[];
            /** @description Whether it may use every device. */
            AllowAllDevices: boolean;
            /** @description Devices that it uses. */
            Devices: components["schemas"]["PluginDevice"][];
        };
        /** @description Something that is mounted in a plugin. */
        PluginMount: {
            /** @description A name for it. */
            Name: string;
            /** @description What it is for. */
            Description: string;
            /** @description What of it can be set. */
            Settable: string[];
            /** @description The path on the host. */
            Source: string;
            /** @description The path in the plugin. */
            Destination: string;
            /** @description The kind of the mount, such as `bind`. */
            Type: string;
            /** @description Mount options. */
            Options: string[];
        };
        /** @description The network of a plugin. */
        PluginNetwork: {
            /** @description The network, `bridge`, `host` or `none`. */
            Type: string;
        };
        /** @description A right that a plugin wants. */
        PluginPrivilege: {
            /** @description The right, such as `network` or `capabilities`. */
            Name?: string;
            /** @description What it allows. */
            Description?: string;
            /** @description What exactly is wanted. */
            Value?: string[];
        };
        /** @description The layers of a plugin's files. */
        PluginRootFS: {
            /** @description How they are kept; always `layers`. */
            type?: string;
            /** @description The digests of the unpacked layers, lowest first. */
            diff_ids?: string[];
        };
        /** @description The values in force of what can be set on a plugin. */
        PluginSettings: {
            /** @description Mounts. */
            Mounts: components["schemas"]["PluginMount"][];
            /** @description Environment variables as `name=value`. */
            Env: string[];
            /** @description Arguments. */
            Args: string[];
            /** @description Devices. */
            Devices: components["schemas"]["PluginDevice"][];
        };
        /** @description The user that runs a plugin. */
        PluginUser: {
            /**
             * Format: uint32
             * @description The user's number.
             */
            UID?: number;
            /**
             * Format: uint32
             * @description The group's number.
             */
            GID?: number;
        };
        /** @description Drivers by kind, built in and plugins. */
        PluginsInfo: {
            /** @description Volume drivers. */
            Volume?: string[] | null;
            /** @description Network drivers. */
            Network?: string[] | null;
            /** @description Authorization plugins, in the order in which they are asked. */
            Authorization?: string[] | null;
            /** @description Log drivers. */
            Log?: string[] | null;
        };
        /** @description A port of a container. */
        Port: {
            /**
             * Format: ip-address
             * @description The address of the host on which the port is published.
             */
            IP?: string;
            /**
             * Format: uint16
             * @description The port in the container.
             */
            PrivatePort: number;
            /**
             * Format: uint16
             * @description The port of the host on which it is published; absent when it is only exposed.
             */
            PublicPort?: number;
            /**
             * @description The protocol.
             * @enum {string}
             */
            Type: "tcp" | "udp" | "sctp";
        };
        /** @description A place on the host where a port is published. */
        PortBinding: {
            /** @description The address to listen on; empty for all addresses. */
            HostIp?: string;
            /** @description The port as text, or a range `from-to` of which a free one is taken. Empty or `0` takes any free port. */
            HostPort?: string;
        };
        /** @description Where ports are published, by port and protocol such as `80/tcp`. A port whose bindings are null is exposed and not published. */
        PortMap: {
            [key: string]: components["schemas"]["PortBinding"][] | null;
        };
        /** @description The ports that a task publishes on its node. */
        PortStatus: {
            /** @description The ports. */
            Ports?: components["schemas"]["EndpointPortConfig"][];
        };
        /** @description What an exec instance runs. */
        ProcessConfig: {
            /** @description Whether it has all capabilities. */
            privileged?: boolean;
            /** @description The user that runs it. */
            user?: string;
            /** @description Whether it has a terminal. */
            tty?: boolean;
            /** @description The program. */
            entrypoint?: string;
            /** @description The arguments of the program. */
            arguments?: string[];
        };
        /** @description How far a transfer has got. Both figures are absent when there is nothing to count. */
        ProgressDetail: {
            /** @description How many bytes are done. */
            current?: number;
            /** @description How many bytes there are to do, when that is known. */
            total?: number;
        };
        /** @description A value in the progress of a push. Which fields are set depends on what there is to tell. */
        PushImageInfo: {
            /** @description Why it failed; the last value then. */
            error?: string | null;
            /** @description The failure with its code. */
            errorDetail?: components["schemas"]["ErrorDetail"];
            /** @description What is being done, such as `Pushing`. */
            status?: string;
            /** @description A bar for people; absent for clients that draw their own. */
            progress?: string | null;
            /** @description How far it has got. */
            progressDetail?: components["schemas"]["ProgressDetail"];
        };
        /** @description How managers agree by the Raft protocol. */
        RaftConfig: {
            /**
             * Format: uint64
             * @description How many log entries there are between snapshots (`--snapshot-interval`).
             */
            SnapshotInterval?: number;
            /**
             * Format: uint64
             * @description How many snapshots are kept beside the newest (`--max-snapshots`).
             */
            KeepOldSnapshots?: number;
            /**
             * Format: uint64
             * @description How many log entries are kept after a snapshot for managers that lag behind.
             */
            LogEntriesForSlowFollowers?: number;
            /** @description After how many ticks without the leader an election begins; more than `HeartbeatTick`. */
            ElectionTick?: number;
            /** @description How many ticks there are between two signs of life of the leader. */
            HeartbeatTick?: number;
        };
        /**
         * @description Whether a manager is reached by the others.
         * @enum {string}
         */
        Reachability: "unknown" | "unreachable" | "reachable";
        /** @description How registries are reached. */
        RegistryServiceConfig: {
            /** @description Addresses at which registries may be asked without TLS or with any certificate. */
            InsecureRegistryCIDRs?: string[] | null;
            /** @description What is known of single registries, by host name. */
            IndexConfigs?: {
                [key: string]: components["schemas"]["IndexInfo"];
            } | null;
            /** @description Mirrors of Docker Hub, by URL. */
            Mirrors?: string[] | null;
        };
        /** @description A job with a number of tasks. */
        ReplicatedJob: {
            /**
             * Format: int64
             * @description How many run at a time (`--max-concurrent`).
             * @default 1
             */
            MaxConcurrent?: number;
            /**
             * Format: int64
             * @description How many must succeed; `MaxConcurrent` without (`--replicas`).
             */
            TotalCompletions?: number;
        };
        /** @description A service with a number of tasks. */
        ReplicatedService: {
            /**
             * Format: int64
             * @description How many (`--replicas`).
             */
            Replicas?: number;
        };
        /** @description Resources that a node has or a task needs. */
        ResourceObject: {
            /**
             * Format: int64
             * @description CPU time in billionths of a CPU (`--reserve-cpu`).
             */
            NanoCPUs?: number;
            /**
             * Format: int64
             * @description Memory in bytes (`--reserve-memory`).
             */
            MemoryBytes?: number;
            /** @description Resources that an administrator made up (`--generic-resource`). */
            GenericResources?: components["schemas"]["GenericResources"];
        };
        /** @description Limits of a container, most of them of its cgroup. 0 or null means no limit of its own unless said otherwise. */
        Resources: {
            /** @description The weight of the container's CPU time when others want it too, 1024 on average (`--cpu-shares`). */
            CpuShares?: number;
            /**
             * Format: int64
             * @description The limit of memory in bytes; 6 MiB at least (`--memory`).
             * @default 0
             */
            Memory?: number;
            /** @description The cgroup below which the container's cgroup is made (`--cgroup-parent`). */
            CgroupParent?: string;
            /** @description The weight of the container's block I/O, 10 to 1000, or 0 for the default (`--blkio-weight`). */
            BlkioWeight?: number;
            /** @description Weights for single devices (`--blkio-weight-device`). */
            BlkioWeightDevice?: components["schemas"]["WeightDevice"][] | null;
            /** @description Limits of reading from devices, in bytes a second (`--device-read-bps`). */
            BlkioDeviceReadBps?: components["schemas"]["ThrottleDevice"][] | null;
            /** @description Limits of writing to devices, in bytes a second (`--device-write-bps`). */
            BlkioDeviceWriteBps?: components["schemas"]["ThrottleDevice"][] | null;
            /** @description Limits of reading from devices, in operations a second (`--device-read-iops`). */
            BlkioDeviceReadIOps?: components["schemas"]["ThrottleDevice"][] | null;
            /** @description Limits of writing to devices, in operations a second (`--device-write-iops`). */
            BlkioDeviceWriteIOps?: components["schemas"]["ThrottleDevice"][] | null;
            /**
             * Format: int64
             * @description The length of the scheduler's period in microseconds, 1000 to 1000000 (`--cpu-period`).
             */
            CpuPeriod?: number;
            /**
             * Format: int64
             * @description The CPU time in each period in microseconds, 1000 at least; -1 for no limit (`--cpu-quota`).
             */
            CpuQuota?: number;
            /**
             * Format: int64
             * @description The length of the real-time scheduler's period in microseconds (`--cpu-rt-period`).
             */
            CpuRealtimePeriod?: number;
            /**
             * Format: int64
             * @description The CPU time of real-time tasks in each such period in microseconds (`--cpu-rt-runtime`).
             */
            CpuRealtimeRuntime?: number;
            /** @description The CPUs that may be used, such as `0-3` or `0,1` (`--cpuset-cpus`). */
            CpusetCpus?: string;
            /** @description The memory nodes that may be used, such as `0-3` or `0,1` (`--cpuset-mems`). */
            CpusetMems?: string;
            /** @description Devices of the host that the container gets (`--device`). */
            Devices?: components["schemas"]["DeviceMapping"][] | null;
            /** @description Rules such as `c 13:* rwm` for what devices may be used (`--device-cgroup-rule`). */
            DeviceCgroupRules?: string[] | null;
            /** @description Devices to be found by drivers, such as graphics cards (`--gpus`). */
            DeviceRequests?: components["schemas"]["DeviceRequest"][] | null;
            /**
             * Format: int64
             * @description The limit of the kernel's TCP buffers in bytes; cgroup v1 only.
             */
            KernelMemoryTCP?: number;
            /**
             * Format: int64
             * @description The memory in bytes down to which the container is pressed when memory is short; `Memory` at most (`--memory-reservation`).
             */
            MemoryReservation?: number;
            /**
             * Format: int64
             * @description The limit of memory and swap together in bytes, `Memory` at least; -1 for unlimited swap, 0 for twice `Memory` (`--memory-swap`).
             */
            MemorySwap?: number;
            /**
             * Format: int64
             * @description How readily the kernel swaps, 0 to 100; null or -1 for the host's value; cgroup v1 only (`--memory-swappiness`).
             */
            MemorySwappiness?: number | null;
            /**
             * Format: int64
             * @description The CPU time in billionths of a CPU, so 1500000000 is one and a half; it excludes period and quota (`--cpus`).
             */
            NanoCpus?: number;
            /** @description Lets processes hang instead of killing them for lack of memory; cgroup v1 only (`--oom-kill-disable`). */
            OomKillDisable?: boolean | null;
            /** @description Runs a small init as first process that reaps orphans and passes signals on; null for the engine's default (`--init`). */
            Init?: boolean | null;
            /**
             * Format: int64
             * @description The limit of processes and threads; 0 or -1 for none; null leaves it as it is (`--pids-limit`).
             */
            PidsLimit?: number | null;
            /** @description Limits of the single process (`--ulimit`). */
            Ulimits?: components["schemas"]["Ulimit"][] | null;
            /**
             * Format: int64
             * @description The number of CPUs, of meaning on Windows only.
             */
            CpuCount?: number;
            /**
             * Format: int64
             * @description The share of CPU time in percent, of meaning on Windows only.
             */
            CpuPercent?: number;
            /**
             * Format: int64
             * @description The limit of operations a second on the system drive, of meaning on Windows only.
             */
            IOMaximumIOps?: number;
            /**
             * Format: int64
             * @description The limit of bytes a second on the system drive, of meaning on Windows only.
             */
            IOMaximumBandwidth?: number;
        };
        /** @description Whether the engine starts a container again after its end. It waits 100 ms, then twice as long each time up to a minute, and begins anew after a run of 10 s (`--restart`). */
        RestartPolicy: {
            /**
             * @description `no` or empty: never; `always`: after every end, and when the engine starts; `unless-stopped`: the same unless it was stopped; `on-failure`: after an exit code other than 0.
             * @enum {string}
             */
            Name?: "" | "no" | "always" | "unless-stopped" | "on-failure";
            /** @description How often `on-failure` tries; 0 without end. */
            MaximumRetryCount?: number;
        };
        /** @description An OCI runtime. */
        Runtime: {
            /** @description The program. */
            path?: string;
            /** @description Arguments that it is always given. */
            runtimeArgs?: string[] | null;
            /** @description What it says of itself, by name; the name for OCI features is `org.opencontainers.runtime-spec.features`. */
            status?: {
                [key: string]: string;
            } | null;
        };
        /** @description The SELinux label of a container. */
        SELinuxContext: {
            /** @description Gives it no label. */
            Disable?: boolean;
            /** @description The user of the label. */
            User?: string;
            /** @description The role of the label. */
            Role?: string;
            /** @description The type of the label. */
            Type?: string;
            /** @description The level of the label. */
            Level?: string;
        };
        /** @description The system call filter of a container. */
        SeccompOptions: {
            /**
             * @description The engine's own filter, none, or that in `Profile`.
             * @enum {string}
             */
            Mode?: "default" | "unconfined" | "custom";
            /** @description The filter as JSON, in base64. */
            Profile?: string;
        };
        /** @description A secret. */
        Secret: {
            /** @description Its id. */
            ID?: string;
            /** @description Its version, to be sent with an update. */
            Version?: components["schemas"]["ObjectVersion"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            CreatedAt?: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            UpdatedAt?: string;
            /** @description What it is, without its data. */
            Spec?: components["schemas"]["SecretSpec"];
        };
        /** @description A secret that a container gets. */
        SecretReference: {
            /** @description The file in which it gets it. */
            File?: components["schemas"]["FileTarget"];
            /** @description The id of the secret. */
            SecretID?: string;
            /** @description The name of the secret; only for people, the id counts. */
            SecretName?: string;
        };
        /** @description What a secret is. */
        SecretSpec: {
            /** @description Its name. */
            Name?: string;
            /** @description Its labels (`--label`). */
            Labels?: {
                [key: string]: string;
            };
            /** @description The data in base64 with the URL alphabet, 500 KiB at most. Never in answers, and absent with `Driver`. */
            Data?: string;
            /** @description The driver that has the data, when it is not the swarm. */
            Driver?: components["schemas"]["Driver"];
            /** @description The driver that fills the data in as a template. */
            Templating?: components["schemas"]["Driver"];
        };
        /** @description A service. */
        Service: {
            /** @description Its id. */
            ID?: string;
            /** @description Its version, to be sent with an update. */
            Version?: components["schemas"]["ObjectVersion"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            CreatedAt?: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            UpdatedAt?: string;
            /** @description What is wanted of it. */
            Spec?: components["schemas"]["ServiceSpec"];
            /** @description How it is reached. */
            Endpoint?: components["schemas"]["ServiceEndpoint"];
            /** @description How far its last update has got. */
            UpdateStatus?: components["schemas"]["ServiceUpdateStatus"];
            /** @description The numbers of its tasks, when they were asked for. */
            ServiceStatus?: components["schemas"]["ServiceTaskStatus"];
            /** @description How far it has got, if it is a job. */
            JobStatus?: components["schemas"]["ServiceJobStatus"];
        };
        /** @description A config that a container gets. One of `File` and `Runtime` is set. */
        ServiceConfigReference: {
            /** @description The file in which it gets it. */
            File?: components["schemas"]["FileTarget"];
            /** @description It is for the engine that runs the task, and not seen in the container. */
            Runtime?: components["schemas"]["EmptyObject"];
            /** @description The id of the config. */
            ConfigID?: string;
            /** @description The name of the config; only for people, the id counts. */
            ConfigName?: string;
        };
        /** @description The service that was created. */
        ServiceCreateResponse: {
            /** @description Its id. */
            ID?: string;
            /** @description What the engine finds questionable, in words for people. */
            Warnings?: string[] | null;
        };
        /** @description How a service is reached, as it came out. */
        ServiceEndpoint: {
            /** @description What was wanted. */
            Spec?: components["schemas"]["EndpointSpec"];
            /** @description The published ports. */
            Ports?: components["schemas"]["EndpointPortConfig"][];
            /** @description Its addresses. */
            VirtualIPs?: components["schemas"]["EndpointVirtualIP"][];
        };
        /** @description How far a job has got. */
        ServiceJobStatus: {
            /** @description A version that grows with each run of the job; its tasks bear the version of their run. */
            JobIteration?: components["schemas"]["ObjectVersion"];
            /**
             * Format: date-time
             * @description When it was last run.
             */
            LastExecution?: string;
        };
        /** @description How many tasks a service has, and where. One of the four is set (`--mode`). */
        ServiceMode: {
            /** @description A number of tasks that are kept running. */
            Replicated?: components["schemas"]["ReplicatedService"];
            /** @description One task on each node that is kept running. */
            Global?: components["schemas"]["EmptyObject"];
            /** @description A number of tasks that run to their end. */
            ReplicatedJob?: components["schemas"]["ReplicatedJob"];
            /** @description One task on each node that runs to its end. */
            GlobalJob?: components["schemas"]["EmptyObject"];
        };
        /** @description How the tasks of a service are replaced when an update is taken back. */
        ServiceRollbackConfig: {
            /**
             * Format: int64
             * @description How many at a time; 0 for all (`--rollback-parallelism`).
             */
            Parallelism?: number;
            /**
             * Format: int64
             * @description The time between two steps, in nanoseconds (`--rollback-delay`).
             */
            Delay?: number;
            /**
             * @description What to do when a task fails (`--rollback-failure-action`).
             * @enum {string}
             */
            FailureAction?: "continue" | "pause";
            /**
             * Format: int64
             * @description How long a task is watched for failure, in nanoseconds (`--rollback-monitor`).
             */
            Monitor?: number;
            /**
             * @description The part of tasks that may fail, 0 to 1 (`--rollback-max-failure-ratio`).
             * @default 0
             */
            MaxFailureRatio?: number;
            /**
             * @description Whether one task stops before the other starts or after (`--rollback-order`).
             * @enum {string}
             */
            Order?: "stop-first" | "start-first";
        };
        /** @description What is wanted of a service. */
        ServiceSpec: {
            /** @description Its name (`--name`). */
            Name?: string;
            /** @description Its labels (`--label`). */
            Labels?: {
                [key: string]: string;
            };
            /** @description What its tasks are like. */
            TaskTemplate?: components["schemas"]["TaskSpec"];
            /** @description How many tasks it has, and where. */
            Mode?: components["schemas"]["ServiceMode"];
            /** @description How its tasks are replaced. */
            UpdateConfig?: components["schemas"]["ServiceUpdateConfig"];
            /** @description How its tasks are replaced when an update is taken back. */
            RollbackConfig?: components["schemas"]["ServiceRollbackConfig"];
            /** @description The networks of its tasks; replaced by those of `TaskTemplate`. */
            Networks?: components["schemas"]["NetworkAttachmentConfig"][];
            /** @description How it is reached. */
            EndpointSpec?: components["schemas"]["EndpointSpec"];
        };
        /** @description The numbers of tasks of a service. */
        ServiceTaskStatus: {
            /**
             * Format: uint64
             * @description How many run.
             */
            RunningTasks?: number;
            /**
             * Format: uint64
             * @description How many shall run; for a job, how many have not ended.
             */
            DesiredTasks?: number;
            /**
             * Format: uint64
             * @description How many have ended well; jobs only.
             */
            CompletedTasks?: number;
        };
        /** @description How the tasks of a service are replaced. */
        ServiceUpdateConfig: {
            /**
             * Format: int64
             * @description How many at a time; 0 for all (`--update-parallelism`).
             */
            Parallelism?: number;
            /**
             * Format: int64
             * @description The time between two steps, in nanoseconds (`--update-delay`).
             */
            Delay?: number;
            /**
             * @description What to do when a new task fails (`--update-failure-action`).
             * @enum {string}
             */
            FailureAction?: "continue" | "pause" | "rollback";
            /**
             * Format: int64
             * @description How long a new task is watched for failure, in nanoseconds (`--update-monitor`).
             */
            Monitor?: number;
            /**
             * @description The part of new tasks that may fail, 0 to 1 (`--update-max-failure-ratio`).
             * @default 0
             */
            MaxFailureRatio?: number;
            /**
             * @description Whether the old task stops before the new one starts or after (`--update-order`).
             * @enum {string}
             */
            Order?: "stop-first" | "start-first";
        };
        /** @description The outcome of an update. */
        ServiceUpdateResponse: {
            /** @description What the engine finds questionable, in words for people. */
            Warnings?: string[];
        };
        /** @description How far an update has got. */
        ServiceUpdateStatus: {
            /**
             * @description Its state.
             * @enum {string}
             */
            State?: "updating" | "paused" | "completed";
            /**
             * Format: date-time
             * @description When it began.
             */
            StartedAt?: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            CompletedAt?: string;
            /** @description The state in words for people. */
            Message?: string;
        };
        /** @description The swarm, with what is needed to join it. */
        Swarm: {
            /** @description The tokens to join it. */
            JoinTokens?: components["schemas"]["JoinTokens"];
        } & components["schemas"]["ClusterInfo"];
        /** @description This node's place in a swarm. */
        SwarmInfo: {
            /**
             * @description The node's id; empty outside a swarm.
             * @default
             */
            NodeID?: string;
            /**
             * @description The address under which other nodes reach it.
             * @default
             */
            NodeAddr?: string;
            /** @description Whether it is in a swarm. */
            LocalNodeState?: components["schemas"]["LocalNodeState"];
            /**
             * @description Whether it is a manager that can be asked about the swarm.
             * @default false
             */
            ControlAvailable?: boolean;
            /**
             * @description What is wrong with its membership.
             * @default
             */
            Error?: string;
            /** @description The managers; null when there are none. */
            RemoteManagers?: components["schemas"]["PeerNode"][] | null;
            /** @description How many nodes the swarm has; managers only. */
            Nodes?: number | null;
            /** @description How many managers the swarm has; managers only. */
            Managers?: number | null;
            /** @description The swarm; managers only. */
            Cluster?: components["schemas"]["ClusterInfo"] | null;
        };
        /** @description How to start a swarm. */
        SwarmInitRequest: {
            /** @description The address and port, or device and port, on which this manager listens (`--listen-addr`). */
            ListenAddr?: string;
            /** @description The address that other nodes are told; found out when there is only one (`--advertise-addr`). */
            AdvertiseAddr?: string;
            /** @description The address for the traffic between containers; `AdvertiseAddr` without (`--data-path-addr`). */
            DataPathAddr?: string;
            /**
             * Format: uint32
             * @description The UDP port of that traffic, 1024 to 49151; 0 for 4789 (`--data-path-port`).
             */
            DataPathPort?: number;
            /** @description The addresses from which networks get subnets (`--default-addr-pool`). */
            DefaultAddrPool?: string[];
            /** @description Makes a new swarm of what this manager knows of its old one (`--force-new-cluster`). */
            ForceNewCluster?: boolean;
            /**
             * Format: uint32
             * @description The length of the prefix of such a subnet, in bits (`--default-addr-pool-mask-length`).
             */
            SubnetSize?: number;
            /** @description The settings. */
            Spec?: components["schemas"]["SwarmSpec"];
        };
        /** @description How to join a swarm. */
        SwarmJoinRequest: {
            /** @description The address and port on which this node listens if it is a manager (`--listen-addr`). */
            ListenAddr: string;
            /** @description The address that other nodes are told (`--advertise-addr`). */
            AdvertiseAddr?: string;
            /** @description The address for the traffic between containers (`--data-path-addr`). */
            DataPathAddr?: string;
            /** @description Addresses and ports of managers of the swarm. */
            RemoteAddrs: string[];
            /** @description The token, which also says whether this node becomes a worker or a manager (`--token`). */
            JoinToken: string;
        };
        /** @description Settings of a swarm. */
        SwarmSpec: {
            /** @description Its name; always `default`. */
            Name?: string;
            /** @description Its labels. */
            Labels?: {
                [key: string]: string;
            };
            /** @description How tasks are kept. */
            Orchestration?: components["schemas"]["OrchestrationConfig"] | null;
            /** @description How managers agree. */
            Raft?: components["schemas"]["RaftConfig"];
            /** @description How managers speak to nodes. */
            Dispatcher?: components["schemas"]["DispatcherConfig"] | null;
            /** @description How certificates are issued. */
            CAConfig?: components["schemas"]["CAConfig"] | null;
            /** @description How managers keep their keys. */
            EncryptionConfig?: components["schemas"]["EncryptionConfig"];
            /** @description What tasks get when they say nothing. */
            TaskDefaults?: components["schemas"]["TaskDefaults"];
        };
        /** @description The key for a locked manager. */
        SwarmUnlockRequest: {
            /** @description The key. */
            UnlockKey?: string;
        };
        /** @description A registry's acceptance of credentials. */
        SystemAuthResponse: {
            /** @description What the registry says, such as `Login Succeeded`. */
            Status: string;
            /** @description A token to be used instead of the password; empty when the registry gives none. */
            IdentityToken?: string;
        };
        /** @description What takes disk space. Kinds of objects that were not asked for are null. */
        SystemDataUsageResponse: {
            /**
             * Format: int64
             * @description The bytes of all layers of images, each counted once.
             */
            LayersSize?: number;
            /** @description The images with `SharedSize` and `Containers`. */
            Images?: components["schemas"]["ImageSummary"][] | null;
            /** @description The containers with `SizeRw` and `SizeRootFs`. */
            Containers?: components["schemas"]["ContainerSummary"][] | null;
            /** @description The volumes with `UsageData`. */
            Volumes?: components["schemas"]["Volume"][] | null;
            /** @description The entries of the build cache. */
            BuildCache?: components["schemas"]["BuildCache"][] | null;
        };
        /** @description The engine, its host and what it holds. */
        SystemInfo: {
            /** @description An id of the engine that does not change. */
            ID?: string;
            /** @description How many containers there are. */
            Containers?: number;
            /** @description How many run. */
            ContainersRunning?: number;
            /** @description How many are paused. */
            ContainersPaused?: number;
            /** @description How many do not run. */
            ContainersStopped?: number;
            /** @description How many images there are. */
            Images?: number;
            /** @description The storage driver. */
            Driver?: string;
            /** @description What the storage driver tells, as pairs of a name and a value. */
            DriverStatus?: string[][] | null;
            /** @description The folder that holds the engine's state. */
            DockerRootDir?: string;
            /** @description The drivers by kind. */
            Plugins?: components["schemas"]["PluginsInfo"];
            /** @description Whether the host can limit memory. */
            MemoryLimit?: boolean;
            /** @description Whether the host can limit swap. */
            SwapLimit?: boolean;
            /** @description Whether the host can limit the kernel's TCP buffers. */
            KernelMemoryTCP?: boolean;
            /** @description Whether the host knows CPU periods. */
            CpuCfsPeriod?: boolean;
            /** @description Whether the host knows CPU quotas. */
            CpuCfsQuota?: boolean;
            /** @description Whether the host knows CPU weights. */
            CPUShares?: boolean;
            /** @description Whether the host can bind containers to CPUs and memory nodes. */
            CPUSet?: boolean;
            /** @description Whether the host can limit processes. */
            PidsLimit?: boolean;
            /** @description Whether the host can do without killing for lack of memory. */
            OomKillDisable?: boolean;
            /** @description Whether the host forwards IPv4 packets. */
            IPv4Forwarding?: boolean;
            /** @description Whether the engine writes debugging messages. */
            Debug?: boolean;
            /** @description How many files the engine has open. */
            NFd?: number;
            /** @description How many goroutines the engine has; what comes nearest to them in an engine without. */
            NGoroutines?: number;
            /** @description The time on the host, in RFC 3339 with nanoseconds. */
            SystemTime?: string;
            /** @description The default log driver. */
            LoggingDriver?: string;
            /**
             * @description Who makes cgroups, the engine itself, systemd, or nobody.
             * @default cgroupfs
             * @enum {string}
             */
            CgroupDriver?: "cgroupfs" | "systemd" | "none";
            /**
             * @description The version of the host's cgroups.
             * @default 1
             * @enum {string}
             */
            CgroupVersion?: "1" | "2";
            /** @description How many clients follow events. */
            NEventsListener?: number;
            /** @description The kernel's version as `uname -r` tells it. */
            KernelVersion?: string;
            /** @description The operating system's name for people. */
            OperatingSystem?: string;
            /** @description The operating system's version. */
            OSVersion?: string;
            /** @description The operating system as Go names it. */
            OSType?: string;
            /** @description The processor as `uname -m` tells it. */
            Architecture?: string;
            /** @description How many CPUs the engine may use. */
            NCPU?: number;
            /**
             * Format: int64
             * @description The host's memory in bytes.
             */
            MemTotal?: number;
            /**
             * @description The registry that credentials are for when none is named.
             * @default https://index.docker.io/v1/
             */
            IndexServerAddress?: string;
            /** @description How registries are reached. */
            RegistryConfig?: components["schemas"]["RegistryServiceConfig"] | null;
            /** @description Resources that an administrator made up. */
            GenericResources?: components["schemas"]["GenericResources"] | null;
            /** @description The proxy for HTTP, with a password blotted out. */
            HttpProxy?: string;
            /** @description The proxy for HTTPS, with a password blotted out. */
            HttpsProxy?: string;
            /** @description The hosts that are reached without a proxy, joined by commas. */
            NoProxy?: string;
            /** @description The host's name. */
            Name?: string;
            /** @description The engine's labels, each as `key=value`. */
            Labels?: string[] | null;
            /** @description Whether experimental features are on. */
            ExperimentalBuild?: boolean;
            /** @description The engine's version. */
            ServerVersion?: string;
            /**
             * @description The OCI runtimes by name.
             * @default {
             *       "runc": {
             *         "path": "runc"
             *       }
             *     }
             */
            Runtimes?: {
                [key: string]: components["schemas"]["Runtime"];
            } | null;
            /**
             * @description The name of the runtime that containers get without asking.
             * @default runc
             */
            DefaultRuntime?: string;
            /** @description This node's place in a swarm. */
            Swarm?: components["schemas"]["SwarmInfo"];
            /**
             * @description Whether containers go on while the engine is down.
             * @default false
             */
            LiveRestoreEnabled?: boolean;
            /**
             * @description The default kind of isolation, of meaning on Windows only.
             * @default default
             * @enum {string}
             */
            Isolation?: "default" | "hyperv" | "process" | "";
            /** @description The program that is a container's init when one is wanted. */
            InitBinary?: string;
            /** @description The commit of containerd. */
            ContainerdCommit?: components["schemas"]["Commit"];
            /** @description The commit of the default runtime. */
            RuncCommit?: components["schemas"]["Commit"];
            /** @description The commit of the init. */
            InitCommit?: components["schemas"]["Commit"];
            /** @description Security features in force, each as `name=…` with further pairs after commas. */
            SecurityOptions?: string[] | null;
            /** @description The licence of the product, in words for people. */
            ProductLicense?: string;
            /** @description Where networks get subnets from when none is named. */
            DefaultAddressPools?: components["schemas"]["NetworkAddressPool"][];
            /** @description How the engine writes firewall rules. */
            FirewallBackend?: components["schemas"]["FirewallInfo"] | null;
            /** @description Devices that drivers have found. */
            DiscoveredDevices?: components["schemas"]["DeviceInfo"][];
            /** @description What is wrong with the host or the engine's configuration, in words for people. */
            Warnings?: string[] | null;
            /** @description The folders that are searched for CDI specifications of devices. */
            CDISpecDirs?: string[] | null;
            /** @description How the engine uses containerd. */
            Containerd?: components["schemas"]["ContainerdInfo"] | null;
        };
        /** @description The versions of the engine and of its parts. */
        SystemVersion: {
            /** @description The product. */
            Platform?: components["schemas"]["VersionPlatform"];
            /** @description The parts, the engine itself first. */
            Components?: components["schemas"]["ComponentVersion"][];
            /** @description The engine's version. */
            Version?: string;
            /** @description The newest version of the API that it speaks. */
            ApiVersion?: string;
            /** @description The oldest version of the API that it speaks. */
            MinAPIVersion?: string;
            /** @description The commit that it was built of. */
            GitCommit?: string;
            /** @description The version of Go, or of what else the engine runs on. */
            GoVersion?: string;
            /** @description The operating system as Go names it. */
            Os?: string;
            /** @description The processor as Go names it. */
            Arch?: string;
            /** @description The kernel's version as `uname -r` tells it. */
            KernelVersion?: string;
            /** @description Whether experimental features are on; absent when they are not. */
            Experimental?: boolean;
            /** @description When it was built, in RFC 3339. */
            BuildTime?: string;
        };
        /** @description The certificates that nodes trust. */
        TLSInfo: {
            /** @description The certificate of the root authority, in PEM. */
            TrustRoot?: string;
            /** @description The issuer's subject, DER in base64. */
            CertIssuerSubject?: string;
            /** @description The issuer's public key, DER in base64. */
            CertIssuerPublicKey?: string;
        };
        /** @description A task, which is a container of a service on a node. */
        Task: {
            /** @description Its id. */
            ID?: string;
            /** @description Its version. */
            Version?: components["schemas"]["ObjectVersion"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            CreatedAt?: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            UpdatedAt?: string;
            /** @description Its name. */
            Name?: string;
            /** @description Its labels. */
            Labels?: {
                [key: string]: string;
            };
            /** @description What is wanted of it. */
            Spec?: components["schemas"]["TaskSpec"];
            /** @description Its service. */
            ServiceID?: string;
            /** @description Its number among the tasks of a replicated service. */
            Slot?: number;
            /** @description Its node. */
            NodeID?: string;
            /** @description The resources that it was given. */
            AssignedGenericResources?: components["schemas"]["GenericResources"];
            /** @description What it is doing. */
            Status?: components["schemas"]["TaskStatus"];
            /** @description What it shall do. */
            DesiredState?: components["schemas"]["TaskState"];
            /** @description The run of the job that it belongs to. */
            JobIteration?: components["schemas"]["ObjectVersion"];
            /** @description The networks that it is connected to. */
            NetworksAttachments?: components["schemas"]["NetworkAttachment"][];
        };
        /** @description What tasks get when they say nothing. */
        TaskDefaults: {
            /** @description The log driver of new tasks. */
            LogDriver?: components["schemas"]["TaskLogDriver"];
        };
        /** @description The log driver of tasks. */
        TaskLogDriver: {
            /** @description The driver; empty for the default of the node's engine. */
            Name?: string;
            /** @description Options of the driver. */
            Options?: {
                [key: string]: string;
            };
        };
        /** @description A plugin to be installed on nodes. */
        TaskPluginSpec: {
            /** @description Its name on the nodes. */
            Name?: string;
            /** @description The plugin as its registry knows it. */
            Remote?: string;
            /** @description Whether it is left disabled. */
            Disabled?: boolean;
            /** @description The rights that are granted. */
            PluginPrivilege?: components["schemas"]["PluginPrivilege"][];
        };
        /** @description What a task may take, and what it needs. */
        TaskResources: {
            /** @description What it may take. */
            Limits?: components["schemas"]["Limit"];
            /** @description What a node must have left for it. */
            Reservations?: components["schemas"]["ResourceObject"];
        };
        /** @description Whether a task is replaced after its end. */
        TaskRestartPolicy: {
            /**
             * @description After which ends (`--restart-condition`).
             * @enum {string}
             */
            Condition?: "none" | "on-failure" | "any";
            /**
             * Format: int64
             * @description The time before, in nanoseconds (`--restart-delay`).
             */
            Delay?: number;
            /**
             * Format: int64
             * @description How often; 0 without end (`--restart-max-attempts`).
             * @default 0
             */
            MaxAttempts?: number;
            /**
             * Format: int64
             * @description The time in which attempts are counted, in nanoseconds; 0 for all time (`--restart-window`).
             * @default 0
             */
            Window?: number;
        };
        /** @description What a task is like. One of `PluginSpec`, `ContainerSpec` and `NetworkAttachmentSpec` is set. */
        TaskSpec: {
            /** @description The plugin to be installed, where `Runtime` is `plugin`. */
            PluginSpec?: components["schemas"]["TaskPluginSpec"];
            /** @description The container to be run, where `Runtime` is `container`. */
            ContainerSpec?: components["schemas"]["ContainerSpec"];
            /** @description The single container to be connected, where `Runtime` is `attachment`; the engine alone makes such tasks. */
            NetworkAttachmentSpec?: components["schemas"]["NetworkAttachmentSpec"];
            /** @description What it may take, and what it needs. */
            Resources?: components["schemas"]["TaskResources"];
            /** @description Whether it is replaced after its end. */
            RestartPolicy?: components["schemas"]["TaskRestartPolicy"];
            /** @description Which nodes it may run on. */
            Placement?: components["schemas"]["Placement"];
            /**
             * Format: uint64
             * @description A number whose growth replaces tasks though nothing else has changed (`--force`).
             */
            ForceUpdate?: number;
            /** @description What carries the task out. */
            Runtime?: string;
            /** @description Its networks (`--network`). */
            Networks?: components["schemas"]["NetworkAttachmentConfig"][];
            /** @description Where its output goes; the swarm's default without. */
            LogDriver?: components["schemas"]["TaskLogDriver"];
        };
        /**
         * @description The state of a task, from its creation over its preparation and its run to one of the ends.
         * @enum {string}
         */
        TaskState: "new" | "allocated" | "pending" | "assigned" | "accepted" | "preparing" | "ready" | "starting" | "running" | "complete" | "shutdown" | "failed" | "rejected" | "remove" | "orphaned";
        /** @description What a task is doing. */
        TaskStatus: {
            /**
             * Format: date-time
             * @description Since when.
             */
            Timestamp?: string;
            /** @description Its state. */
            State?: components["schemas"]["TaskState"];
            /** @description The state in words for people. */
            Message?: string;
            /** @description What went wrong. */
            Err?: string;
            /** @description Its container. */
            ContainerStatus?: components["schemas"]["ContainerStatus"];
            /** @description The ports that it publishes on its node. */
            PortStatus?: components["schemas"]["PortStatus"];
        };
        /** @description A limit on a device. */
        ThrottleDevice: {
            /** @description The device on the host. */
            Path?: string;
            /**
             * Format: int64
             * @description The limit, in bytes or operations a second.
             */
            Rate?: number;
        };
        /** @description A place, such as a region and zone. */
        Topology: {
            /** @description Names and values that make it up. */
            Segments?: {
                [key: string]: string;
            };
        };
        /** @description Where a cluster volume must be reachable from. */
        TopologyRequirement: {
            /** @description Places, of which it must be reachable from one at least (`--topology-required`). */
            Requisite?: components["schemas"]["Topology"][];
            /** @description Places in order of preference (`--topology-preferred`). */
            Preferred?: components["schemas"]["Topology"][];
        };
        /** @description A limit of a process (`setrlimit`). */
        Ulimit: {
            /** @description The limit, such as `nofile`. */
            Name?: string;
            /** @description The value in force, which the process may raise up to the hard one; -1 for none. */
            Soft?: number;
            /** @description The highest value that the process may set; -1 for none. */
            Hard?: number;
        };
        /** @description The key that unlocks managers. */
        UnlockKeyResponse: {
            /** @description The key; empty when managers do not lock. */
            UnlockKey?: string;
        };
        /** @description The product that an engine belongs to. */
        VersionPlatform: {
            /** @description Its name. */
            Name: string;
        };
        /** @description A volume. */
        Volume: {
            /** @description Its name. */
            Name: string;
            /** @description Its driver, such as `local`. */
            Driver: string;
            /** @description Where its files are on the host; empty when the driver does not say. */
            Mountpoint: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            CreatedAt?: string;
            /** @description What the driver tells of it, values of any kind by name; absent when it tells nothing. */
            Status?: {
                [key: string]: unknown;
            };
            /** @description Its labels; null when it has none. */
            Labels: {
                [key: string]: string;
            } | null;
            /**
             * @description Where it exists, `local` on this host, `global` in the whole cluster.
             * @default local
             * @enum {string}
             */
            Scope: "local" | "global";
            /** @description Details of a volume of the swarm. */
            ClusterVolume?: components["schemas"]["ClusterVolume"];
            /** @description Options of the driver; null when there are none. */
            Options: {
                [key: string]: string;
            } | null;
            /** @description What it takes, in answers of `SystemDataUsage` only. */
            UsageData?: components["schemas"]["VolumeUsageData"] | null;
        };
        /** @description A volume to create. */
        VolumeCreateOptions: {
            /** @description Its name. Without one the engine makes one up, and the volume is anonymous. */
            Name?: string;
            /**
             * @description Its driver (`--driver`).
             * @default local
             */
            Driver?: string;
            /** @description Options of the driver; those of `local` are `type`, `o` and `device` of a mount, and `size` (`--opt`). */
            DriverOpts?: {
                [key: string]: string;
            };
            /** @description Its labels (`--label`). */
            Labels?: {
                [key: string]: string;
            };
            /** @description Makes it a volume of the swarm, by this specification. */
            ClusterVolumeSpec?: components["schemas"]["ClusterVolumeSpec"];
        };
        /** @description Volumes. */
        VolumeListResponse: {
            /** @description The volumes; null when there are none. */
            Volumes?: components["schemas"]["Volume"][] | null;
            /** @description What drivers failed at; null when nothing failed. */
            Warnings?: string[] | null;
        };
        /** @description The volumes that were removed. */
        VolumePruneResponse: {
            /** @description The names of the removed volumes; null when there were none. */
            VolumesDeleted?: string[] | null;
            /**
             * Format: int64
             * @description How many bytes of the disk are free again.
             */
            SpaceReclaimed?: number;
        };
        /** @description A change of a cluster volume. */
        VolumeUpdateRequest: {
            /** @description The new specification. */
            Spec?: components["schemas"]["ClusterVolumeSpec"];
        };
        /** @description What a volume takes. */
        VolumeUsageData: {
            /**
             * Format: int64
             * @description Its bytes on disk; -1 when that cannot be told.
             * @default -1
             */
            Size: number;
            /**
             * Format: int64
             * @description How many containers use it; -1 when that cannot be told.
             * @default -1
             */
            RefCount: number;
        };
        /** @description A weight on a device. */
        WeightDevice: {
            /** @description The device on the host. */
            Path?: string;
            /** @description The weight, 10 to 1000. */
            Weight?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ContainerList: {
        parameters: {
            query?: {
                /** @description Lists containers in every state, not only the running ones (`docker ps --all`). */
                all?: boolean;
                /** @description At most so many of the most recently created containers, whatever their state. 0 and negative numbers mean no limit (`docker ps --last`). */
                limit?: number;
                /** @description Computes `SizeRw` and `SizeRootFs` of every container, which takes time (`docker ps --size`). */
                size?: boolean;
                /** @description A JSON map from a filter to its values, of which one must match; all filters must. Filters are `ancestor` (image name, id or ancestor of it), `before` and `since` (a container), `exited` (exit code), `expose` and `publish` (`port[/proto]`, or a range), `health`, `id`, `is-task`, `isolation`, `label` (`key` or `key=value`), `name`, `network`, `status` and `volume` (name or destination). */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The containers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerSummary"][];
                };
            };
            /** @description A filter is unknown or its value cannot be read, or `limit` is not a number. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerCreate: {
        parameters: {
            query?: {
                /** @description The container's name. Without one the engine makes one up (`--name`). */
                name?: string;
                /** @description Wants this platform (`os[/arch[/variant]]`) of an image that has several; an image of another platform is answered by 404 (`--platform`). */
                platform?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the container runs and how it is confined, networked and stored. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContainerCreateRequest"];
            };
        };
        responses: {
            /** @description The container is created; the answer has its id and what the engine has to warn of. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerCreateResponse"];
                };
            };
            /** @description A value is malformed or out of range, or two values exclude each other. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The image is not in the store, or a container, network or volume that the body names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The name is in use by another container. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerInspect: {
        parameters: {
            query?: {
                /** @description Computes `SizeRw` and `SizeRootFs` too, which takes time (`docker inspect --size`). */
                size?: boolean;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The container. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerInspectResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerTop: {
        parameters: {
            query?: {
                /** @description Arguments of `ps`. The output must have a column of process ids, whatever they are. */
                ps_args?: string;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The processes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerTopResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is not running, or it is being restarted. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerLogs: {
        parameters: {
            query?: {
                /** @description Stays open after the end of the log and goes on with new output until the container ends. */
                follow?: boolean;
                /** @description Wants the standard output. */
                stdout?: boolean;
                /** @description Wants the standard error. */
                stderr?: boolean;
                /** @description Only lines from this time on, in seconds since 1970 with up to nine digits of a fraction (`docker logs --since`). */
                since?: string;
                /** @description Only lines before this time, written as for `since` (`docker logs --until`). */
                until?: string;
                /** @description Puts the time of each line before it, in RFC 3339 with nanoseconds and a space. */
                timestamps?: boolean;
                /** @description Only so many lines from the end of the log; `all` for the whole log. */
                tail?: string;
                /** @description Puts the attributes that the log driver recorded with a line (labels and variables of its options) before it. */
                details?: boolean;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log, as one stream of bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.docker.raw-stream": string;
                    "application/vnd.docker.multiplexed-stream": string;
                };
            };
            /** @description Neither stream is wanted, or a time or number cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changed paths; null when nothing is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesystemChange"][] | null;
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tar file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerStats: {
        parameters: {
            query?: {
                /** @description Goes on with samples. When false one sample comes and the connection is closed. */
                stream?: boolean;
                /** @description Takes a single sample at once instead of two, a second apart, so that `precpu_stats` is empty. It needs `stream=false`. */
                "one-shot"?: boolean;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The samples, JSON values one after another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerStatsResponse"];
                };
            };
            /** @description Both `stream` and `one-shot` are wanted. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerResize: {
        parameters: {
            query: {
                /** @description The height in rows of characters. */
                h: number;
                /** @description The width in columns of characters. */
                w: number;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The terminal has the size. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A size is not a number. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is not running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerStart: {
        parameters: {
            query?: {
                /** @description The keys that detach a terminal without ending the process, as one letter or `ctrl-` with one of `a`-`z`, `@`, `[`, `\`, `]`, `^` or `_`, several of them joined by commas. The default is `ctrl-p,ctrl-q`; the same as `docker attach --detach-keys`. */
                detachKeys?: string;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The container runs. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The container was running already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The container cannot be started as it is, since its command is not found (exit code 127) or cannot be executed (126), a host path is missing, or the request carries a host configuration. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container, or something that it needs does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerStop: {
        parameters: {
            query?: {
                /** @description The signal to ask by, as a name with or without `SIG`, or as a number. The default is the container's `StopSignal`, else SIGTERM. */
                signal?: string;
                /** @description How many seconds to wait before killing; -1 waits for ever, 0 kills at once. The default is the container's `StopTimeout`, else 10. */
                t?: number;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The container has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The container was not running. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The signal is unknown, or the time is not a number. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerRestart: {
        parameters: {
            query?: {
                /** @description The signal to ask by, as a name with or without `SIG`, or as a number. The default is the container's `StopSignal`, else SIGTERM. */
                signal?: string;
                /** @description How many seconds to wait before killing; -1 waits for ever, 0 kills at once. The default is the container's `StopTimeout`, else 10. */
                t?: number;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The container runs anew. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerKill: {
        parameters: {
            query?: {
                /** @description The signal, as a name with or without `SIG`, or as a number. */
                signal?: string;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signal is sent; when it was SIGKILL, the container has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The signal is unknown. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is not running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The values to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContainerUpdateRequest"];
            };
        };
        responses: {
            /** @description The values are changed; the answer has what the engine has to warn of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerUpdateResponse"];
                };
            };
            /** @description A value is out of range or does not fit the others. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerRename: {
        parameters: {
            query: {
                /** @description The new name. */
                name: string;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The container has the new name. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The name is malformed, or it is the name that the container has. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The name is in use by another container. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The container is paused. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is not running, is paused already, or is being restarted. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerUnpause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The container goes on. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is not running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container runs and is not paused, or the engine failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerAttach: {
        parameters: {
            query?: {
                /** @description The keys that detach a terminal without ending the process, as one letter or `ctrl-` with one of `a`-`z`, `@`, `[`, `\`, `]`, `^` or `_`, several of them joined by commas. The default is `ctrl-p,ctrl-q`; the same as `docker attach --detach-keys`. */
                detachKeys?: string;
                /** @description Sends first what the log holds, then goes on with `stream`. */
                logs?: boolean;
                /** @description Streams what is written from now on. */
                stream?: boolean;
                /** @description Takes input from the client. */
                stdin?: boolean;
                /** @description Sends the standard output. */
                stdout?: boolean;
                /** @description Sends the standard error. */
                stderr?: boolean;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is a raw stream now. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The connection is a raw stream now, for clients that did not ask for an upgrade. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.docker.raw-stream": string;
                    "application/vnd.docker.multiplexed-stream": string;
                };
            };
            /** @description The detach keys cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is paused or is being restarted. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerAttachWebsocket: {
        parameters: {
            query?: {
                /** @description The keys that detach a terminal without ending the process, as one letter or `ctrl-` with one of `a`-`z`, `@`, `[`, `\`, `]`, `^` or `_`, several of them joined by commas. The default is `ctrl-p,ctrl-q`; the same as `docker attach --detach-keys`. */
                detachKeys?: string;
                /** @description Sends first what the log holds, then goes on with `stream`. */
                logs?: boolean;
                /** @description Streams what is written from now on. */
                stream?: boolean;
                /** @description Takes input from the client. */
                stdin?: boolean;
                /** @description Sends the standard output. */
                stdout?: boolean;
                /** @description Sends the standard error. */
                stderr?: boolean;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is a WebSocket now. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Docker states this status, though a handshake that succeeds is answered by 101. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not a WebSocket handshake, or the detach keys cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is paused or is being restarted. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerWait: {
        parameters: {
            query?: {
                /** @description What to wait for: `not-running` holds at once when the container does not run, `next-exit` waits for the next end whatever the state is now, `removed` waits until the container is gone. */
                condition?: "not-running" | "next-exit" | "removed";
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The condition holds, or the wait failed, as `Error` then says. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerWaitResponse"];
                };
            };
            /** @description The condition is unknown. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerDelete: {
        parameters: {
            query?: {
                /** @description Removes the container's anonymous volumes too (`docker rm --volumes`). */
                v?: boolean;
                /** @description Kills the container first if it runs (`docker rm --force`). */
                force?: boolean;
                /** @description Removes the link of that name instead of the container (`docker rm --link`). */
                link?: boolean;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The container is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container runs and `force` is not set, or it is being removed already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerArchive: {
        parameters: {
            query: {
                /** @description The path in the container; a path without a leading slash counts from the root. */
                path: string;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tar file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-tar": string;
                };
            };
            /** @description The path is missing from the request, or it ends in a slash and is no folder. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container, or no such path in it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PutContainerArchive: {
        parameters: {
            query: {
                /** @description The folder in the container to unpack into. It must exist. */
                path: string;
                /** @description Fails where the archive would put a folder in place of something else, or the other way. */
                noOverwriteDirNonDir?: boolean;
                /** @description Keeps the owners of the archive instead of making the container's root the owner. */
                copyUIDGID?: boolean;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The tar file. */
        requestBody: {
            content: {
                "application/x-tar": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The files are written. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The archive cannot be read, the path is no folder, or the volume or root file system is read-only. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Docker states this status for what is read-only, though its engine answers 400. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container, or no such path in it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerArchiveInfo: {
        parameters: {
            query: {
                /** @description The path in the container; a path without a leading slash counts from the root. */
                path: string;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The path exists; the header describes it. */
            200: {
                headers: {
                    /** @description A JSON object in base64 with `name`, `size` in bytes, `mode` (Go's file mode bits), `mtime` in RFC 3339 and `linkTarget`. */
                    "X-Docker-Container-Path-Stat"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The path is missing from the request or cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container, or no such path in it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerPrune: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `until` (only containers created before this time or so long ago, such as `24h`), `label` and `label!` (`key` or `key=value` that a container must or must not have). */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The removed containers and what they took on disk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerPruneResponse"];
                };
            };
            /** @description A filter is unknown or its value cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Another prune of containers is going on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageList: {
        parameters: {
            query?: {
                /** @description Lists also untagged images that are only layers of others (`docker images --all`). */
                all?: boolean;
                /** @description A JSON map from a filter to its values: `before` and `since` (an image), `dangling` (`true` for images without a name), `label` (`key` or `key=value`), `reference` (a pattern of names) and `until` (only images created before this time or so long ago). */
                filters?: string;
                /** @description Computes `SharedSize`, which takes time. */
                "shared-size"?: boolean;
                /** @description Has no effect any more, since digests are always answered. */
                digests?: boolean;
                /** @description Fills `Manifests` with the manifests of each image. */
                manifests?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The images. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageSummary"][];
                };
            };
            /** @description A filter is unknown or its value cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageBuild: {
        parameters: {
            query?: {
                /** @description The path of the Dockerfile in the context; it counts for nothing when `remote` is a single file (`--file`). */
                dockerfile?: string;
                /** @description A name for the image, with or without a tag. It may be repeated (`--tag`). */
                t?: string[];
                /** @description An entry `name:address` for `/etc/hosts` during the build. It may be repeated (`--add-host`). */
                extrahosts?: string[];
                /** @description A git repository or the URL of a tar file or Dockerfile to build from instead of the body; `client-session` when BuildKit asks the client for its files. */
                remote?: string;
                /** @description Leaves out the output of the build's steps (`--quiet`). */
                q?: boolean;
                /** @description Uses nothing of earlier builds (`--no-cache`). */
                nocache?: boolean;
                /** @description A JSON list of images whose layers may be used (`--cache-from`). */
                cachefrom?: string;
                /** @description Looks for newer base images in their registries (`--pull`). */
                pull?: boolean;
                /** @description Removes the containers of successful steps. */
                rm?: boolean;
                /** @description Removes the containers of all steps, also when the build fails. */
                forcerm?: boolean;
                /** @description The memory limit of the steps, in bytes (`--memory`). */
                memory?: number;
                /** @description The limit of memory and swap together, in bytes; -1 means unlimited swap (`--memory-swap`). */
                memswap?: number;
                /** @description The relative weight of CPU time (`--cpu-shares`). */
                cpushares?: number;
                /** @description The CPUs that the steps may use, such as `0-3` or `0,1` (`--cpuset-cpus`). */
                cpusetcpus?: string;
                /** @description The length of the CPU scheduler's period, in microseconds (`--cpu-period`). */
                cpuperiod?: number;
                /** @description The CPU time in each period, in microseconds (`--cpu-quota`). */
                cpuquota?: number;
                /** @description A JSON map of the values of `ARG`s; null takes the value from the builder's environment (`--build-arg`). */
                buildargs?: string;
                /** @description The size of `/dev/shm`, in bytes. The default is 64 MiB (`--shm-size`). */
                shmsize?: number;
                /** @description Merges the new layers into one, where experimental features are on (`--squash`). */
                squash?: boolean;
                /** @description A JSON map of labels to put on the image (`--label`). */
                labels?: string;
                /** @description The network of the steps: `bridge`, `host`, `none`, `container:<name or id>`, or the name of a network (`--network`). */
                networkmode?: string;
                /** @description The platform to build for, `os[/arch[/variant]]` (`--platform`). */
                platform?: string;
                /** @description The stage of the Dockerfile to stop at (`--target`). */
                target?: string;
                /** @description A JSON list of where BuildKit puts the result (`--output`). */
                outputs?: string;
                /** @description The builder, `1` for the classic one, `2` for BuildKit. */
                version?: "1" | "2";
                /** @description The memory nodes that the steps may use, such as `0,1` (`--cpuset-mems`). */
                cpusetmems?: string;
                /** @description The cgroup below which the steps run (`--cgroup-parent`). */
                cgroupparent?: string;
                /** @description The kind of isolation of the steps, of meaning on Windows only (`--isolation`). */
                isolation?: "default" | "process" | "hyperv" | "";
                /** @description A JSON list of `Ulimit`s for the steps (`--ulimit`). */
                ulimits?: string;
                /** @description A security option. It may be repeated; none is allowed except on Windows (`--security-opt`). */
                securityopt?: string[];
                /** @description The id of the client's `Session`, for BuildKit. */
                session?: string;
                /** @description A name under which the build can be cancelled. */
                buildid?: string;
            };
            header?: {
                /** @description Credentials for all registries that the build may ask: a JSON map from a registry to its `AuthConfig`, encoded in base64 with the URL alphabet. */
                "X-Registry-Config"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The context with the Dockerfile, a tar file that may be compressed by gzip, bzip2 or xz. */
        requestBody?: {
            content: {
                "application/x-tar": string;
            };
        };
        responses: {
            /** @description The progress, JSON values one after another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildInfo"];
                };
            };
            /** @description A parameter or the Dockerfile cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    BuildPrune: {
        parameters: {
            query?: {
                /** @description The old name of `reserved-space`. */
                "keep-storage"?: number;
                /** @description Keeps at least so many bytes of cache. */
                "reserved-space"?: number;
                /** @description Removes entries until the cache takes at most so many bytes. */
                "max-used-space"?: number;
                /** @description Removes entries until so many bytes of the disk are free. */
                "min-free-space"?: number;
                /** @description Removes entries of every kind, not only those without a use of their own. */
                all?: boolean;
                /** @description A JSON map from a filter to its values: `until` (not used for so long), `id`, `parent`, `type`, `description`, `inuse`, `shared` and `private`. */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The removed entries and what they took on disk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildPruneResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageCreate: {
        parameters: {
            query?: {
                /** @description The name of the image to pull, with or without tag or digest. */
                fromImage?: string;
                /** @description Where the files to import come from, a URL, or `-` for the body. */
                fromSrc?: string;
                /** @description The name of the imported image, with or without a tag. */
                repo?: string;
                /** @description The tag or digest of the image to pull, or the tag of the imported one. A pull by a name with neither pulls every tag. */
                tag?: string;
                /** @description The comment on the imported image (`docker import --message`). */
                message?: string;
                /** @description A Dockerfile instruction that sets the imported image's configuration, such as `CMD ["sh"]`. It may be repeated (`docker import --change`). */
                changes?: string[];
                /** @description The platform to pull, or to record in the imported image, `os[/arch[/variant]]`. The default is that of the engine (`--platform`). */
                platform?: string;
            };
            header?: {
                /** @description Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously. */
                "X-Registry-Auth"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The tar file to import, plain or compressed, when `fromSrc` is `-`. */
        requestBody?: {
            content: {
                "application/octet-stream": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description The progress, JSON values one after another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateImageInfo"];
                };
            };
            /** @description The name, the tag, the platform or an instruction cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The registry has no such image, or it may not be read without other credentials. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageInspect: {
        parameters: {
            query?: {
                /** @description Fills `Manifests` with the manifests of the image. It excludes `platform`. */
                manifests?: boolean;
                /** @description A platform as JSON (`OCIPlatform`), to be told of this one of an image that has several. */
                platform?: string;
            };
            header?: never;
            path: {
                /** @description The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageInspect"];
                };
            };
            /** @description The platform cannot be read, or it is given together with `manifests`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such image. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageHistory: {
        parameters: {
            query?: {
                /** @description A platform as JSON (`OCIPlatform`), to be told of this one of an image that has several. */
                platform?: string;
            };
            header?: never;
            path: {
                /** @description The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageHistoryResponseItem"][];
                };
            };
            /** @description There is no such image. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImagePush: {
        parameters: {
            query?: {
                /** @description The tag to push. Without one every tag of the name is pushed. */
                tag?: string;
                /** @description A platform as JSON (`OCIPlatform`), to push this one of an image that has several. */
                platform?: string;
            };
            header: {
                /** @description Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. A registry that wants none is sent `{}`. */
                "X-Registry-Auth": string;
            };
            path: {
                /** @description The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The progress, JSON values one after another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushImageInfo"];
                };
            };
            /** @description There is no such image. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageTag: {
        parameters: {
            query?: {
                /** @description The name, with a registry before it if the image is to be pushed there. */
                repo?: string;
                /** @description The tag; `latest` without. */
                tag?: string;
            };
            header?: never;
            path: {
                /** @description The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image has the name. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The name or tag is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such image. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The name cannot be given, since it stands for something else. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageDelete: {
        parameters: {
            query?: {
                /** @description Removes the image though it has other names or a stopped container uses it (`docker rmi --force`). */
                force?: boolean;
                /** @description Leaves untagged parents (`docker rmi --no-prune`). */
                noprune?: boolean;
                /** @description A platform as JSON (`OCIPlatform`), to remove only this one of an image that has several. It may be repeated (`docker rmi --platform`). */
                platforms?: string[];
            };
            header?: never;
            path: {
                /** @description The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was removed, in order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageDeleteResponseItem"][];
                };
            };
            /** @description A platform cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such image. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The image is in use, or it has several names and `force` is not set. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageSearch: {
        parameters: {
            query: {
                /** @description The words to look for. */
                term: string;
                /** @description At most so many results. */
                limit?: number;
                /** @description A JSON map from a filter to its values: `is-official`, `is-automated` and `stars` (at least so many). */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The images found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageSearchResponseItem"][];
                };
            };
            /** @description The number or a filter cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImagePrune: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `dangling` (`false` for named images too), `until` (only images created before this time or so long ago), `label` and `label!` (`key` or `key=value`). */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The removed images and what they took on disk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagePruneResponse"];
                };
            };
            /** @description A filter is unknown or its value cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Another prune of images is going on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SystemAuth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The credentials and the registry. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AuthConfig"];
            };
        };
        responses: {
            /** @description The registry accepts the credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemAuthResponse"];
                };
            };
            /** @description The registry accepts the credentials and says nothing else. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The registry refuses the credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SystemInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The engine. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemInfo"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SystemVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemVersion"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SystemPing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The engine is up. */
            200: {
                headers: {
                    /** @description The newest version of the API that the engine speaks. */
                    "Api-Version"?: string;
                    /** @description The builder that the engine would have a client use, `1` for the classic one, `2` for BuildKit. */
                    "Builder-Version"?: string;
                    /** @description Whether experimental features are on. */
                    "Docker-Experimental"?: boolean;
                    /** @description Whether the engine is a member of a swarm, and as what. */
                    Swarm?: "inactive" | "pending" | "error" | "locked" | "active/worker" | "active/manager";
                    /** @description Always forbids caching, so that each ping really reaches the engine. */
                    "Cache-Control"?: string;
                    /** @description Forbids caching to HTTP/1.0 caches. */
                    Pragma?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The engine failed. */
            500: {
                headers: {
                    /** @description Always forbids caching, so that each ping really reaches the engine. */
                    "Cache-Control"?: string;
                    /** @description Forbids caching to HTTP/1.0 caches. */
                    Pragma?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SystemPingHead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The engine is up. There is no body. */
            200: {
                headers: {
                    /** @description The newest version of the API that the engine speaks. */
                    "Api-Version"?: string;
                    /** @description The builder that the engine would have a client use, `1` for the classic one, `2` for BuildKit. */
                    "Builder-Version"?: string;
                    /** @description Whether experimental features are on. */
                    "Docker-Experimental"?: boolean;
                    /** @description Whether the engine is a member of a swarm, and as what. */
                    Swarm?: "inactive" | "pending" | "error" | "locked" | "active/worker" | "active/manager";
                    /** @description Always forbids caching, so that each ping really reaches the engine. */
                    "Cache-Control"?: string;
                    /** @description Forbids caching to HTTP/1.0 caches. */
                    Pragma?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The engine failed. There is no body. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageCommit: {
        parameters: {
            query?: {
                /** @description The id or name of the container. */
                container?: string;
                /** @description The name of the image. */
                repo?: string;
                /** @description The tag of the image; `latest` without. */
                tag?: string;
                /** @description The comment on the image (`docker commit --message`). */
                comment?: string;
                /** @description Who made the image (`docker commit --author`). */
                author?: string;
                /** @description Pauses the container meanwhile, so that its files do not change. */
                pause?: boolean;
                /** @description A Dockerfile instruction that changes the configuration, such as `ENV A=b`. It may be repeated (`docker commit --change`). */
                changes?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Configuration to lay over that of the container. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ContainerConfig"];
            };
        };
        responses: {
            /** @description The image is made; the answer has its id. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IDResponse"];
                };
            };
            /** @description The name or an instruction cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is being removed, or its removal failed half-way. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SystemEvents: {
        parameters: {
            query?: {
                /** @description Begins with events from this time on, in seconds since 1970 with up to nine digits of a fraction. */
                since?: string;
                /** @description Ends at this time, written as for `since`; a time of the past ends the answer at once. */
                until?: string;
                /** @description A JSON map from a filter to its values, of which one must match; all filters must. Filters are `config`, `container`, `daemon`, `image`, `network`, `node`, `plugin`, `secret`, `service` and `volume` (name or id), `event` (action), `label`, `scope` and `type`. */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events, JSON values one after another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventMessage"];
                };
            };
            /** @description A time or a filter cannot be read, or `since` is after `until`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SystemDataUsage: {
        parameters: {
            query?: {
                /** @description A kind of object to answer. It may be repeated; without it all kinds are answered. */
                type?: ("container" | "image" | "volume" | "build-cache")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The objects and their sizes; those of kinds that were not asked for are null. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemDataUsageResponse"];
                };
            };
            /** @description There is no such kind of object. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageGet: {
        parameters: {
            query?: {
                /** @description A platform as JSON (`OCIPlatform`), to save only this one of an image that has several. */
                platform?: string;
            };
            header?: never;
            path: {
                /** @description The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tar file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-tar": string;
                };
            };
            /** @description There is no such image. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageGetAll: {
        parameters: {
            query?: {
                /** @description An image by name or id. It may be repeated. */
                names?: string[];
                /** @description A platform as JSON (`OCIPlatform`), to save only this one of images that have several. */
                platform?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tar file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-tar": string;
                };
            };
            /** @description One of the images does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ImageLoad: {
        parameters: {
            query?: {
                /** @description Leaves out progress. */
                quiet?: boolean;
                /** @description A platform as JSON (`OCIPlatform`), to load only this one of an image that has several. */
                platform?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The tar file, plain or compressed. */
        requestBody?: {
            content: {
                "application/x-tar": string;
            };
        };
        responses: {
            /** @description The progress, JSON values one after another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildInfo"];
                };
            };
            /** @description The platform cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The file holds no images, or the engine failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ContainerExec: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        /** @description What to run and how. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecConfig"];
            };
        };
        responses: {
            /** @description The exec instance is set up; the answer has its id. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IDResponse"];
                };
            };
            /** @description There is no command, or the detach keys cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is not running, or it is paused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ExecStart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an exec instance, as `ContainerExec` answered it. */
                id: string;
            };
            cookie?: never;
        };
        /** @description How to start it. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ExecStartConfig"];
            };
        };
        responses: {
            /** @description The process runs and the connection is a raw stream now. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The process runs, detached, or the connection is a raw stream now, for clients that did not ask for an upgrade. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.docker.raw-stream": string;
                    "application/vnd.docker.multiplexed-stream": string;
                };
            };
            /** @description There is no such exec instance. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The exec instance was started before, or its container is not running or paused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ExecResize: {
        parameters: {
            query: {
                /** @description The height in rows of characters. */
                h: number;
                /** @description The width in columns of characters. */
                w: number;
            };
            header?: never;
            path: {
                /** @description The id of an exec instance, as `ContainerExec` answered it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The terminal has the size. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A size is not a number, or the process is not started. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such exec instance. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is not running, or it is paused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ExecInspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an exec instance, as `ContainerExec` answered it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exec instance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecInspectResponse"];
                };
            };
            /** @description There is no such exec instance. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    VolumeList: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `dangling` (`true` for volumes that no container uses), `driver`, `label` (`key` or `key=value`) and `name` (a part of it). */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volumes, and warnings of drivers that did not answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeListResponse"];
                };
            };
            /** @description A filter is unknown or its value cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    VolumeCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The volume wanted. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VolumeCreateOptions"];
            };
        };
        responses: {
            /** @description The volume, which is new or existed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Volume"];
                };
            };
            /** @description The name or an option is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description A volume of another driver has the name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The driver failed, or the engine did. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    VolumeInspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a volume. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Volume"];
                };
            };
            /** @description There is no such volume. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    VolumeUpdate: {
        parameters: {
            query: {
                /** @description The version of the volume that is to be replaced, from `Version.Index` of `VolumeInspect`. */
                version: number;
            };
            header?: never;
            path: {
                /** @description The name of a volume. */
                name: string;
            };
            cookie?: never;
        };
        /** @description The new specification. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VolumeUpdateRequest"];
            };
        };
        responses: {
            /** @description The volume is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The version is not the newest, or the change is not allowed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such volume. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    VolumeDelete: {
        parameters: {
            query?: {
                /** @description Forgets the volume though its driver fails, and takes a volume that does not exist for removed. */
                force?: boolean;
            };
            header?: never;
            path: {
                /** @description The name of a volume. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volume is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such volume. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description A container uses the volume. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    VolumePrune: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `all` (`true` for named volumes too), `label` and `label!` (`key` or `key=value` that a volume must or must not have). */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The removed volumes and what they took on disk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumePruneResponse"];
                };
            };
            /** @description A filter is unknown or its value cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Another prune of volumes is going on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NetworkList: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `dangling` (`true` for networks that no container uses), `driver`, `id` and `name` (a part of it), `label` (`key` or `key=value`), `scope` and `type` (`custom` or `builtin`). */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The networks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Network"][];
                };
            };
            /** @description A filter is unknown or its value cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NetworkInspect: {
        parameters: {
            query?: {
                /** @description Answers more details, such as the services of an overlay network (`docker network inspect --verbose`). */
                verbose?: boolean;
                /** @description Looks only among networks of this scope, `local`, `global` or `swarm`. */
                scope?: string;
            };
            header?: never;
            path: {
                /** @description The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as they are. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The network. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Network"];
                };
            };
            /** @description There is no such network. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NetworkDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as they are. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The network is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The network is one of the engine's own, or containers are connected to it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such network. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NetworkCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The network wanted. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkCreateRequest"];
            };
        };
        responses: {
            /** @description The network is created; the answer has its id. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkCreateResponse"];
                };
            };
            /** @description A value is malformed, or the subnet or gateway does not fit. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The name is reserved, or the network overlaps another. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such network driver or address management driver. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Another network has the name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NetworkConnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as they are. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The container and its place in the network. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkConnectRequest"];
            };
        };
        responses: {
            /** @description The container is connected. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An address or option is malformed or does not fit the network. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container or the network does not allow it, or the container is connected already. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such network or container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NetworkDisconnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as they are. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The container. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkDisconnectRequest"];
            };
        };
        responses: {
            /** @description The container is disconnected. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The container is not connected to the network, or it shares the host's network. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such network or container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NetworkPrune: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `until` (only networks created before this time or so long ago), `label` and `label!` (`key` or `key=value` that a network must or must not have). */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The removed networks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkPruneResponse"];
                };
            };
            /** @description A filter is unknown or its value cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Another prune of networks is going on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PluginList: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `capability` (such as `volumedriver`) and `enabled` (`true` or `false`). */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plugins. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plugin"][];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    GetPluginPrivileges: {
        parameters: {
            query: {
                /** @description The plugin as its registry knows it, with or without a tag. */
                remote: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rights. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginPrivilege"][];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PluginPull: {
        parameters: {
            query: {
                /** @description The plugin as its registry knows it, with or without a tag. */
                remote: string;
                /** @description The name of the plugin here, with or without a tag; without one, that of `remote`. */
                name?: string;
            };
            header?: {
                /** @description Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously. */
                "X-Registry-Auth"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The rights that are granted, which must be those that `GetPluginPrivileges` answers. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PluginPrivilege"][];
            };
        };
        responses: {
            /** @description The progress, JSON values one after another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateImageInfo"];
                };
            };
            /** @description The plugin is installed. Docker states this status, though its engine answers 200. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PluginInspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plugin. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plugin"];
                };
            };
            /** @description There is no such plugin. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PluginDelete: {
        parameters: {
            query?: {
                /** @description Disables the plugin first, though it may be in use (`docker plugin rm --force`). */
                force?: boolean;
            };
            header?: never;
            path: {
                /** @description The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plugin is removed; it is answered as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plugin"];
                };
            };
            /** @description There is no such plugin. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PluginEnable: {
        parameters: {
            query?: {
                /** @description How many seconds to wait for the plugin to answer; 0 for the default. */
                timeout?: number;
            };
            header?: never;
            path: {
                /** @description The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plugin runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such plugin. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PluginDisable: {
        parameters: {
            query?: {
                /** @description Stops the plugin though it is in use (`docker plugin disable --force`). */
                force?: boolean;
            };
            header?: never;
            path: {
                /** @description The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plugin is stopped. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such plugin. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PluginUpgrade: {
        parameters: {
            query: {
                /** @description The new version as its registry knows it. */
                remote: string;
            };
            header?: {
                /** @description Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously. */
                "X-Registry-Auth"?: string;
            };
            path: {
                /** @description The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        /** @description The rights that are granted, which must be those that `GetPluginPrivileges` answers. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PluginPrivilege"][];
            };
        };
        responses: {
            /** @description The progress, JSON values one after another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateImageInfo"];
                };
            };
            /** @description The plugin is upgraded. Docker states this status, though its engine answers 200. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such plugin. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PluginCreate: {
        parameters: {
            query: {
                /** @description The name of the plugin, with or without a tag. */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The folder as a tar file. */
        requestBody?: {
            content: {
                "application/x-tar": string;
            };
        };
        responses: {
            /** @description The plugin is created. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PluginPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The progress, JSON values one after another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushImageInfo"];
                };
            };
            /** @description There is no such plugin. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    PluginSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        /** @description Assignments such as `DEBUG=1` or `mymount.source=/data`. */
        requestBody?: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description The settings are changed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such plugin. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NodeList: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `id`, `label` (label of the engine), `node.label`, `membership` (`accepted` or `pending`), `name` and `role` (`manager` or `worker`). */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nodes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Node"][];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NodeInspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a node, a unique prefix of it, or the node's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The node. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Node"];
                };
            };
            /** @description There is no such node. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NodeDelete: {
        parameters: {
            query?: {
                /** @description Removes the node though it is up or unreachable (`docker node rm --force`). */
                force?: boolean;
            };
            header?: never;
            path: {
                /** @description The id of a node, a unique prefix of it, or the node's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The node is removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such node. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    NodeUpdate: {
        parameters: {
            query: {
                /** @description The version of the node that is to be replaced, from `Version.Index` of `NodeInspect`. */
                version: number;
            };
            header?: never;
            path: {
                /** @description The id of a node, a unique prefix of it, or the node's name. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The whole new specification. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NodeSpec"];
            };
        };
        responses: {
            /** @description The node is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The specification is malformed, or the version is not the newest. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such node. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SwarmInspect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The swarm. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Swarm"];
                };
            };
            /** @description There is no such swarm. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SwarmInit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How the swarm is reached and set up. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwarmInitRequest"];
            };
        };
        responses: {
            /** @description The swarm is started; the answer is the id of this node. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description An address or another value is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is in a swarm already. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SwarmJoin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The swarm, and how this node is reached. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwarmJoinRequest"];
            };
        };
        responses: {
            /** @description This node has joined. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An address or the token is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is in a swarm already. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SwarmLeave: {
        parameters: {
            query?: {
                /** @description Leaves though this is a manager, even the last one (`docker swarm leave --force`). */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This node has left. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not in a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SwarmUpdate: {
        parameters: {
            query: {
                /** @description The version of the swarm that is to be replaced, from `Version.Index` of `SwarmInspect`. */
                version: number;
                /** @description Makes a new token for workers. */
                rotateWorkerToken?: boolean;
                /** @description Makes a new token for managers. */
                rotateManagerToken?: boolean;
                /** @description Makes a new key that unlocks managers. */
                rotateManagerUnlockKey?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The whole new specification. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwarmSpec"];
            };
        };
        responses: {
            /** @description The swarm is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The specification is malformed, or the version is not the newest. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SwarmUnlockkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key; empty when managers do not lock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnlockKeyResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SwarmUnlock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The key. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwarmUnlockRequest"];
            };
        };
        responses: {
            /** @description The manager is unlocked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ServiceList: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `id`, `label`, `mode` (`replicated` or `global`) and `name`. */
                filters?: string;
                /** @description Fills `ServiceStatus` with the numbers of running and wanted tasks. */
                status?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The services. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"][];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ServiceCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously. */
                "X-Registry-Auth"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The service wanted. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceSpec"];
            };
        };
        responses: {
            /** @description The service is created; the answer has its id. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCreateResponse"];
                };
            };
            /** @description The specification is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The network cannot be used by services. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The name is in use by another service. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ServiceInspect: {
        parameters: {
            query?: {
                /** @description Fills in defaults where the specification says nothing. */
                insertDefaults?: boolean;
            };
            header?: never;
            path: {
                /** @description The id of a service, a unique prefix of it, or the service's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description There is no such service. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ServiceDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a service, a unique prefix of it, or the service's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service is removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such service. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ServiceUpdate: {
        parameters: {
            query: {
                /** @description The version of the service that is to be replaced, from `Version.Index` of `ServiceInspect`. */
                version: number;
                /** @description Where credentials come from without `X-Registry-Auth`: the specification in force, or the one before it. */
                registryAuthFrom?: "spec" | "previous-spec";
                /** @description `previous` returns to the specification before the one in force; the body then counts for nothing. */
                rollback?: string;
            };
            header?: {
                /** @description Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously. */
                "X-Registry-Auth"?: string;
            };
            path: {
                /** @description The id of a service, a unique prefix of it, or the service's name. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The whole new specification. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceSpec"];
            };
        };
        responses: {
            /** @description The service is changed; the answer has what the engine has to warn of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceUpdateResponse"];
                };
            };
            /** @description The specification is malformed, or the version is not the newest. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such service. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ServiceLogs: {
        parameters: {
            query?: {
                /** @description Puts the attributes that the log driver recorded with a line, and the task, before it. */
                details?: boolean;
                /** @description Stays open after the end of the logs and goes on with new output. */
                follow?: boolean;
                /** @description Wants the standard output. */
                stdout?: boolean;
                /** @description Wants the standard error. */
                stderr?: boolean;
                /** @description Only lines from this time on, in seconds since 1970 with up to nine digits of a fraction. */
                since?: string;
                /** @description Puts the time of each line before it. */
                timestamps?: boolean;
                /** @description Only so many lines from the end of each log; `all` for the whole logs. */
                tail?: string;
            };
            header?: never;
            path: {
                /** @description The id of a service, a unique prefix of it, or the service's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The logs, as one stream of bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.docker.raw-stream": string;
                    "application/vnd.docker.multiplexed-stream": string;
                };
            };
            /** @description There is no such service. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    TaskList: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `desired-state` (`running`, `shutdown` or `accepted`), `id`, `label`, `name`, `node` and `service`. */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tasks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"][];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    TaskInspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a task, or a unique prefix of it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    TaskLogs: {
        parameters: {
            query?: {
                /** @description Puts the attributes that the log driver recorded with a line before it. */
                details?: boolean;
                /** @description Stays open after the end of the log and goes on with new output. */
                follow?: boolean;
                /** @description Wants the standard output. */
                stdout?: boolean;
                /** @description Wants the standard error. */
                stderr?: boolean;
                /** @description Only lines from this time on, in seconds since 1970 with up to nine digits of a fraction. */
                since?: string;
                /** @description Puts the time of each line before it. */
                timestamps?: boolean;
                /** @description Only so many lines from the end of the log; `all` for the whole log. */
                tail?: string;
            };
            header?: never;
            path: {
                /** @description The id of a task, or a unique prefix of it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log, as one stream of bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.docker.raw-stream": string;
                    "application/vnd.docker.multiplexed-stream": string;
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SecretList: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `id`, `label`, `name` and `names`. */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Secret"][];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SecretCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The secret. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SecretSpec"];
            };
        };
        responses: {
            /** @description The secret is created; the answer has its id. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IDResponse"];
                };
            };
            /** @description The name is in use by another secret. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SecretInspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a secret, a unique prefix of it, or the secret's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Secret"];
                };
            };
            /** @description There is no such secret. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SecretDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a secret, a unique prefix of it, or the secret's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such secret. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    SecretUpdate: {
        parameters: {
            query: {
                /** @description The version of the secret that is to be replaced, from `Version.Index` of `SecretInspect`. */
                version: number;
            };
            header?: never;
            path: {
                /** @description The id of a secret, a unique prefix of it, or the secret's name. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The whole specification, which differs from that in force in its labels at most. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SecretSpec"];
            };
        };
        responses: {
            /** @description The secret is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something else than labels differs, or the version is not the newest. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such secret. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ConfigList: {
        parameters: {
            query?: {
                /** @description A JSON map from a filter to its values: `id`, `label`, `name` and `names`. */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The configs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Config"][];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ConfigCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The config. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfigSpec"];
            };
        };
        responses: {
            /** @description The config is created; the answer has its id. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IDResponse"];
                };
            };
            /** @description The name is in use by another config. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ConfigInspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a config, a unique prefix of it, or the config's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The config. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Config"];
                };
            };
            /** @description There is no such config. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ConfigDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a config, a unique prefix of it, or the config's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The config is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such config. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ConfigUpdate: {
        parameters: {
            query: {
                /** @description The version of the config that is to be replaced, from `Version.Index` of `ConfigInspect`. */
                version: number;
            };
            header?: never;
            path: {
                /** @description The id of a config, a unique prefix of it, or the config's name. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The whole specification, which differs from that in force in its labels at most. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfigSpec"];
            };
        };
        responses: {
            /** @description The config is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something else than labels differs, or the version is not the newest. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such config. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description This node is not a manager of a swarm. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    DistributionInspect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously. */
                "X-Registry-Auth"?: string;
            };
            path: {
                /** @description The image as a registry knows it, by name and tag or digest. Slashes may be sent as they are. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the registry says. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistributionInspect"];
                };
            };
            /** @description The name cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The registry refuses the credentials, or has no such image that may be read with them. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    Session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is the session now. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request asks for no upgrade, for one to another protocol, or gives no session id. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ArcaContainerSpec: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The specification and where its values come from. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArcaContainerSpecResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ArcaContainerExplain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The container that might be created. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContainerCreateRequest"];
            };
        };
        responses: {
            /** @description The specification, where its values come from, and the warnings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArcaContainerExplainResponse"];
                };
            };
            /** @description A value is malformed or out of range, or two values exclude each other. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The image is not in the store, or a container, network or volume that the body names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ArcaCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields, in alphabetical order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArcaCoverageItem"][];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ArcaMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    BuildKitGrpc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection speaks gRPC now. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request asks for no upgrade, or for one to another protocol. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ArcaExecWebsocket: {
        parameters: {
            query?: {
                /** @description The keys that detach the client from a terminal, as for `ContainerAttach`, in place of those with which the instance was made. */
                detachKeys?: string;
                /** @description The height of the terminal in rows of characters; it needs `w`. */
                h?: number;
                /** @description The width of the terminal in columns of characters; it needs `h`. */
                w?: number;
            };
            header?: never;
            path: {
                /** @description The id of an exec instance, as `ContainerExec` answered it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process runs and the connection is a WebSocket now. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not a WebSocket handshake, the detach keys or the size cannot be read, or the command cannot be run. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description A page of a foreign origin asks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such exec instance. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The exec instance was started before, or its container is not running or paused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ArcaContainerLogsWebsocket: {
        parameters: {
            query?: {
                /** @description Goes on with new output until the container ends. */
                follow?: boolean;
                /** @description Wants the standard output. */
                stdout?: boolean;
                /** @description Wants the standard error. */
                stderr?: boolean;
                /** @description Only lines from this time on, written as for `ContainerLogs`. */
                since?: string;
                /** @description Only lines before this time, written as for `since`. */
                until?: string;
                /** @description Puts the time of each line before it, in RFC 3339 with nanoseconds and a space. */
                timestamps?: boolean;
                /** @description Only so many lines from the end of the log; `all` for the whole log. */
                tail?: string;
                /** @description Puts the attributes that the log driver recorded with a line before it. */
                details?: boolean;
            };
            header?: never;
            path: {
                /** @description The id of a container, a prefix of it that is unique, or the container's name. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is a WebSocket now. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not a WebSocket handshake, or neither stream is wanted. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description A page of a foreign origin asks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such container. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container is being removed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description A time cannot be read, or the engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The container's log driver cannot be read from. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    ArcaEventsWebsocket: {
        parameters: {
            query?: {
                /** @description Sends first what happened since this time, written as for `SystemEvents`. */
                since?: string;
                /** @description Closes at this time, written as for `since`. */
                until?: string;
                /** @description Only the events that match, as a JSON map from filter to values: those of `SystemEvents`. */
                filters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is a WebSocket now. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not a WebSocket handshake, the filters cannot be read, or `since` is after `until`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description A page of a foreign origin asks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description A time cannot be read, or the engine failed to carry out the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
}
