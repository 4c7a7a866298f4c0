import type { StatusCases } from './status-cases.js';

const none = '/containers/none';
const started = { Detach: true, Tty: false };

/** What is attached to, and execs. */
export const streamCases: StatusCases = {
  ContainerAttach: {
    101: async (on) => on.upgrade('POST', `/containers/${await on.running()}/attach?stream=1&stdout=1`),
    200: async (on) => on.begin('POST', `/containers/${await on.running()}/attach?stream=1&stdout=1`),
    400: async (on) => on.post(`/containers/${await on.running()}/attach`, { detachKeys: 'shoe' }),
    404: (on) => on.post(`${none}/attach`),
    409: async (on) => on.post(`/containers/${await on.paused()}/attach`, { stream: 1, stdout: 1 }),
  },
  ContainerAttachWebsocket: {
    101: async (on) => on.webSocket(`/containers/${await on.running()}/attach/ws?stream=1&stdout=1`),
    400: async (on) => on.get(`/containers/${await on.running()}/attach/ws`),
    404: (on) => on.webSocket(`${none}/attach/ws`),
    409: async (on) => on.webSocket(`/containers/${await on.paused()}/attach/ws?stream=1&stdout=1`),
  },
  ContainerResize: {
    200: async (on) => on.post(`/containers/${await on.running({ Tty: true })}/resize`, { h: 3, w: 4 }),
    400: async (on) => on.post(`/containers/${await on.running({ Tty: true })}/resize`, { h: 'x', w: 4 }),
    404: (on) => on.post(`${none}/resize`, { h: 3, w: 4 }),
    409: async (on) => on.post(`/containers/${await on.ended()}/resize`, { h: 3, w: 4 }),
  },
  ContainerExec: {
    201: async (on) => on.post(`/containers/${await on.running()}/exec`, {}, { Cmd: ['true'] }),
    400: async (on) => on.post(`/containers/${await on.running()}/exec`, {}, {}),
    404: (on) => on.post(`${none}/exec`, {}, { Cmd: ['true'] }),
    409: async (on) => on.post(`/containers/${await on.paused()}/exec`, {}, { Cmd: ['true'] }),
  },
  ExecStart: {
    101: async (on) => on.upgrade('POST', `/exec/${await on.exec()}/start`, { Detach: false, Tty: false }),
    200: async (on) => on.post(`/exec/${await on.exec()}/start`, {}, started),
    404: (on) => on.post('/exec/none/start', {}, started),
    async 409(on) {
      const id = await on.exec();
      await on.post(`/exec/${id}/start`, {}, started);
      return on.post(`/exec/${id}/start`, {}, started);
    },
  },
  ExecResize: {
    async 200(on) {
      const id = await on.api.execCreate(await on.running(), { Cmd: ['sleep', '600'], Tty: true });
      await on.post(`/exec/${id}/start`, {}, { Detach: true, Tty: true });
      return on.post(`/exec/${id}/resize`, { h: 3, w: 4 });
    },
    400: async (on) => on.post(`/exec/${await on.exec()}/resize`, { h: 'x', w: 4 }),
    404: (on) => on.post('/exec/none/resize', { h: 3, w: 4 }),
    async 409(on) {
      const container = await on.running();
      const id = await on.exec(container);
      await on.post(`/exec/${id}/start`, {}, started);
      await on.post(`/containers/${container}/pause`);
      return on.post(`/exec/${id}/resize`, { h: 3, w: 4 });
    },
  },
  ExecInspect: {
    200: async (on) => on.get(`/exec/${await on.exec()}/json`),
    404: (on) => on.get('/exec/none/json'),
  },
};
