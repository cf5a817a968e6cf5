import { describe, expect, it } from '@jest/globals';
import {
  clientHeaders,
  type HeaderRules,
  headerProblems,
  headersBy,
} from '../../src/shaping/header-rules.js';
import { hopHeaders } from '../../src/transport/hop-headers.js';
import type { OperationContext } from '../../src/transport/transport.js';

const context = (more: Partial<OperationContext<string>> = {}): OperationContext<string> => ({
  principal: 'ada',
  requestId: 'id-1',
  attributes: {},
  signal: new AbortController().signal,
  ...more,
});

/** What a subgraph gets of a client's headers. */
function passed(rules: HeaderRules<string>, headers: Record<string, string>) {
  const kept = clientHeaders([rules])?.(headers);
  return headersBy(rules)(context({ clientHeaders: kept }));
}

const sent = {
  authorization: 'Bearer x',
  'accept-language': 'de',
  'x-team': 'blue',
  'x-secret': 's',
  cookie: 'a=b',
};

describe('header rules', () => {
  it('pass on what they name, and nothing else', () => {
    expect(passed({}, sent)).toEqual({});
    expect(passed({ propagate: ['Accept-Language', 'x-absent'] }, sent)).toEqual({
      'accept-language': 'de',
    });
  });

  it('pass on by pattern, under another name, or with a default', () => {
    const propagate = [
      /^x-/g,
      { name: 'Accept-Language', as: 'X-Language' },
      { name: 'x-region', default: 'eu' },
    ];
    const expected = { 'x-team': 'blue', 'x-secret': 's', 'x-language': 'de', 'x-region': 'eu' };
    expect(passed({ propagate }, sent)).toEqual(expected);
    expect(passed({ propagate, remove: [/secret/, 'X-Language'] }, sent)).toEqual({
      'x-team': 'blue',
      'x-region': 'eu',
    });
  });

  it('insert what is not the word of the client', () => {
    const insert = {
      'X-Team': ({ principal }: OperationContext<string>) => `team of ${principal}`,
      'x-router': 'nexus',
      'x-none': () => undefined,
    };
    expect(passed({ propagate: ['x-team'], remove: ['x-router'], insert }, sent)).toEqual({
      'x-team': 'team of ada',
      'x-router': 'nexus',
    });
  });

  it('never pass on what belongs to a connection, a message or the router', () => {
    const headers = {
      connection: 'keep-alive, X-Team',
      'keep-alive': '5',
      te: 'trailers',
      upgrade: 'h2c',
      'transfer-encoding': 'chunked',
      'proxy-authorization': 'x',
      host: 'router',
      'content-length': '7',
      'content-type': 'text/plain',
      accept: '*/*',
      'x-nexus-actor': 'admin',
      'x-request-id': 'mine',
      'sec-websocket-key': 'k',
    };
    expect(passed({ propagate: [/./] }, { ...sent, ...headers })).toEqual({
      authorization: 'Bearer x',
      'accept-language': 'de',
      'x-secret': 's',
      cookie: 'a=b',
    });
  });

  it('cannot ask for them by name', () => {
    const rules = {
      propagate: ['Connection', { name: 'x-a', as: 'X-Nexus-Actor' }, /^te$/],
      insert: { 'content-length': '1', 'not a name': 'x', 'x-fine': 'y' },
    };
    expect(headerProblems(rules)).toEqual([
      'headers: "Connection" is not passed on.',
      'headers: "X-Nexus-Actor" is not passed on.',
      'headers: "content-length" is not passed on.',
      'headers: "not a name" is no name of a header.',
    ]);
  });

  it('keep nothing of a request where no rule asks for it', () => {
    expect(clientHeaders([{ insert: { a: 'b' } }])).toBeUndefined();
    expect(clientHeaders([{ propagate: ['x-team'] }, { propagate: [/^cookie$/] }])?.(sent)).toEqual(
      {
        'x-team': 'blue',
        cookie: 'a=b',
      },
    );
  });

  it("give way to the transport's own, whatever their case", () => {
    const shaped = context({ hopHeaders: { authorization: 'of the client', 'x-a': '1' } });
    expect(hopHeaders(shaped, { Authorization: 'own' })).toEqual({
      Authorization: 'own',
      'x-a': '1',
    });
    expect(hopHeaders(context(), { Authorization: 'own' })).toEqual({ Authorization: 'own' });
    expect(hopHeaders(context(), undefined)).toBeUndefined();
  });
});
