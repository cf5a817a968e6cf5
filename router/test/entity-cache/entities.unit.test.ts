import { describe, expect, it } from '@jest/globals';
import { OperationTypeNode } from 'graphql';
import { type SubgraphResult, SubgraphUnavailable } from '../../src/transport/transport.js';
import { type Answer, answering, askedFor, names, product, startCache } from './setting.js';

describe('entities that are known', () => {
  it('are not asked for again, in whatever order they are wanted', async () => {
    const { entities, received, observed } = startCache(answering());
    expect(names(await entities(['a', 'b']))).toEqual(['a of 1', 'b of 1']);
    expect(names(await entities(['b', 'a']))).toEqual(['b of 1', 'a of 1']);
    expect(received).toHaveLength(1);
    expect(observed).toEqual(['miss', 'miss', 'hit', 'hit']);
  });

  it('stand where they belong among those that are asked for', async () => {
    const { entities, received } = startCache(answering());
    await entities(['b', 'd']);
    const answer = await entities(['a', 'b', 'c', 'd', 'e']);
    expect(names(answer)).toEqual(['a of 2', 'b of 1', 'c of 2', 'd of 1', 'e of 2']);
    expect(askedFor(received[1])).toEqual(['a', 'c', 'e']);
    expect(received[1]?.variablesText).toBeUndefined();
  });

  it('are the same whatever the order of their keys', async () => {
    const { ask, received } = startCache(() => ({
      data: { _entities: [{ size: 3 }] },
      headers: { 'cache-control': 'max-age=60' },
    }));
    const query =
      'query($representations:[_Any!]!){_entities(representations:$representations){...on Box{size}}}';
    const box = { __typename: 'Box', id: '1', lid: { __typename: 'Lid', id: '2' } };
    const same = { lid: { id: '2', __typename: 'Lid' }, id: '1', __typename: 'Box' };
    const other = { ...box, lid: { __typename: 'Lid', id: '3' } };
    for (const one of [box, same, other]) {
      const { data } = await ask({ query, variables: { representations: [one] } });
      expect(data).toEqual({ _entities: [{ size: 3 }] });
    }
    expect(received).toHaveLength(2);
  });

  it('are found in each list of a batch', async () => {
    const { ask, received } = startCache(answering());
    const query = `query($a:[_Any!]!,$b:[_Any!]!){
      _e0:_entities(representations:$a){...on Product{name}}
      _e1:_entities(representations:$b){...on Product{name upc}}
    }`;
    const asked = (a: string[], b: string[]) =>
      ask({ query, variables: { a: a.map(product), b: b.map(product) } });
    await asked(['1', '2'], ['1']);
    const answer = await asked(['3', '2'], ['4', '1']);
    expect(names(answer, '_e0')).toEqual(['3 of 2', '2 of 1']);
    expect(names(answer, '_e1')).toEqual(['4 of 2', '1 of 1']);
    expect(received[1]?.variables).toEqual({ a: [product('3')], b: [product('4')] });
    expect((await asked([], ['4'])).data).toEqual({ _e1: [{ name: '4 of 2' }] });
  });

  it('are each a copy of their own', async () => {
    const started = startCache(answering());
    const first = await started.entities(['a']);
    const change = ({ data }: SubgraphResult): void => {
      const { _entities: entities } = data ?? {};
      for (const entity of entities as { name?: string }[]) entity.name = 'changed';
    };
    change(first);
    change(await started.entities(['a']));
    expect(names(await started.entities(['a']))).toEqual(['a of 1']);
  });

  it('are asked for again once their time is over, and say how much is left of it', async () => {
    const { entities, received, time } = startCache(answering());
    await entities(['a']);
    time.now += 20_500;
    expect((await entities(['a'])).headers).toEqual({ 'cache-control': 'max-age=39, public' });
    expect((await entities(['a', 'b'])).headers).toEqual({ 'cache-control': 'max-age=39, public' });
    time.now += 39_500;
    expect(names(await entities(['a', 'b']))).toEqual(['a of 3', 'b of 2']);
    expect(received).toHaveLength(3);
  });
});

it('the host’s own default is no promise to clients', async () => {
  const { entities } = startCache(answering({}), {
    subgraphs: { stock: { shared: true, ttlSeconds: 60 } },
  });
  await entities(['a']);
  const { data, headers } = await entities(['a']);
  expect(data).toEqual({ _entities: [{ name: 'a of 1' }] });
  expect(headers).toEqual({ 'cache-control': 'no-store' });
});

