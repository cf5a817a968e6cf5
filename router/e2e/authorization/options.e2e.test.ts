import { afterEach, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { codes, post } from '../../test/support/client.js';
import { openEvents } from '../../test/support/sse.js';
import { type Blog, openBlog } from './blog.js';

let blog: Blog;
afterEach(() => blog.router.close());

const reader = (text: string) => ({ authorization: `Bearer ${text}` });
const QUERY = 'query ($all: Boolean = true) { user(id: "u1") { name email @include(if: $all) } }';

describe('onDenied: reject', () => {
  it('runs nothing of an operation with a denied field', async () => {
    blog = await openBlog({ onDenied: 'reject' });
    const anonymous = await post(blog.url, { query: QUERY });
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get('www-authenticate')).toBe('Bearer');
    expect(anonymous.body).toEqual({
      errors: [
        {
          message: 'Unauthorized field or type',
          path: ['user', 'email'],
          extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', requestId: expect.any(String) },
        },
      ],
    });
    expect((await post(blog.url, { query: QUERY }, reader('eve:none'))).status).toBe(403);
    expect(blog.calls).toEqual([]);
  });

  it('lets pass what does not select it, and whoever may', async () => {
    blog = await openBlog({ onDenied: 'reject' });
    const without = await post(blog.url, { query: QUERY, variables: { all: false } });
    expect(without.body).toEqual({ data: { user: { name: 'name of u1' } } });
    const { body } = await post(blog.url, { query: QUERY }, reader('ann:admin'));
    expect(body.data).toEqual({ user: { name: 'name of u1', email: 'u1@example.org' } });
  });
});

describe('errors', () => {
  it('may be told in the extensions, or nowhere', async () => {
    const data = { user: { name: 'name of u1', email: null } };
    blog = await openBlog({ errors: 'extensions' });
    const { body } = await post(blog.url, { query: QUERY });
    expect(body).toEqual({
      data,
      extensions: {
        authorizationErrors: [
          {
            message: 'Unauthorized field or type',
            path: ['user', 'email'],
            extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', requestId: expect.any(String) },
          },
        ],
      },
    });
    await blog.router.close();
    blog = await openBlog({ errors: 'none' });
    expect((await post(blog.url, { query: QUERY })).body).toEqual({ data });
  });

  it('may be worded by the host', async () => {
    blog = await openBlog({
      denied: (coordinate, requirement, principal) =>
        new GraphQLError(`${coordinate} is not for ${principal?.id}`, {
          extensions: { code: 'FORBIDDEN', needs: requirement },
        }),
    });
    const { body } = await post(blog.url, { query: QUERY }, reader('eve:none'));
    expect(body.errors).toEqual([
      {
        message: 'User.email is not for eve',
        path: ['user', 'email'],
        extensions: {
          code: 'FORBIDDEN',
          needs: { kind: 'scopes', anyOf: [['admin'], ['user:email', 'user:read']] },
          requestId: expect.any(String),
        },
      },
    ]);
  });
});

it('a dry run denies nothing and logs what it would', async () => {
  const lines: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  blog = await openBlog({ dryRun: true }, { logger });
  const { body } = await post(blog.url, { query: QUERY });
  expect(body).toEqual({ data: { user: { name: 'name of u1', email: 'u1@example.org' } } });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      msg: 'fields would be denied',
      fields: [{ coordinate: 'User.email', path: ['user', 'email'] }],
    },
  ]);
});

it('can be left to the subgraphs', async () => {
  blog = await openBlog(false);
  const { body } = await post(blog.url, { query: '{ me { name } }' });
  expect(body).toEqual({ data: { me: { name: 'name of u1' } } });
});

it('a fault of the port fails the operation, masked', async () => {
  blog = await openBlog({
    policies: async () => {
      throw new TypeError('the policy engine at 10.0.0.7 is down');
    },
  });
  const { body } = await post(blog.url, { query: '{ user(id: "u1") { name card } }' });
  expect([body.data, codes(body)]).toEqual([undefined, ['INTERNAL_SERVER_ERROR']]);
  expect(JSON.stringify(body)).not.toContain('10.0.0.7');
  expect(blog.calls).toEqual([]);
});

it('a port that does not answer fails the operation in time', async () => {
  blog = await openBlog({ policies: () => new Promise(() => {}), policiesTimeoutMs: 20 });
  const { body } = await post(blog.url, { query: '{ user(id: "u1") { name card } }' });
  expect([body.data, codes(body)]).toEqual([undefined, ['INTERNAL_SERVER_ERROR']]);
  expect(blog.calls).toEqual([]);
});

describe('subscriptions', () => {
  const ADDED = 'subscription { postAdded { title author { name email } } }';

  it('filter each event by the rights of who follows', async () => {
    blog = await openBlog();
    const told = async (headers: Record<string, string>) => {
      const events = await openEvents(blog.url, { query: ADDED }, { headers });
      const { data } = await events.next();
      events.close();
      return data;
    };
    const author = { name: 'name of u1' };
    expect(await told(reader('ann:admin'))).toEqual({
      data: { postAdded: { title: 'Hello', author: { ...author, email: 'u1@example.org' } } },
    });
    expect(await told({})).toMatchObject({
      data: { postAdded: { title: 'Hello', author: { ...author, email: null } } },
      errors: [{ path: ['postAdded', 'author', 'email'] }],
    });
  });

  it('are refused where their field is denied', async () => {
    blog = await openBlog();
    const query = 'subscription { secretAdded { title } }';
    const events = await openEvents(blog.url, { query }, { headers: reader('eve:none') });
    const { raw } = await events.next();
    expect(raw).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(blog.calls).toEqual([]);
    events.close();
  });

  it('do not share a stream where rights differ, whatever the audience says', async () => {
    const started: unknown[] = [];
    blog = await openBlog(
      {},
      {
        authentication: {
          authenticate: async ({ headers }) => ({
            principal: { id: 'one', scopes: String(headers.authorization).split(',') },
          }),
          audience: () => 'everybody',
        },
        plugins: [{ name: 'plans', onPlan: ({ plan }) => void started.push(plan) }],
      },
    );
    const events = await Promise.all(
      ['admin', 'none'].map((authorization) =>
        openEvents(blog.url, { query: ADDED }, { headers: { authorization } }),
      ),
    );
    const emails = await Promise.all(events.map(async (stream) => (await stream.next()).data));
    expect(emails).toMatchObject([
      { data: { postAdded: { author: { email: 'u1@example.org' } } } },
      { data: { postAdded: { author: { email: null } } } },
    ]);
    expect(started[0]).not.toBe(started[1]);
    for (const stream of events) stream.close();
  });
});
