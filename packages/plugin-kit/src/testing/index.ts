export { recordedCall, type CallOptions, type RecordedCall } from './call.js';
export { knownContainers } from './containers.js';
export { describeFeature } from './describe-feature.js';
export { namesOnceCompressed } from './compressed-files.js';
export { describeLogDriver, type LogDriverCase, type TestCollector } from './describe-log-driver.js';
export type { FeatureCase, Message, UpdateCase } from './feature-case.js';
export {
  hostInfo,
  hostWithCgroupV1,
  hostWithCgroupV2,
  hostWithoutCgroups,
  type HostOptions,
} from './host.js';
export { containerRecord, imageFacts, type RecordOptions } from './records.js';
