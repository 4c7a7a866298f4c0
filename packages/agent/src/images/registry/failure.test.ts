import { expect } from 'chai';
import { describe, it } from 'mocha';
import { parseRetryAfter, registryError } from './failure.js';

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
        { 'www-authenticate': 'Bearer realm="x",error="insufficient_scope"' },
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

  it('say when to ask again, in seconds or by date', () => {
    expect(parseRetryAfter('120')).to.equal(120_000);
    const now = Date.parse('2024-01-02T03:04:05Z');
    expect(parseRetryAfter('Tue, 02 Jan 2024 03:04:15 GMT', now)).to.equal(10_000);
    expect(parseRetryAfter('Tue, 02 Jan 2024 03:00:00 GMT', now)).to.equal(0);
    for (const nothing of [undefined, '', 'soon']) expect(parseRetryAfter(nothing)).to.equal(undefined);
    const busy = registryError(429, 'Too Many Requests', '', { 'retry-after': '3' });
    expect(busy).to.include({ status: 429, retryAfter: 3000 });
  });
});
