export { create } from '@bufbuild/protobuf';
export * from './agent.js';
export * from './service.js';
export * from './generated/arca/agent/v1/containers_pb.js';
export * from './generated/arca/agent/v1/files_pb.js';
export * from './generated/arca/agent/v1/images_pb.js';
export * from './generated/arca/agent/v1/networks_pb.js';
export * from './generated/arca/agent/v1/observation_pb.js';
export * from './generated/arca/agent/v1/system_pb.js';
