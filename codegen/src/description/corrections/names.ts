import type { OpenApiDocument, Schema } from '../document.js';
import { findOperation, operationsOf, refTo } from '../document.js';
import type { Correction } from './correction.js';
import { expectFact, replaceSchema, schemaAt } from './correction.js';

type Titled = Schema & { title?: string };

/** Places of nested objects and their names; a nested object of a nested object is named by its owner's name. */
const NESTED: readonly (readonly [place: string, name: string])[] = [
  ['Mount.BindOptions', 'MountBindOptions'],
  ['Mount.VolumeOptions', 'MountVolumeOptions'],
  ['MountVolumeOptions.DriverConfig', 'MountDriverConfig'],
  ['Mount.ImageOptions', 'MountImageOptions'],
  ['Mount.TmpfsOptions', 'MountTmpfsOptions'],
  ['Resources.BlkioWeightDevice[]', 'WeightDevice'],
  ['Resources.Ulimits[]', 'Ulimit'],
  ['HostConfig.LogConfig', 'LogConfig'],
  ['GenericResources[]', 'GenericResource'],
  ['GenericResource.NamedResourceSpec', 'NamedGenericResource'],
  ['GenericResource.DiscreteResourceSpec', 'DiscreteGenericResource'],
  ['ContainerSummary.HostConfig', 'ContainerSummaryHostConfig'],
  ['ContainerSummary.NetworkSettings', 'ContainerSummaryNetworkSettings'],
  ['ImageInspect.RootFS', 'ImageRootFS'],
  ['ImageInspect.Metadata', 'ImageMetadata'],
  ['ImageManifestSummary.Size', 'ImageManifestSize'],
  ['ImageManifestSummary.ImageData', 'ImageManifestImageData'],
  ['ImageManifestImageData.Size', 'ImageManifestImageSize'],
  ['ImageManifestSummary.AttestationData', 'ImageManifestAttestationData'],
  ['Volume.UsageData', 'VolumeUsageData'],
  ['ClusterVolume.Info', 'ClusterVolumeInfo'],
  ['ClusterVolume.PublishStatus[]', 'ClusterVolumePublishStatus'],
  ['ClusterVolumeSpec.AccessMode', 'ClusterVolumeAccessMode'],
  ['ClusterVolumeAccessMode.Secrets[]', 'ClusterVolumeSecret'],
  ['ClusterVolumeAccessMode.AccessibilityRequirements', 'TopologyRequirement'],
  ['ClusterVolumeAccessMode.CapacityRange', 'CapacityRange'],
  ['SystemVersion.Platform', 'VersionPlatform'],
  ['SystemVersion.Components[]', 'ComponentVersion'],
  ['SystemInfo.DefaultAddressPools[]', 'NetworkAddressPool'],
  ['ContainerdInfo.Namespaces', 'ContainerdNamespaces'],
  ['Plugin.Settings', 'PluginSettings'],
  ['Plugin.Config', 'PluginConfig'],
  ['PluginConfig.Interface', 'PluginInterface'],
  ['PluginConfig.User', 'PluginUser'],
  ['PluginConfig.Network', 'PluginNetwork'],
  ['PluginConfig.Linux', 'PluginLinux'],
  ['PluginConfig.Args', 'PluginArgs'],
  ['PluginConfig.rootfs', 'PluginRootFS'],
  ['EngineDescription.Plugins[]', 'EnginePlugin'],
  ['SwarmSpec.Orchestration', 'OrchestrationConfig'],
  ['SwarmSpec.Raft', 'RaftConfig'],
  ['SwarmSpec.Dispatcher', 'DispatcherConfig'],
  ['SwarmSpec.CAConfig', 'CAConfig'],
  ['CAConfig.ExternalCAs[]', 'ExternalCA'],
  ['SwarmSpec.EncryptionConfig', 'EncryptionConfig'],
  ['SwarmSpec.TaskDefaults', 'TaskDefaults'],
  ['TaskDefaults.LogDriver', 'TaskLogDriver'],
  ['TaskSpec.PluginSpec', 'TaskPluginSpec'],
  ['TaskSpec.ContainerSpec', 'ContainerSpec'],
  ['ContainerSpec.Privileges', 'ContainerPrivileges'],
  ['ContainerPrivileges.CredentialSpec', 'CredentialSpec'],
  ['ContainerPrivileges.SELinuxContext', 'SELinuxContext'],
  ['ContainerPrivileges.Seccomp', 'SeccompOptions'],
  ['ContainerPrivileges.AppArmor', 'AppArmorOptions'],
  ['ContainerSpec.DNSConfig', 'ContainerDNSConfig'],
  ['ContainerSpec.Secrets[]', 'SecretReference'],
  ['SecretReference.File', 'FileTarget'],
  ['ContainerSpec.Configs[]', 'ServiceConfigReference'],
  ['TaskSpec.NetworkAttachmentSpec', 'NetworkAttachmentSpec'],
  ['TaskSpec.Resources', 'TaskResources'],
  ['TaskSpec.RestartPolicy', 'TaskRestartPolicy'],
  ['TaskSpec.Placement', 'Placement'],
  ['Placement.Preferences[]', 'PlacementPreference'],
  ['PlacementPreference.Spread', 'PlacementSpread'],
  ['ServiceSpec.Mode', 'ServiceMode'],
  ['ServiceMode.Replicated', 'ReplicatedService'],
  ['ServiceMode.ReplicatedJob', 'ReplicatedJob'],
  ['ServiceSpec.UpdateConfig', 'ServiceUpdateConfig'],
  ['ServiceSpec.RollbackConfig', 'ServiceRollbackConfig'],
  ['Service.Endpoint', 'ServiceEndpoint'],
  ['ServiceEndpoint.VirtualIPs[]', 'EndpointVirtualIP'],
  ['Service.UpdateStatus', 'ServiceUpdateStatus'],
  ['Service.ServiceStatus', 'ServiceTaskStatus'],
  ['Service.JobStatus', 'ServiceJobStatus'],
];

