import { expect } from 'chai';
import { describe, it } from 'mocha';
import { registryError } from './failure.js';

describe('errors of a registry', () => {
  const cases: [string, Parameters<typeof registryError>, string, string][] = [
    [
      'its own',
      [404, 'Not Found', '{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown","detail":{}}]}'],
      'MANIFEST_UNKNOWN',
      'manifest unknown: manifest unknown',
    ],
    [
      'without a message',
      [403, 'Forbidden', '{"errors":[{"code":"DENIED"}]}'],
      'DENIED',
      'denied: requested access to the resource is denied',
    ],
    [
      'in details',
      [401, 'Unauthorized', '{"details":"incorrect username or password"}'],
      'UNAUTHORIZED',
      'unauthorized: incorrect username or password',
    ],
    [
      'too many',
      [429, 'Too Many Requests', '{"details":"slow down"}'],
      'TOOMANYREQUESTS',
      'toomanyrequests: slow down',
    ],
    ['not told', [401, 'Unauthorized', ''], 'UNAUTHORIZED', 'unauthorized: authentication required'],
    [
      'in the challenge',
      [
        401,
        'Unauthorized',
        '{"errors":[{"code":"UNAUTHORIZED"}]}',
        'Bearer realm="x",error="insufficient_scope"',
      ],
      'DENIED',
      'denied: requested access to the resource is denied',
    ],
    ['of the server', [502, 'Bad Gateway', '<html>'], '', 'received unexpected HTTP status: 502 Bad Gateway'],
    ['that cannot be read', [418, 'Teapot', '[]'], 'UNKNOWN', 'unexpected HTTP status: 418 Teapot: []'],
    [
      'with nonsense',
      [400, 'Bad Request', '{"errors":[null]}'],
      'UNKNOWN',
      'unexpected HTTP status: 400 Bad Request: {"errors":[null]}',
    ],
  ];
  for (const [what, told, code, message] of cases) {
    it(`are told as Docker does: one ${what}`, () => {
      expect(registryError(...told)).to.include({ status: told[0], code, message });
    });
  }
});
