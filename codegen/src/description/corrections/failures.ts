import { refTo, findOperation } from '../document.js';
import type { Correction } from './correction.js';
import { expectFact } from './correction.js';

/** Statuses of failures that dockerd answers and the facts leave out. */
const UNSTATED: Readonly<Record<string, string[]>> = {
  ContainerTop: ['409'],
  ContainerLogs: ['400'],
  ContainerStats: ['400'],
  ContainerResize: ['400', '409'],
  ContainerStop: ['400'],
  ContainerKill: ['400'],
  ContainerUpdate: ['400'],
  ContainerRename: ['400'],
  ContainerPause: ['409'],
  ContainerUnpause: ['409'],
  ContainerAttach: ['409'],
  ContainerAttachWebsocket: ['409'],
  ContainerPrune: ['400', '409'],
  ContainerExec: ['400'],
  ExecStart: ['500'],
  ExecResize: ['409'],
  ImageList: ['400'],
  ImageCreate: ['400'],
  ImageInspect: ['400'],
  ImageDelete: ['400'],
  ImageSearch: ['400'],
  ImagePrune: ['400', '409'],
  ImageCommit: ['400', '409'],
  ImageGet: ['404'],
  ImageGetAll: ['404'],
  ImageLoad: ['400'],
  SystemDataUsage: ['400'],
  VolumeList: ['400'],
  VolumeCreate: ['400', '409'],
  VolumePrune: ['400', '409'],
  NetworkList: ['400'],
  NetworkCreate: ['409'],
  NetworkPrune: ['400', '409'],
  DistributionInspect: ['400'],
};

export const failureCorrections: readonly Correction[] = [
  {
    id: 'failures-are-stated',
    reason:
      'dockerd answers these statuses, and clients act on them: a conflict is not a failure of the engine.',
    apply(document) {
      for (const [operationId, statuses] of Object.entries(UNSTATED)) {
        const { responses } = findOperation(document, operationId);
        for (const status of statuses) {
          expectFact(responses[status], undefined, `the answer ${status} of ${operationId}`);
          responses[status] = { content: { 'application/json': { schema: refTo('ErrorResponse') } } };
        }
      }
    },
  },
];
