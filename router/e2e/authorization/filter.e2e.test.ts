import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, post } from '../../test/support/client.js';
import { type Blog, openBlog } from './blog.js';

let blog: Blog;
beforeAll(async () => {
  blog = await openBlog({
    policies: async (names, { principal }) => {
      asked.push(names.toSorted());
      return new Set(principal ? [`${principal.id === 'ann' ? 'billing' : 'family'}`] : []);
    },
  });
});
afterAll(() => blog.router.close());
const asked: string[][] = [];
beforeEach(() => {
  asked.splice(0);
  blog.calls.splice(0);
});

const ask = (query: string, reader?: string, variables?: object): Promise<Answer> =>
  post(blog.url, { query, variables }, reader ? { authorization: `Bearer ${reader}` } : {});

/** Paths of the errors, each of which is a denial. */
function denied({ body }: Answer): unknown[] {
  return (body.errors ?? []).map(({ path, message, extensions }) => {
    expect([message, extensions?.code]).toEqual([
      'Unauthorized field or type',
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ]);
    return path?.join('.');
  });
}

describe('a field that the caller may not see', () => {
  it('is null with an error at its path, and is not asked of the subgraph', async () => {
    const answer = await ask('{ users { name email } }', 'eve:user:read');
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({
      users: [
        { name: 'name of u1', email: null },
        { name: 'name of u2', email: null },
      ],
    });
    expect(denied(answer)).toEqual(['users.0.email', 'users.1.email']);
    expect(blog.calls).toEqual(['accounts: {users{name}}']);
  });

  it('is shown to whoever fulfils one of the alternatives in full', async () => {
    for (const reader of ['ann:admin', 'bob:user:read,user:email']) {
      const answer = await ask('{ user(id: "u1") { email } }', reader);
      expect(answer.body).toEqual({ data: { user: { email: 'u1@example.org' } } });
    }
    const partly = await ask('{ user(id: "u1") { email } }', 'cyd:user:email');
    expect(denied(partly)).toEqual(['user.email']);
  });

  it('takes its parent with it where null is not allowed', async () => {
    const answer = await ask('{ user(id: "u1") { name id } me { name } secret { text } }');
    expect(answer.body.data).toEqual({ user: null, me: null, secret: null });
    expect(denied(answer)).toEqual(['user.id', 'me', 'secret']);
  });

  it('asks no subgraph at all if nothing else is asked for', async () => {
    const answer = await ask('{ me { name } secret { text } __typename }');
    expect(answer.body.data).toEqual({ me: null, secret: null, __typename: 'Query' });
    expect(blog.calls).toEqual([]);
  });

  it('is known by its alias, and inside fragments', async () => {
    const answer = await ask(
      `{ mine: me { name } users { ...Contact } user(id: "u1") { boss: manager { ...Contact } } }
       fragment Contact on User { mail: email }`,
    );
    expect(answer.body.data).toEqual({
      mine: null,
      users: [{ mail: null }, { mail: null }],
      user: { boss: { mail: null } },
    });
    expect(denied(answer)).toEqual(['mine', 'users.0.mail', 'users.1.mail', 'user.boss.mail']);
  });

  it('may be guarded by its scalar or enum', async () => {
    const answer = await ask('{ user(id: "u1") { salary mood } }', 'eve:');
    expect(answer.body.data).toEqual({ user: { salary: null, mood: 'GOOD' } });
    expect(denied(answer)).toEqual(['user.salary']);
    const paid = await ask('{ user(id: "u1") { salary mood } }', 'ann:pay');
    expect(paid.body.data).toEqual({ user: { salary: 100, mood: null } });
    expect(denied(paid)).toEqual(['user.mood']);
  });

  it('is no error where it is not selected', async () => {
    const query = 'query ($all: Boolean!) { user(id: "u1") { name email @include(if: $all) } }';
    const without = await ask(query, 'eve:', { all: false });
    expect(without.body).toEqual({ data: { user: { name: 'name of u1' } } });
    expect(denied(await ask(query, 'eve:', { all: true }))).toEqual(['user.email']);
  });

  it('stops a mutation before it is made', async () => {
    const answer = await ask('mutation { rename(id: "u1", name: "x") { name } }', 'eve:');
    expect(answer.body.data).toEqual({ rename: null });
    expect([denied(answer), blog.calls]).toEqual([['rename'], []]);
  });

  it('still serves the plan: keys and requirements are fetched, and stay inside', async () => {
    const answer = await ask('{ user(id: "u1") { name contact email posts { __typename } } }');
    expect(answer.body.data).toEqual({
      user: {
        name: 'name of u1',
        contact: 'mailto:u1@example.org',
        email: null,
        posts: [{ __typename: 'PublicPost' }, { __typename: 'PrivatePost' }],
      },
    });
    expect(denied(answer)).toEqual(['user.email']);
    expect(blog.calls[0]).toMatch(/\bid\b.*\bemail\b|\bemail\b.*\bid\b/);
  });

  it('is told twenty times at most', async () => {
    const users = Array.from({ length: 15 }, (_, index) => `u${index}: users { email }`);
    const { body } = await ask(`{ ${users.join(' ')} }`);
    expect(body.errors).toHaveLength(30);
  });
});

