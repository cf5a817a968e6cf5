import { describe, expect, it } from '@jest/globals';
import type { Invalidation } from '../../src/entity-cache/invalidation.js';
import { loadSupergraph } from '../../src/supergraph/supergraph.js';
import { type Answer, answering, names, product, startCache, supergraph } from './setting.js';

const KEPT = { 'cache-control': 'max-age=60' };

describe('an invalidation forgets', () => {
  const setting = async () => {
    const started = startCache(answering());
    const { entities, ask } = started;
    const shelf = async () => (await ask()).data?.shelf;
    await entities(['a', 'b']);
    await shelf();
    return { ...started, shelf };
  };
  const cases: [string, Invalidation, string[], string][] = [
    ['one entity', { type: 'Product', key: { upc: 'a' } }, ['a of 3', 'b of 1'], 'answer 2'],
    ['all of a type', { type: 'Product' }, ['a of 3', 'b of 3'], 'answer 2'],
    ['the root', { type: 'Query' }, ['a of 1', 'b of 1'], 'answer 3'],
    ['all of a subgraph', { subgraphs: ['stock'] }, ['a of 3', 'b of 3'], 'answer 4'],
    ['nothing of other subgraphs', { subgraphs: ['other'] }, ['a of 1', 'b of 1'], 'answer 2'],
    ['nothing else', { type: 'Product', key: { upc: 'c' } }, ['a of 1', 'b of 1'], 'answer 2'],
  ];
  for (const [name, invalidation, expected, shelf] of cases) {
    it(name, async () => {
      const started = await setting();
      await started.cache.invalidate(invalidation);
      expect(names(await started.entities(['a', 'b']))).toEqual(expected);
      expect(await started.shelf()).toBe(shelf);
    });
  }

  it('an entity by each of its keys, whatever the type and order of their values', async () => {
    const { ask, cache, received } = startCache(() => ({
      data: { _entities: [{ size: 1 }] },
      headers: KEPT,
    }));
    const query =
      'query($representations:[_Any!]!){_entities(representations:$representations){...on Box{size}}}';
    const box = { __typename: 'Box', id: 7, lid: { __typename: 'Lid', id: 'x' }, required: 1 };
    const boxed = () => ask({ query, variables: { representations: [box] } });
    await boxed();
    await cache.invalidate({ type: 'Box', key: { lid: { id: 'y' }, id: '7' } });
    await boxed();
    expect(received).toHaveLength(1);
    await cache.invalidate({ type: 'Box', key: { lid: { id: 'x' }, id: '7' } });
    await boxed();
    expect(received).toHaveLength(2);
  });

  it('whatever holds an entity of that type', async () => {
    const { ask, cache, received } = startCache(() => ({
      data: { products: [{ name: 'a' }] },
      headers: KEPT,
    }));
    const query = '{products{name}}';
    await ask({ query });
    await cache.invalidate({ type: 'Box', key: { id: '1' } });
    await ask({ query });
    expect(received).toHaveLength(1);
    await cache.invalidate({ type: 'Product', key: { upc: 'any' } });
    await ask({ query });
    expect(received).toHaveLength(2);
  });

  it('what the subgraph told tags of', async () => {
    let extensions: Record<string, unknown> = {};
    const told: Answer = (request) => {
      const representations = request.variables.representations as { upc: string }[];
      const data = { _entities: representations.map(({ upc }) => ({ name: upc })) };
      return { data, extensions, headers: KEPT };
    };
    const { entities, cache, received } = startCache(told);
    const asked = async (...upcs: string[]): Promise<number> => {
      const before = received.length;
      await entities(upcs);
      return received.length - before;
    };
    extensions = {
      apolloEntityCacheTags: [
        ['one', 'both'],
        ['two', 'both'],
      ],
    };
    await entities(['1', '2']);
    extensions = { cacheTags: ['both'] };
    await entities(['3']);
    extensions = { apolloEntityCacheTags: [['unclear']] };
    await entities(['4', '5']);
    await cache.invalidate({ tag: 'one', subgraphs: ['other'] });
    expect(await asked('1', '2', '3', '4', '5')).toBe(0);
    await cache.invalidate({ tag: 'two' });
    expect([await asked('1'), await asked('2')]).toEqual([0, 1]);
    extensions = {};
    await cache.invalidate({ tag: 'both' }, { tag: 'unclear' });
    const each = [await asked('1'), await asked('3'), await asked('4'), await asked('5')];
    expect(each).toEqual([1, 1, 1, 1]);
  });
});

describe('@cacheTag', () => {
  const DIRECTIVE =
    '@join__directive(graphs: [STOCK], name: "federation__cacheTag", args: {format: "FORMAT"})';
  const tagged = (formats: Readonly<Record<string, string>>) => {
    let { sdl } = supergraph;
    for (const [place, format] of Object.entries(formats)) {
      const before = sdl;
      sdl = sdl.replace(new RegExp(place), (found) => {
        const directive = DIRECTIVE.replace('FORMAT', format);
        return found.endsWith('{')
          ? `${found.slice(0, -1)} ${directive} {`
          : `${found} ${directive}`;
      });
      expect(sdl).not.toBe(before);
    }
    const loaded = loadSupergraph(sdl);
    if (!loaded.ok) throw new TypeError(loaded.errors.join('\n'));
    return loaded.supergraph;
  };
  const ENTITY = 'type Product[^{]*\\{';
  const FIELD = 'product\\(upc: ID!\\): Product';

  it('of an entity is filled in from its representation', async () => {
    const graph = tagged({ [ENTITY]: 'product-{$key.upc}' });
    const { entities, cache } = startCache(answering());
    await entities(['a', 'b'], { graph });
    await cache.invalidate({ tag: 'product-b' });
    expect(names(await entities(['a', 'b'], { graph }))).toEqual(['a of 1', 'b of 2']);
  });

  it('of a root field is filled in from its arguments', async () => {
    const graph = tagged({ [FIELD]: 'asked-{$args.upc}' });
    const { ask, cache, received } = startCache(() => ({
      data: { product: { name: 'x' } },
      headers: KEPT,
    }));
    const asked = (upc: string) =>
      ask({ graph, query: 'query($upc:ID!){product(upc:$upc){name}}', variables: { upc } });
    const written = () => ask({ graph, query: '{product(upc:"a"){name}}' });
    await asked('a');
    await asked('b');
    await written();
    await cache.invalidate({ tag: 'asked-a' });
    await asked('b');
    expect(received).toHaveLength(3);
    await asked('a');
    await written();
    expect(received).toHaveLength(5);
  });

  it('that cannot be filled in keeps its answer from being kept', async () => {
    const graph = tagged({ [ENTITY]: 'product-{$key.sku}' });
    const { ask, received } = startCache(answering());
    const query =
      'query($representations:[_Any!]!){_entities(representations:$representations){...on Product{name}}}';
    for (const sku of [undefined, 's', 's']) {
      const representations = [{ ...product('a'), sku }];
      await ask({ graph, query, variables: { representations } });
      await ask({ graph, query, variables: { representations } });
    }
    expect(received).toHaveLength(3);
  });
});
