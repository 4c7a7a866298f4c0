import type { StatusCases } from './status-cases.js';

const none = '/containers/none';
const headers = { 'Content-Type': 'application/x-tar' };

/** What tells of containers and of their files. */
export const lookCases: StatusCases = {
  ContainerList: {
    200: (on) => on.get('/containers/json'),
    400: (on) => on.get('/containers/json', { filters: { shoe: ['x'] } }),
    async 500(on) {
      const id = await on.created({ Labels: { fail: 'list' } });
      const status = await on.get('/containers/json', { all: 1 });
      await on.delete(`/containers/${id}`);
      return status;
    },
  },
  ContainerInspect: {
    200: async (on) => on.get(`/containers/${await on.created()}/json`),
    404: (on) => on.get(`${none}/json`),
    500: async (on) => on.get(`/containers/${await on.created({ Labels: { fail: 'inspect' } })}/json`),
  },
  ContainerTop: {
    200: async (on) => on.get(`/containers/${await on.running()}/top`),
    404: (on) => on.get(`${none}/top`),
    409: async (on) => on.get(`/containers/${await on.ended()}/top`),
    500: async (on) => on.get(`/containers/${await on.running()}/top`, { ps_args: '--no-such-option' }),
  },
  ContainerLogs: {
    200: async (on) => on.get(`/containers/${await on.ended()}/logs`, { stdout: 1 }),
    400: async (on) => on.get(`/containers/${await on.ended()}/logs`),
    404: (on) => on.get(`${none}/logs`, { stdout: 1 }),
  },
  ContainerStats: {
    200: async (on) => on.get(`/containers/${await on.running()}/stats`, { stream: 0 }),
    400: async (on) => on.get(`/containers/${await on.running()}/stats`, { stream: 1, 'one-shot': 1 }),
    404: (on) => on.get(`${none}/stats`),
  },
  ContainerChanges: {
    200: async (on) => on.get(`/containers/${await on.ended()}/changes`),
    404: (on) => on.get(`${none}/changes`),
  },
  ContainerExport: {
    200: async (on) => on.begin('GET', `/containers/${await on.ended()}/export`),
    404: (on) => on.get(`${none}/export`),
  },
  ContainerArchiveInfo: {
    200: async (on) => on.begin('HEAD', `/containers/${await on.ended()}/archive?path=/etc`),
    400: async (on) => on.begin('HEAD', `/containers/${await on.ended()}/archive`),
    404: async (on) => on.begin('HEAD', `/containers/${await on.ended()}/archive?path=/none`),
    500: async (on) => on.begin('HEAD', `/containers/${await on.ended()}/archive?path=/etc/passwd/x`),
  },
  ContainerArchive: {
    200: async (on) => on.get(`/containers/${await on.ended()}/archive`, { path: '/etc' }),
    400: async (on) => on.get(`/containers/${await on.ended()}/archive`),
    404: async (on) => on.get(`/containers/${await on.ended()}/archive`, { path: '/none' }),
    500: async (on) => on.get(`/containers/${await on.ended()}/archive`, { path: '/etc/passwd/x' }),
  },
  PutContainerArchive: {
    200: async (on) => on.begin('PUT', `/containers/${await on.ended()}/archive?path=/tmp`, headers),
    400: async (on) => on.begin('PUT', `/containers/${await on.ended()}/archive?path=/etc/passwd`, headers),
    404: async (on) => on.begin('PUT', `/containers/${await on.ended()}/archive?path=/none`, headers),
    500: async (on) =>
      on.begin('PUT', `/containers/${await on.ended()}/archive?path=/tmp`, headers, 'x'.repeat(2000)),
  },
};
