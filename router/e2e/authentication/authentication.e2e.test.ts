import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { pino } from 'pino';
import WebSocket from 'ws';
import { type JwtAuthenticationOptions, jwtAuthentication, type Router } from '../../src/index.js';
import { type Answer, codes, post, until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { type Issuer, openIssuer, START } from './issuer.js';

interface Person {
  sub: string;
  scopes: string[];
}

let issuer: Issuer;
let other: Issuer;
let router: Router<string>;
let url: string;
/** Seconds since the start. */
let time = 0;
const log: string[] = [];
const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });

beforeAll(async () => {
  issuer = await openIssuer('https://one.example');
  other = await openIssuer('https://two.example', 'RS256');
});
afterAll(async () => {
  await issuer.close();
  await other.close();
});
beforeEach(() => {
  time = 0;
  issuer.down = false;
  log.splice(0);
});
afterEach(() => router?.close());

async function open(options: Partial<JwtAuthenticationOptions<Person>> = {}): Promise<void> {
  const authentication = jwtAuthentication<Person>({
    issuers: [
      { issuer: issuer.name, jwksUrl: issuer.jwksUrl, audience: 'shop' },
      { issuer: other.name, jwks: { keys: [...other.keys()] }, algorithms: ['RS256'] },
    ],
    principal: ({ sub = '', scope }) => ({ sub, scopes: String(scope ?? '').split(' ') }),
    now: () => (START + time) * 1000,
    ...options,
  });
  // The shop's resolvers answer whatever the principal is; its tests elsewhere use texts.
  const port = authentication as unknown as NonNullable<
    Parameters<typeof shopRouter>[0]
  >['authentication'];
  router = await shopRouter({ logger, authorization: {}, ...(port && { authentication: port }) });
  url = `${(await router.start({ port: 0 })).url}/graphql`;
}

const ask = (authorization?: string, name = 'authorization'): Promise<Answer> =>
  post(
    url,
    { query: '{ me { username email } }' },
    authorization === undefined ? {} : { [name]: authorization },
  );

const welcome = { data: { me: { username: 'ada', email: 'ada@example.org' } } };
const signed = (claims = {}) => issuer.sign({ aud: 'shop', scope: 'users:email', ...claims });

async function expectRefusal(answer: Promise<Answer>): Promise<void> {
  const { status, headers, body } = await answer;
  expect([status, headers.get('www-authenticate'), body]).toEqual([
    401,
    'Bearer',
    {
      errors: [
        {
          message: 'The credentials are invalid or have expired.',
          extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) },
        },
      ],
    },
  ]);
}