describe('an interface', () => {
  const ALL = '{ posts { title } }';

  it('is denied where it could return a type that is', async () => {
    const answer = await ask(ALL);
    expect(answer.body.data).toEqual({ posts: null });
    expect([denied(answer), blog.calls]).toEqual([['posts'], []]);
    expect((await ask(ALL, 'eve:')).body).toEqual({
      data: { posts: [{ title: 'Hello' }, { title: 'Hush' }] },
    });
  });

  it.each([
    '{ posts { ... on Post { title } } }',
    '{ posts { ...P } } fragment P on Post { title }',
  ])('is not opened by a fragment on itself: %s', async (query) => {
    const answer = await ask(query);
    expect([answer.body.data, denied(answer)]).toEqual([{ posts: null }, ['posts']]);
  });

  it.each(['posts', 'feed'])(
    'or union is filtered by fragments on its types: %s',
    async (field) => {
      const answer = await ask(
        `{ ${field} { __typename ... on PublicPost { title } ... on PrivatePost { hidden: author { name } } } }`,
      );
      expect(answer.body.data).toEqual({
        [field]: [
          { __typename: 'PublicPost', title: 'Hello' },
          { __typename: 'PrivatePost', hidden: null },
        ],
      });
      expect(denied(answer)).toEqual([`${field}.1.hidden`]);
    },
  );

  it('denies a field that one of its types guards', async () => {
    const answer = await ask('{ notes { id text } }');
    const expected = {
      notes: [
        { id: 'n1', text: null },
        { id: 'n2', text: null },
      ],
    };
    expect([answer.body.data, denied(answer)]).toEqual([
      expected,
      ['notes.0.text', 'notes.1.text'],
    ]);
    const named = await ask('{ notes { id ... on Memo { text } ... on Diary { text } } }');
    expect(named.body.data).toEqual({
      notes: [
        { id: 'n1', text: 'milk' },
        { id: 'n2', text: null },
      ],
    });
    expect(denied(named)).toEqual(['notes.1.text']);
  });

  it('is judged by the one type that it can be', async () => {
    const query = '{ notes { ... on Memo { ...Text } } } fragment Text on Note { text }';
    expect((await ask(query)).body).toEqual({ data: { notes: [{ text: 'milk' }, {}] } });
    const both = `{ notes { ... on Memo { ...Text } ... on Diary { ...Text } } }
      fragment Text on Note { text }`;
    expect((await ask(both)).body.data).toEqual({ notes: [{ text: 'milk' }, { text: null }] });
  });
});

describe('policies', () => {
  it('are asked once per operation, all that its fields name', async () => {
    const query = '{ users { card mood email } user(id: "u1") { card } }';
    const answer = await ask(query, 'ann:admin');
    expect(asked).toEqual([['billing', 'family', 'friend']]);
    expect(denied(answer)).toEqual(['users.0.mood', 'users.1.mood']);
    const other = await ask(query, 'bob:admin');
    expect(denied(other)).toEqual(['users.0.card', 'users.1.card', 'user.card']);
  });

  it('are not asked where none is named', async () => {
    await ask('{ me { name email } }', 'ann:admin');
    expect(asked).toEqual([]);
  });
});

it('introspection tells everybody the whole schema', async () => {
  const answer = await ask('{ __type(name: "User") { fields { name } } me { name } }');
  expect(answer.body.data).toMatchObject({
    __type: { fields: expect.arrayContaining([{ name: 'email' }]) },
  });
  expect(denied(answer)).toEqual(['me']);
});
