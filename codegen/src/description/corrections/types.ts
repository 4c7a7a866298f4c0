import type { OpenApiDocument, Schema } from '../document.js';
import { refTo } from '../document.js';
import type { Correction } from './correction.js';
import { expectFact, replaceSchema, schemaAt, visitSchemas } from './correction.js';

/** Objects without a declared property which Go decodes into an empty struct. */
const EMPTY_OBJECTS = ['ServiceMode.Global', 'ServiceMode.GlobalJob', 'ServiceConfigReference.Runtime'];
const EMPTY_ENUMS = 4;
const MISSPELT_DATES = 26;

function replaceFact(document: OpenApiDocument, place: string, fact: Schema, next: Schema): void {
  expectFact(schemaAt(document, place), fact, place);
  replaceSchema(document, place, next);
}

function nameEmptyObject(document: OpenApiDocument): void {
  let count = 0;
  visitSchemas(document, (schema) => {
    const values = schema.additionalProperties;
    if (typeof values !== 'object' || JSON.stringify(values.enum) !== '[{}]') return;
    schema.additionalProperties = refTo('EmptyObject');
    count += 1;
  });
  expectFact(count, EMPTY_ENUMS, 'the number of maps whose values are the enum {}');
  for (const place of EMPTY_OBJECTS) replaceFact(document, place, { type: 'object' }, refTo('EmptyObject'));
  document.components.schemas['EmptyObject'] = { type: 'object', additionalProperties: true };
}

function spellFormats(document: OpenApiDocument): void {
  let dates = 0;
  visitSchemas(document, (schema) => {
    if (schema.format === 'dateTime') {
      schema.format = 'date-time';
      dates += 1;
    }
    if (schema.format === 'CIDR') schema.format = 'cidr';
  });
  expectFact(dates, MISSPELT_DATES, 'the number of dateTime formats');
}

function typeFreeForms(document: OpenApiDocument): void {
  const map = (values: Schema | boolean): Schema => ({ type: 'object', additionalProperties: values });
  replaceFact(document, 'Volume.Status', map({ type: 'object' }), map(true));
  replaceFact(
    document,
    'ComponentVersion.Details',
    { type: ['object', 'null'] },
    { type: ['object', 'null'], additionalProperties: { type: 'string' } },
  );
  replaceFact(
    document,
    'ContainerStatsResponse.networks',
    { additionalProperties: refTo('ContainerNetworkStats') },
    { type: ['object', 'null'], additionalProperties: refTo('ContainerNetworkStats') },
  );
}

function straightenAccessMode(document: OpenApiDocument): void {
  const spec = schemaAt(document, 'ClusterVolumeSpec').properties as Record<string, Schema>;
  const mode = schemaAt(document, 'ClusterVolumeAccessMode').properties as Record<string, Schema>;
  expectFact(mode['MountVolume'], { type: 'object' }, 'ClusterVolumeAccessMode.MountVolume');
  expectFact(mode['BlockVolume'], undefined, 'ClusterVolumeAccessMode.BlockVolume');
  document.components.schemas['ClusterVolumeMount'] = {
    type: 'object',
    properties: { FsType: { type: 'string' }, MountFlags: { type: 'array', items: { type: 'string' } } },
  };
  mode['MountVolume'] = refTo('ClusterVolumeMount');
  mode['BlockVolume'] = refTo('EmptyObject');
  for (const name of ['Secrets', 'AccessibilityRequirements', 'CapacityRange', 'Availability']) {
    if (mode[name] === undefined) throw new Error(`ClusterVolumeAccessMode has no ${name}`);
    spec[name] = mode[name];
    delete mode[name];
  }
}

/** The place is that of the facts, or of the description once anonymous schemas have their names. */
function writePluginInterfaces(document: OpenApiDocument): void {
  const place = 'PluginInterface.Types[]';
  replaceFact(document, place, refTo('PluginInterfaceType'), { type: 'string' });
  delete document.components.schemas['PluginInterfaceType'];
}

export const typeCorrections: readonly Correction[] = [
  {
    id: 'empty-objects-are-objects',
    reason: 'An enum whose only member is {} stands for an object without meaning; bare objects say nothing.',
    apply: nameEmptyObject,
  },
  {
    id: 'date-time-is-spelt-so',
    reason: 'The registered format is date-time; dateTime and CIDR are unknown to every tool.',
    apply: spellFormats,
  },
  {
    id: 'free-forms-have-types',
    reason: 'Volume status holds values of any kind, component details are strings, stats networks is a map.',
    apply: typeFreeForms,
  },
  {
    id: 'access-mode-fields',
    reason:
      'dockerd reads MountVolume {FsType, MountFlags} and BlockVolume {} in AccessMode, and the secrets, ' +
      'topology, capacity and availability of a cluster volume beside AccessMode, not inside.',
    apply: straightenAccessMode,
  },
  {
    id: 'unpacked-size-is-not-a-field',
    reason: 'ImageData requires UnpackedSize, which is nowhere defined: the figure is Size.Unpacked.',
    apply(document) {
      const required = schemaAt(document, 'ImageManifestImageData').required ?? [];
      if (!required.includes('UnpackedSize')) throw new Error('UnpackedSize is not required');
      schemaAt(document, 'ImageManifestImageData').required = required.filter(
        (name) => name !== 'UnpackedSize',
      );
    },
  },
  {
    id: 'swappiness-minus-one',
    reason: 'The docker CLI sends -1 for "not set", and dockerd takes it so.',
    apply(document) {
      const schema = schemaAt(document, 'Resources.MemorySwappiness');
      expectFact(schema.minimum, 0, 'the minimum of MemorySwappiness');
      schema.minimum = -1;
    },
  },
  {
    id: 'cgroupns-mode-may-be-empty',
    reason: 'The docker CLI sends "" for "the default of the daemon".',
    apply(document) {
      const schema = schemaAt(document, 'HostConfig.CgroupnsMode');
      expectFact(schema.enum, ['private', 'host'], 'CgroupnsMode');
      schema.enum?.unshift('');
    },
  },
  {
    id: 'log-drivers-are-open',
    reason: 'Log drivers are plugins: any name may be right (and gcplogs is missing); the CLI also sends "".',
    apply(document) {
      const schema = schemaAt(document, 'LogConfig.Type');
      if (schema.enum === undefined) throw new Error('LogConfig.Type has no enum');
      delete schema.enum;
    },
  },
  {
    id: 'no-default-null',
    reason: 'A default of null says nothing beside a nullable type.',
    apply(document) {
      const schema = schemaAt(document, 'SwarmInfo.RemoteManagers');
      expectFact(schema.default, null, 'the default of RemoteManagers');
      delete schema.default;
    },
  },
  {
    id: 'registry-tokens',
    reason:
      'Clients log in with an identity token or a bearer token too; dockerd reads both, and base64 auth.',
    apply(document) {
      const properties = schemaAt(document, 'AuthConfig').properties as Record<string, Schema>;
      for (const name of ['auth', 'identitytoken', 'registrytoken']) {
        expectFact(properties[name], undefined, `AuthConfig.${name}`);
        properties[name] = { type: 'string' };
      }
    },
  },
  {
    id: 'plugin-interfaces-are-strings',
    reason:
      'dockerd writes a kind of plugin as one string, docker.volumedriver/1.0, and its client reads that.',
    apply: writePluginInterfaces,
  },
];