describe('a token', () => {
  it('of a trusted issuer tells who calls, and what they may', async () => {
    await open();
    expect((await ask(`Bearer ${await signed()}`)).body).toEqual(welcome);
    expect((await ask(`bearer   ${await signed()}`)).body).toEqual(welcome);
    const { body } = await ask(`Bearer ${await signed({ scope: 'nothing' })}`);
    expect(codes(body)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  });

  it('of another trusted issuer is verified by that one’s keys alone', async () => {
    await open();
    const theirs = await other.sign({ scope: 'users:email' });
    expect((await ask(`Bearer ${theirs}`)).body).toEqual(welcome);
    await expectRefusal(ask(`Bearer ${await other.sign({ iss: issuer.name, aud: 'shop' })}`));
  });

  it.each([
    ['has expired', { exp: START - 1 }],
    ['does not expire', { exp: undefined }],
    ['is not valid yet', { nbf: START + 1 }],
    ['is for somebody else', { aud: 'cinema' }],
    ['is of an unknown issuer', { iss: 'https://evil.example' }],
  ])('that %s is refused without a word why, but to the log', async (_, claims) => {
    await open();
    await expectRefusal(ask(`Bearer ${await signed(claims)}`));
    const refusal = log.map((line) => JSON.parse(line)).find(({ reason }) => reason);
    expect(refusal).toMatchObject({ msg: 'credentials refused', reason: expect.any(String) });
    expect(log.join()).not.toContain('eyJ');
  });

  it('is taken within the tolerance of clocks', async () => {
    await open({ clockToleranceSeconds: 5 });
    for (const claims of [{ exp: START - 4 }, { nbf: START + 5 }]) {
      expect((await ask(`Bearer ${await signed(claims)}`)).status).toBe(200);
    }
    await expectRefusal(ask(`Bearer ${await signed({ exp: START - 5 })}`));
  });

  it('that was tampered with is refused', async () => {
    await open();
    const [head, , signature] = (await signed()).split('.');
    const claims = { iss: issuer.name, aud: 'shop', sub: 'root', exp: START + 300 };
    await expectRefusal(ask(`Bearer ${head}.${encode(claims)}.${signature}`));
  });

  it('without a signature, or signed with the public key as a secret, is refused', async () => {
    await open();
    const claims = encode({ iss: other.name, sub: 'root', exp: START + 300 });
    const kid = other.keys()[0]?.kid;
    for (const alg of ['none', 'None', 'NONE']) {
      await expectRefusal(ask(`Bearer ${encode({ alg, kid })}.${claims}.`));
    }
    const signing = `${encode({ alg: 'HS256', kid })}.${claims}`;
    const secret = JSON.stringify(other.keys()[0]);
    const mac = createHmac('sha256', secret).update(signing).digest('base64url');
    await expectRefusal(ask(`Bearer ${signing}.${mac}`));
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'Bearer a.b.c', 'Bearer gibberish', 'x'])(
    'that is none is refused: %s',
    async (text) => {
      await open({ optional: true });
      await expectRefusal(ask(text));
    },
  );

  it('that is longer than any is refused', async () => {
    await open({ header: 'x-token', prefix: '' });
    const params = { 'X-Token': 'x'.repeat(20_000) };
    const client = socket(params);
    await expect(first(client)).rejects.toMatchObject({ code: 4403 });
  });
});

describe('nobody', () => {
  it('is refused, unless tokens are optional', async () => {
    await open();
    await expectRefusal(ask());
    await router.close();
    await open({ optional: true });
    expect((await ask()).body).toMatchObject({ data: { me: { username: 'ada', email: null } } });
  });
});

describe('keys', () => {
  it('are fetched once, and again when a token names a new one', async () => {
    await open({ jwksCooldownSeconds: 0 });
    const before = issuer.fetches;
    for (let turn = 0; turn < 3; turn++) await ask(`Bearer ${await signed()}`);
    expect(issuer.fetches).toBe(before + 1);
    const old = await signed();
    expect((await ask(`Bearer ${old}`)).body).toEqual(welcome);
    await issuer.rotate();
    expect((await ask(`Bearer ${await signed()}`)).body).toEqual(welcome);
    expect(issuer.fetches).toBe(before + 2);
    await expectRefusal(ask(`Bearer ${old}`));
  });

  it('that are replaced under the same name end the tokens that they verified', async () => {
    const own = await openIssuer('https://own.example');
    const issuers = [{ issuer: own.name, jwksUrl: own.jwksUrl }];
    await open({ issuers, jwksMaxAgeSeconds: 60, jwksCooldownSeconds: 0 });
    const token = await own.sign();
    for (let turn = 0; turn < 2; turn++) expect((await ask(`Bearer ${token}`)).status).toBe(200);
    const [former] = own.keys();
    await own.rotate();
    Object.assign(own.keys()[0] ?? {}, { kid: former?.kid });
    const before = own.fetches;
    time = 61;
    // They are fetched in the background: the test's own time limit ends this.
    while ((await ask(`Bearer ${token}`)).status === 200);
    expect(own.fetches).toBe(before + 1);
    await expectRefusal(ask(`Bearer ${token}`));
    await own.close();
  });

  it('are not fetched for each made-up name', async () => {
    await open();
    await ask(`Bearer ${await signed()}`);
    const before = issuer.fetches;
    for (let turn = 0; turn < 5; turn++) {
      const token = await issuer.sign({ aud: 'shop' }, { kid: `made-up-${turn}` });
      await expectRefusal(ask(`Bearer ${token}`));
    }
    expect(issuer.fetches).toBe(before);
  });

  it('are renewed in the background, and kept while the issuer is down', async () => {
    await open({ jwksMaxAgeSeconds: 60 });
    await ask(`Bearer ${await signed()}`);
    await ask(`Bearer ${await signed()}`);
    const before = issuer.fetches;
    issuer.down = true;
    time = 61;
    expect((await ask(`Bearer ${await signed()}`)).body).toEqual(welcome);
    await until(() => issuer.fetches > before);
    expect((await ask(`Bearer ${await signed()}`)).body).toEqual(welcome);
    expect(issuer.fetches).toBe(before + 1);
  });

  it('that cannot be had are a fault of ours, not of the caller', async () => {
    issuer.down = true;
    await open();
    const { status, body } = await ask(`Bearer ${await signed()}`);
    expect([status, codes(body)]).toEqual([500, ['INTERNAL_SERVER_ERROR']]);
    issuer.down = false;
    expect((await ask(`Bearer ${await signed()}`)).body).toEqual(welcome);
  });

  it('are tried in turn for a token that names none', async () => {
    const [one, two] = [await openIssuer('https://many.example'), await openIssuer('spare')];
    await open({
      issuers: [{ issuer: one.name, jwks: { keys: [...two.keys(), ...one.keys()] } }],
    });
    const token = await one.sign({ scope: 'users:email' }, { unnamed: true });
    expect((await ask(`Bearer ${token}`)).body).toEqual(welcome);
    const stranger = await openIssuer(one.name);
    await expectRefusal(ask(`Bearer ${await stranger.sign({}, { unnamed: true })}`));
    for (const each of [one, two, stranger]) await each.close();
  });
});

describe('a token that comes again', () => {
  it('is refused once it has expired, or its person is not known any more', async () => {
    let known = true;
    await open({
      principal: ({ sub = '' }) => (known ? { sub, scopes: ['users:email'] } : undefined),
    });
    const token = await signed();
    for (let turn = 0; turn < 2; turn++)
      expect((await ask(`Bearer ${token}`)).body).toEqual(welcome);
    known = false;
    await expectRefusal(ask(`Bearer ${token}`));
    known = true;
    time = 299;
    expect((await ask(`Bearer ${token}`)).body).toEqual(welcome);
    time = 300;
    await expectRefusal(ask(`Bearer ${token}`));
  });
});

describe('an opaque token', () => {
  it('is a matter of the host’s hook', async () => {
    await open({
      opaque: async (token) =>
        token === 'key-7' ? { sub: 'robot', scopes: ['users:email'] } : undefined,
    });
    expect((await ask('Bearer key-7')).body).toEqual(welcome);
    await expectRefusal(ask('Bearer key-8'));
  });

  it('of which the hook says nothing in time is a fault, not a refusal', async () => {
    await open({ opaque: () => new Promise(() => {}), timeoutMs: 20 });
    const { status, body } = await ask('Bearer key-7');
    expect([status, codes(body)]).toEqual([500, ['INTERNAL_SERVER_ERROR']]);
    expect(JSON.stringify(body)).not.toContain('20 ms');
    await expect(first(socket({ authorization: 'Bearer key-7' }))).rejects.toMatchObject({
      code: expect.any(Number),
    });
  });

  it('may come in a header of its own, alone', async () => {
    await open({
      header: 'X-Api-Key',
      prefix: '',
      opaque: async () => ({ sub: 'robot', scopes: ['users:email'] }),
    });
    expect((await ask('key-7', 'x-api-key')).body).toEqual(welcome);
  });
});

function socket(connectionParams: Record<string, unknown>) {
  return createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  });
}