describe('entities are asked for each time', () => {
  const cases = {
    'where nothing says for how long they hold': () => answering({}),
    'where they are not to be stored': () => answering({ 'cache-control': 'no-store, max-age=9' }),
    'where they are not to be used unasked': () =>
      answering({ 'cache-control': 'no-cache, max-age=9' }),
    'where they are too old already': () => answering({ 'cache-control': 'max-age=9', age: '9' }),
    'where they depend on what nobody knows': () =>
      answering({ 'cache-control': 'max-age=9', vary: '*' }),
    'where the answer has errors': () => () => ({
      data: { _entities: [{ name: 'a' }] },
      errors: [{ message: 'Half of it' }] as never,
      headers: { 'cache-control': 'max-age=9' },
    }),
    'where their owner does not know them': () => () => ({
      data: { _entities: [null] },
      headers: { 'cache-control': 'max-age=9' },
    }),
    'where the list is too short': () => () => ({
      data: { _entities: [] },
      headers: { 'cache-control': 'max-age=9' },
    }),
    'where JSON cannot hold them': () => () => ({
      data: { _entities: [{ name: 10n }] },
      headers: { 'cache-control': 'max-age=9' },
    }),
    'where their tags cannot be read': () => () => ({
      data: { _entities: [{ name: 'a' }] },
      extensions: { apolloEntityCacheTags: [[{}]] },
      headers: { 'cache-control': 'max-age=9' },
    }),
  };
  for (const [name, answer] of Object.entries(cases)) {
    it(name, async () => {
      const { entities, received } = startCache(answer());
      await entities(['a']);
      await entities(['a']);
      expect(received).toHaveLength(2);
    });
  }

  it('by a mutation, which is to see what it changed', async () => {
    const { entities, received } = startCache(answering());
    await entities(['a']);
    const answer = await entities(['a'], { kind: OperationTypeNode.MUTATION });
    expect(names(answer)).toEqual(['a of 2']);
    expect(names(await entities(['a']))).toEqual(['a of 1']);
    expect(received).toHaveLength(2);
  });

  it('by events, unless the host wants it otherwise', async () => {
    const event = { kind: OperationTypeNode.SUBSCRIPTION };
    const plain = startCache(answering());
    await plain.entities(['a']);
    expect(names(await plain.entities(['a'], event))).toEqual(['a of 2']);
    const wanted = startCache(answering(), {
      subgraphs: { stock: { shared: true, events: true } },
    });
    await wanted.entities(['a']);
    expect(names(await wanted.entities(['a'], event))).toEqual(['a of 1']);
  });

  it('where their type is none of the subgraph’s', async () => {
    const { ask, received } = startCache(answering());
    const representations = [{ __typename: 'Nothing', upc: '1' }, product('2'), { upc: '3' }];
    const query =
      'query($representations:[_Any!]!){_entities(representations:$representations){...on Product{name}}}';
    await ask({ query, variables: { representations } });
    await ask({ query, variables: { representations } });
    expect(askedFor(received[1])).toEqual(['1', '3']);
  });
});

describe('a subgraph that fails', () => {
  const failing = () => {
    const known = answering();
    let isDown = false;
    const answer: Answer = (...asked) => {
      if (isDown) throw new SubgraphUnavailable('stock', 'it is down');
      return known(...asked);
    };
    const down = (): void => {
      isDown = true;
    };
    return { answer, down };
  };

  it('takes nothing away from what is known', async () => {
    const { answer, down } = failing();
    const { entities } = startCache(answer);
    await entities(['a', 'c']);
    down();
    const { data, errors, headers } = await entities(['a', 'b', 'c']);
    expect(data).toEqual({ _entities: [{ name: 'a of 1' }, undefined, { name: 'c of 1' }] });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['_entities', 1],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      }),
    ]);
    expect(headers).toEqual({ 'cache-control': 'no-store' });
  });

  it('fails the call where nothing is known', async () => {
    const { answer, down } = failing();
    const { entities } = startCache(answer);
    down();
    await expect(entities(['a'])).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  it('has its errors where they belong', async () => {
    let answer = answering();
    const { entities } = startCache((...asked) => answer(...asked));
    await entities(['a', 'c']);
    answer = () => ({
      data: { _entities: [{ name: 'b' }, null] },
      errors: [
        { message: 'No d', path: ['_entities', 1, 'name'] },
        { message: 'Of nobody' },
      ] as never,
    });
    const { data, errors } = await entities(['a', 'b', 'c', 'd']);
    expect(data).toEqual({
      _entities: [{ name: 'a of 1' }, { name: 'b' }, { name: 'c of 1' }, null],
    });
    expect(errors).toEqual([
      { message: 'No d', path: ['_entities', 3, 'name'] },
      { message: 'Of nobody', path: ['_entities', 1] },
    ]);
  });
});
