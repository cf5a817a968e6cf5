import { GraphQLError } from 'graphql';
import type { OperationContext } from '../../src/index.js';
import {
  byId,
  byUpc,
  products as catalogue,
  type Product,
  type Review,
  type User,
  users,
  reviews as writtenReviews,
} from './shop-data.js';
import { reviewStream } from './shop-events.js';

type Args = Record<string, unknown>;
const isProduct = { __resolveType: (value: Product) => value.__typename };
const stock = { inStock: ({ upc }: { upc: string }) => upc.charCodeAt(1) };

export const accounts = {
  Query: {
    me: () => users[0],
    user: (_: unknown, { id }: Args) => byId(id as string),
    users: () => users,
    whoAmI: (_: unknown, __: Args, context: OperationContext) => context?.principal ?? null,
  },
  Mutation: {
    userRename: (_: unknown, { id, username }: Args) => {
      const user = byId(id as string);
      return user && { ...user, username };
    },
  },
  User: {
    __resolveReference: ({ id }: User) => byId(id) ?? null,
    boom: () => {
      throw new TypeError('the database password is hunter2');
    },
    sharp: ({ id }: User) => {
      if (id !== 'u2') return `sharp ${id}`;
      throw new GraphQLError('Cut', { extensions: { code: 'FORBIDDEN', reason: 'sharp' } });
    },
  },
};

const priced = {
  __resolveReference: ({ upc }: Product) => byUpc(upc) ?? null,
};

export const products = {
  Query: {
    products: (
      _: unknown,
      { first, filter }: { first: number; filter?: { condition?: string; upcs: string[] } },
    ) =>
      catalogue
        .filter(({ condition }) => !filter?.condition || condition === filter.condition)
        .filter(({ upc }) => !filter || filter.upcs.includes(upc))
        .slice(0, first),
    product: (_: unknown, { upc }: Args) => byUpc(upc as string),
    search: (_: unknown, { text }: Args) =>
      catalogue.filter(({ name }) => name.includes(text as string)),
    echo: (_: unknown, { text, json }: Args) => JSON.stringify({ text, json }),
  },
  Mutation: {
    productReprice: (_: unknown, { upc, price }: Args) => {
      const product = byUpc(upc as string);
      return product && { ...product, price };
    },
  },
  Product: isProduct,
  SearchResult: isProduct,
  Book: priced,
  Gadget: priced,
};

const reviewed = {
  reviews: ({ upc }: Product) => writtenReviews.filter((review) => review.upc === upc),
};

export const reviews = {
  Query: {
    latestReviews: (_: unknown, { first }: { first: number }) => writtenReviews.slice(0, first),
  },
  Mutation: {
    reviewAdd: (_: unknown, { upc, body }: Args) => ({
      id: 'r9',
      body,
      authorId: 'u1',
      upc,
      stars: 3,
    }),
  },
  Subscription: reviewStream,
  Review: {
    __resolveReference: ({ id }: Review) =>
      writtenReviews.find((review) => review.id === id) ?? null,
    stars: ({ stars }: Review, { scale }: { scale: number }) => (stars * scale) / 5,
    author: ({ authorId }: Review) =>
      byId(authorId) ?? { __typename: 'User', id: authorId, username: 'gone' },
    product: ({ upc }: Review) => byUpc(upc) ?? null,
  },
  Reviewed: isProduct,
  User: {
    reviews: ({ id }: User) => writtenReviews.filter(({ authorId }) => authorId === id),
    badge: ({ username }: User) => `*${username}*`,
  },
  Book: reviewed,
  Gadget: reviewed,
};

const shipped = {
  ...stock,
  shipping: ({ price, weight }: Product) => (price === null ? null : price + weight / 100),
};

export const inventory = { Query: { warehouse: () => 'W1' }, Book: shipped, Gadget: shipped };