function first(client: ReturnType<typeof createClient>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    client.subscribe(
      { query: '{ me { username email } }' },
      { next: resolve, error: reject, complete: () => undefined },
    );
  });
}

describe('a WebSocket', () => {
  it('brings its token as a connection parameter', async () => {
    await open();
    for (const name of ['authorization', 'Authorization']) {
      const client = socket({ [name]: `Bearer ${await signed()}` });
      expect(await first(client)).toEqual(welcome);
      await client.dispose();
    }
    for (const params of [{}, { authorization: 'Bearer x' }, { authorization: 7 }]) {
      await expect(first(socket(params))).rejects.toMatchObject({ code: 4403 });
    }
  });

  it('starts nothing any more when its token has expired', async () => {
    await open();
    const client = socket({ authorization: `Bearer ${await signed()}` });
    expect(await first(client)).toEqual(welcome);
    time = 300;
    await expect(first(client)).rejects.toMatchObject([
      { extensions: { code: 'SESSION_EXPIRED' } },
    ]);
    await client.dispose();
  });
});

describe('issuers that could not be verified safely are refused at start', () => {
  const jwks = { keys: [] };
  it.each([
    ['a symmetric algorithm', [{ issuer: 'a', jwks, algorithms: ['HS256'] }]],
    ['no algorithm', [{ issuer: 'a', jwks, algorithms: ['none'] }]],
    ['no keys', [{ issuer: 'a' }]],
    ['two places of keys', [{ issuer: 'a', jwks, jwksUrl: 'https://a.example/jwks' }]],
    [
      'the same name twice',
      [
        { issuer: 'a', jwks },
        { issuer: 'a', jwks },
      ],
    ],
  ])('%s', (_, issuers) => {
    expect(() => jwtAuthentication({ issuers })).toThrow(TypeError);
  });
});

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
