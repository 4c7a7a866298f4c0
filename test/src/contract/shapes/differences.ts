/** By answer: a difference to dockerd 20.10 in the same version of the API → why it is there. */
export const explained: Record<string, Record<string, string>> = {
  'container inspect': {
    'HostConfig.KernelMemory: missing, dockerd number': 'newer engines leave out a zero',
    'HostConfig.KernelMemoryTCP: missing, dockerd number': 'newer engines leave out a zero',
    'NetworkSettings.Networks{}.DNSNames: null, dockerd missing': 'newer engines have it in every version',
    'NetworkSettings.Networks{}.GwPriority: number, dockerd missing':
      'newer engines have it in every version',
  },
  'container list': {
    '[].NetworkSettings.Networks{}.DNSNames: null, dockerd missing': 'newer engines have it in every version',
    '[].NetworkSettings.Networks{}.GwPriority: number, dockerd missing':
      'newer engines have it in every version',
    '[].SizeRw: number, dockerd missing':
      'the containerd store counts blocks, directories included; dockerd 20.10 the bytes of files, here none',
  },
  'container stats': {
    'memory_stats.stats.shmem: number, dockerd missing':
      'all that the kernel tells; dockerd knows a list of its own',
    'memory_stats.stats.swap: number, dockerd missing':
      'all that the kernel tells; dockerd knows a list of its own',
    'memory_stats.stats.swapcached: number, dockerd missing':
      'all that the kernel tells; dockerd knows a list of its own',
    'memory_stats.stats.total_shmem: number, dockerd missing':
      'all that the kernel tells; dockerd knows a list of its own',
    'memory_stats.stats.total_swap: number, dockerd missing':
      'all that the kernel tells; dockerd knows a list of its own',
    'memory_stats.stats.total_swapcached: number, dockerd missing':
      'all that the kernel tells; dockerd knows a list of its own',
    'memory_stats.stats.total_workingset_refault_anon: number, dockerd missing':
      'all that the kernel tells; dockerd knows a list of its own',
    'memory_stats.stats.total_workingset_refault_file: number, dockerd missing':
      'all that the kernel tells; dockerd knows a list of its own',
    'memory_stats.stats.workingset_refault_anon: number, dockerd missing':
      'all that the kernel tells; dockerd knows a list of its own',
    'memory_stats.stats.workingset_refault_file: number, dockerd missing':
      'all that the kernel tells; dockerd knows a list of its own',
  },
  'image inspect': {
    'Container: missing, dockerd string': 'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.AttachStderr: missing, dockerd boolean':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.AttachStdin: missing, dockerd boolean':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.AttachStdout: missing, dockerd boolean':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.Cmd: missing, dockerd null':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.Domainname: missing, dockerd string':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.Entrypoint: missing, dockerd null':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.Env: missing, dockerd null':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.Hostname: missing, dockerd string':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.Image: missing, dockerd string':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.Labels: missing, dockerd null':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.OnBuild: missing, dockerd null':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.OpenStdin: missing, dockerd boolean':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.StdinOnce: missing, dockerd boolean':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.Tty: missing, dockerd boolean':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.User: missing, dockerd string':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.Volumes: missing, dockerd null':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig.WorkingDir: missing, dockerd string':
      'went with API 1.45, and newer engines do not have it at all',
    'ContainerConfig: missing, dockerd object': 'went with API 1.45, and newer engines do not have it at all',
    'GraphDriver.Data{}: missing, dockerd string':
      'layers are in the containerd store, as with newer engines that use it',
  },
  'image list': {
    '[].RepoDigests: array, dockerd null': 'newer engines answer an empty list',
  },
  'network inspect': {
    'EnableIPv4: boolean, dockerd missing': 'newer engines have it in every version',
  },
  'network list': {
    '[].EnableIPv4: boolean, dockerd missing': 'newer engines have it in every version',
  },
  'disk usage': {
    'BuildCache: array, dockerd null': 'empty and null are the same to clients',
    'BuilderSize: missing, dockerd number': 'newer engines leave out a zero',
    'Containers[].NetworkSettings.Networks{}.DNSNames: null, dockerd missing':
      'newer engines have it in every version',
    'Containers[].NetworkSettings.Networks{}.GwPriority: number, dockerd missing':
      'newer engines have it in every version',
    'Containers[].SizeRw: number, dockerd missing':
      'the containerd store counts blocks, directories included; dockerd 20.10 the bytes of files, here none',
    'Images[].RepoDigests: array, dockerd null': 'newer engines answer an empty list',
  },
  info: {
    'CDISpecDirs: array, dockerd missing': 'newer engines have it in every version',
    'CDISpecDirs[]: string, dockerd missing': 'newer engines have it in every version',
    'ProductLicense: string, dockerd missing': 'newer engines have it in every version',
    'RegistryConfig.AllowNondistributableArtifactsCIDRs: null, dockerd array': 'newer engines answer null',
    'RegistryConfig.AllowNondistributableArtifactsHostnames: null, dockerd array':
      'newer engines answer null',
  },
};
