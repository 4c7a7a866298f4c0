import type { StatusCases } from './status-cases.js';

const none = '/containers/none';

/** From creation to removal. */
export const lifeCases: StatusCases = {
  ContainerCreate: {
    201: (on) => on.post('/containers/create', {}, { Image: on.image }),
    400: (on) => on.post('/containers/create', { name: '!' }, { Image: on.image }),
    404: (on) => on.post('/containers/create', {}, { Image: 'no/such:image' }),
    async 409(on) {
      await on.api.create({}, 'taken');
      return on.post('/containers/create', { name: 'taken' }, { Image: on.image });
    },
    500: (on) => on.post('/containers/create', {}, { Image: on.image, Labels: { fail: 'validate' } }),
  },
  ContainerStart: {
    204: async (on) => on.post(`/containers/${await on.created()}/start`),
    304: async (on) => on.post(`/containers/${await on.running()}/start`),
    400: async (on) => on.post(`/containers/${await on.created({ Cmd: ['/no/such'] })}/start`),
    404: (on) => on.post(`${none}/start`),
    500: async (on) => on.post(`/containers/${await on.created({ Labels: { fail: 'start' } })}/start`),
  },
  ContainerStop: {
    204: async (on) => on.post(`/containers/${await on.running()}/stop`, { t: 0 }),
    304: async (on) => on.post(`/containers/${await on.ended()}/stop`),
    400: async (on) => on.post(`/containers/${await on.running()}/stop`, { signal: 'SHOE' }),
    404: (on) => on.post(`${none}/stop`),
  },
  ContainerRestart: {
    204: async (on) => on.post(`/containers/${await on.running()}/restart`, { t: 0 }),
    404: (on) => on.post(`${none}/restart`),
    500: async (on) => on.post(`/containers/${await on.created({ Labels: { fail: 'start' } })}/restart`),
  },
  ContainerKill: {
    204: async (on) => on.post(`/containers/${await on.running()}/kill`),
    400: async (on) => on.post(`/containers/${await on.running()}/kill`, { signal: 'SHOE' }),
    404: (on) => on.post(`${none}/kill`),
    409: async (on) => on.post(`/containers/${await on.ended()}/kill`),
  },
  ContainerPause: {
    204: async (on) => on.post(`/containers/${await on.running()}/pause`),
    404: (on) => on.post(`${none}/pause`),
    409: async (on) => on.post(`/containers/${await on.paused()}/pause`),
  },
  ContainerUnpause: {
    204: async (on) => on.post(`/containers/${await on.paused()}/unpause`),
    404: (on) => on.post(`${none}/unpause`),
    500: async (on) => on.post(`/containers/${await on.running()}/unpause`),
  },
  ContainerWait: {
    200: async (on) => on.post(`/containers/${await on.ended()}/wait`),
    400: async (on) => on.post(`/containers/${await on.ended()}/wait`, { condition: 'shoe' }),
    404: (on) => on.post(`${none}/wait`),
  },
  ContainerUpdate: {
    200: async (on) => on.post(`/containers/${await on.running()}/update`, {}, { PidsLimit: 5 }),
    400: async (on) => on.post(`/containers/${await on.running()}/update`, {}, { Memory: 1 }),
    404: (on) => on.post(`${none}/update`, {}, {}),
    500: async (on) => on.post(`/containers/${await on.running()}/update`, {}, { PidsLimit: 4711 }),
  },
  ContainerRename: {
    204: async (on) => on.post(`/containers/${await on.created()}/rename`, { name: 'renamed' }),
    400: async (on) => on.post(`/containers/${await on.created()}/rename`, { name: '!' }),
    404: (on) => on.post(`${none}/rename`, { name: 'other' }),
    async 409(on) {
      await on.api.create({}, 'holder');
      return on.post(`/containers/${await on.created()}/rename`, { name: 'holder' });
    },
  },
  ContainerDelete: {
    204: async (on) => on.delete(`/containers/${await on.ended()}`),
    404: (on) => on.delete(none),
    409: async (on) => on.delete(`/containers/${await on.running()}`),
  },
  ContainerPrune: {
    200: (on) => on.post('/containers/prune'),
    400: (on) => on.post('/containers/prune', { filters: { shoe: ['x'] } }),
    async 409(on) {
      for (let count = 0; count < 8; count++) await on.created();
      const statuses = await Promise.all([1, 2, 3].map(() => on.post('/containers/prune')));
      return Math.max(...statuses);
    },
  },
};
