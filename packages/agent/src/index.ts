export { createAgent, type RunningAgent } from './agent.js';
export { localDatagrams } from './linux/local-datagrams.js';
export { removeNetworks } from './networks/service.js';
export type { AgentOptions } from './options.js';
export { doctor, type DoctorFinding, type DoctorOptions } from './system/doctor.js';
