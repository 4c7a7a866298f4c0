import { conflict, type ArcaError, type ContainerRecord } from '@arca/plugin-kit';
import type { Container } from './container.js';

/** dockerd's refusals of what a container's state does not allow. */
export const notRunning = (id: string): ArcaError =>
  conflict(`container ${id} is not running`, 'container.not-running');

export const isRestarting = (id: string): ArcaError =>
  conflict(`Container ${id} is restarting, wait until the container is running`, 'container.restarting');

export const pausedForExec = (name: string): ArcaError =>
  conflict(`Container ${name} is paused, unpause the container before exec`, 'container.paused');

/** Refuses to act on the process of a container that has none. */
export function requireProcess(container: Container): void {
  if (!container.running) throw notRunning(container.id);
  if (container.restarting) throw isRestarting(container.id);
}

/** Refuses to start. A container that runs has what is asked for: the caller tells so. */
export function refuseToStart({ removing, paused, state }: Container): void {
  if (paused) {
    throw conflict('cannot start a paused container, try unpause instead', 'container.paused');
  }
  if (removing || state.status === 'dead') {
    throw conflict('container is marked for removal and cannot be started', 'container.removing');
  }
}

/** Refuses a client that wants to attach to what gives no output now. */
export function refuseToAttach({ state }: ContainerRecord, reference: string): void {
  if (state.status === 'paused') {
    throw conflict(
      `container ${reference} is paused, unpause the container before attach`,
      'container.paused',
    );
  }
  if (state.status === 'restarting') {
    throw conflict(
      `container ${reference} is restarting, wait until the container is running`,
      'container.restarting',
    );
  }
}
