import * as archive from '@arca/plugin-archive';
import * as blkio from '@arca/plugin-blkio';
import * as builder from '@arca/plugin-builder';
import * as capabilities from '@arca/plugin-capabilities';
import * as cdi from '@arca/plugin-cdi';
import * as cgroupParent from '@arca/plugin-cgroup-parent';
import * as containers from '@arca/plugin-containers';
import * as cpu from '@arca/plugin-cpu';
import * as devices from '@arca/plugin-devices';
import * as exec from '@arca/plugin-exec';
import * as health from '@arca/plugin-health';
import * as hostname from '@arca/plugin-hostname';
import * as images from '@arca/plugin-images';
import * as kill from '@arca/plugin-kill';
import * as labels from '@arca/plugin-labels';
import * as logJsonFile from '@arca/plugin-log-json-file';
import * as logLocal from '@arca/plugin-log-local';
import * as logFluentd from '@arca/plugin-log-fluentd';
import * as logGelf from '@arca/plugin-log-gelf';
import * as logJournald from '@arca/plugin-log-journald';
import * as logSplunk from '@arca/plugin-log-splunk';
import * as logSyslog from '@arca/plugin-log-syslog';
import * as memory from '@arca/plugin-memory';
import * as mounts from '@arca/plugin-mounts';
import * as namespaces from '@arca/plugin-namespaces';
import * as network from '@arca/plugin-network';
import * as oomScore from '@arca/plugin-oom-score';
import * as pids from '@arca/plugin-pids';
import * as processFeature from '@arca/plugin-process';
import * as restart from '@arca/plugin-restart';
import * as runtime from '@arca/plugin-runtime';
import * as security from '@arca/plugin-security';
import * as stats from '@arca/plugin-stats';
import * as stop from '@arca/plugin-stop';
import * as sysctls from '@arca/plugin-sysctls';
import * as system from '@arca/plugin-system';
import * as top from '@arca/plugin-top';
import * as ulimits from '@arca/plugin-ulimits';
import * as unsupported from '@arca/plugin-unsupported';
import * as user from '@arca/plugin-user';
import * as volumes from '@arca/plugin-volumes';
import type { CreateField, EveryFieldOwned } from '@arca/plugin-kit';
import type { PluginSource } from '@arca/server';

/** The plugins that come with Arca, in the order in which their services start. */
export const builtinPlugins: readonly PluginSource[] = [
  { name: 'archive', module: archive.plugin },
  { name: 'blkio', module: blkio.plugin },
  { name: 'builder', module: builder.plugin },
  { name: 'capabilities', module: capabilities.plugin },
  { name: 'cdi', module: cdi.plugin },
  { name: 'cgroup-parent', module: cgroupParent.plugin },
  { name: 'containers', module: containers.plugin },
  { name: 'cpu', module: cpu.plugin },
  { name: 'devices', module: devices.plugin },
  { name: 'exec', module: exec.plugin },
  { name: 'health', module: health.plugin },
  { name: 'hostname', module: hostname.plugin },
  { name: 'images', module: images.plugin },
  { name: 'kill', module: kill.plugin },
  { name: 'labels', module: labels.plugin },
  { name: 'log-json-file', module: logJsonFile.plugin },
  { name: 'log-local', module: logLocal.plugin },
  { name: 'log-fluentd', module: logFluentd.plugin },
  { name: 'log-gelf', module: logGelf.plugin },
  { name: 'log-journald', module: logJournald.plugin },
  { name: 'log-splunk', module: logSplunk.plugin },
  { name: 'log-syslog', module: logSyslog.plugin },
  { name: 'memory', module: memory.plugin },
  { name: 'mounts', module: mounts.plugin },
  { name: 'namespaces', module: namespaces.plugin },
  { name: 'network', module: network.plugin },
  { name: 'oom-score', module: oomScore.plugin },
  { name: 'pids', module: pids.plugin },
  { name: 'process', module: processFeature.plugin },
  { name: 'restart', module: restart.plugin },
  { name: 'runtime', module: runtime.plugin },
  { name: 'security', module: security.plugin },
  { name: 'stats', module: stats.plugin },
  { name: 'stop', module: stop.plugin },
  { name: 'sysctls', module: sysctls.plugin },
  { name: 'system', module: system.plugin },
  { name: 'top', module: top.plugin },
  { name: 'ulimits', module: ulimits.plugin },
  { name: 'unsupported', module: unsupported.plugin },
  { name: 'user', module: user.plugin },
  { name: 'volumes', module: volumes.plugin },
];

/** What the built-in features say of themselves. */
export const builtinManifests = [
  ...blkio.manifests,
  ...capabilities.manifests,
  ...cdi.manifests,
  ...cgroupParent.manifests,
  ...cpu.manifests,
  ...devices.manifests,
  ...health.manifests,
  ...hostname.manifests,
  ...labels.manifests,
  ...logJsonFile.manifests,
  ...memory.manifests,
  ...mounts.manifests,
  ...namespaces.manifests,
  ...network.manifests,
  ...oomScore.manifests,
  ...pids.manifests,
  ...processFeature.manifests,
  ...restart.manifests,
  ...runtime.manifests,
  ...security.manifests,
  ...stop.manifests,
  ...sysctls.manifests,
  ...ulimits.manifests,
  ...unsupported.manifests,
  ...user.manifests,
] as const satisfies readonly { owns: readonly CreateField[] }[];

/** Does not compile when a field of the create body has no owner among the built-in plugins; the error names it. */
export const everyFieldIsOwned: EveryFieldOwned<typeof builtinManifests> = true;