/** Nested objects that repeat a named one. */
const REPEATED: readonly (readonly [place: string, name: string])[] = [
  ['ContainerSpec.Ulimits[]', 'Ulimit'],
  ['ServiceConfigReference.File', 'FileTarget'],
  ['TaskSpec.LogDriver', 'TaskLogDriver'],
];

const TITLED_INLINE = 18;

function nameTitledSchemas(document: OpenApiDocument): void {
  const { schemas } = document.components;
  let named = 0;
  for (const { operation } of operationsOf(document)) {
    for (const part of [operation.requestBody, ...Object.values(operation.responses)]) {
      for (const media of Object.values(part?.content ?? {})) {
        const owner = (media.schema?.type === 'array' ? media.schema : media) as { [key: string]: unknown };
        const key = owner === media ? 'schema' : 'items';
        const { title, ...schema } = (owner[key] ?? {}) as Titled;
        if (title === undefined) continue;
        if (schemas[title] === undefined) named += 1;
        else expectFact(schemas[title], schema, title);
        schemas[title] = schema;
        owner[key] = refTo(title);
      }
    }
  }
  expectFact(named, TITLED_INLINE, 'the number of titled inline schemas');
  for (const schema of Object.values(schemas)) delete (schema as Titled).title;
}

function nameBody(document: OpenApiDocument, operationId: string, name: string): void {
  const body = findOperation(document, operationId).requestBody;
  const schema = body?.content['application/json']?.schema;
  if (schema?.properties === undefined) throw new Error(`${operationId} has no anonymous body`);
  document.components.schemas[name] = schema;
  for (const media of Object.values(body?.content ?? {})) media.schema = refTo(name);
}

function nameNestedSchemas(document: OpenApiDocument): void {
  const { schemas } = document.components;
  for (const [place, name] of NESTED) {
    const schema = schemaAt(document, place);
    if (schema.properties === undefined) throw new Error(`${place} is no object with properties`);
    if (schemas[name] !== undefined) throw new Error(`${name} is taken`);
    const types = Array.isArray(schema.type) ? schema.type : [];
    const reference = refTo(name);
    replaceSchema(
      document,
      place,
      types.includes('null') ? { oneOf: [reference, { type: 'null' }] } : reference,
    );
    schemas[name] = { ...schema, type: 'object' };
  }
  for (const [place, name] of REPEATED) {
    expectFact(schemaAt(document, place), schemas[name], place);
    replaceSchema(document, place, refTo(name));
  }
}

export const nameCorrections: readonly Correction[] = [
  {
    id: 'titled-schemas-are-named',
    reason: 'Bodies and answers that are only titled inline get no name of their own in generated code.',
    apply: nameTitledSchemas,
  },
  {
    id: 'composed-bodies-are-named',
    reason: 'Three bodies are composed in place and have neither title nor name.',
    apply(document) {
      nameBody(document, 'ContainerCreate', 'ContainerCreateRequest');
      nameBody(document, 'ContainerUpdate', 'ContainerUpdateRequest');
      nameBody(document, 'VolumeUpdate', 'VolumeUpdateRequest');
    },
  },
  {
    id: 'nested-schemas-are-named',
    reason: 'Plugins own fields of nested objects and need their types by name; equal objects are one type.',
    apply: nameNestedSchemas,
  },
];
