// Two subgraphs to try the router with: `node router/example/subgraphs.mjs [port] [port]`; default 4001 and 4002.
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import Fastify from 'fastify';
import { execute, parse, validate } from 'graphql';

const products = [
  { upc: '1', name: 'Table', price: 899 },
  { upc: '2', name: 'Chair', price: 54 },
];
const reviews = [
  { id: 'r1', body: 'Stands.', stars: 5, upc: '1' },
  { id: 'r2', body: 'Wobbles.', stars: 2, upc: '1' },
  { id: 'r3', body: 'Soft.', stars: 4, upc: '2' },
];

const resolvers = {
  products: {
    Query: { topProducts: (_, { first }) => products.slice(0, first) },
    Product: { __resolveReference: ({ upc }) => products.find((product) => product.upc === upc) },
  },
  reviews: {
    Query: { latestReview: () => reviews.at(-1) },
    Product: { reviews: ({ upc }) => reviews.filter((review) => review.upc === upc) },
    Review: { product: ({ upc }) => ({ __typename: 'Product', upc }) },
  },
};

async function serve(name, port) {
  const typeDefs = parse(readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8'));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers[name] }]);
  const server = Fastify();
  server.post('/graphql', async ({ body: { query, variables, operationName } }) => {
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    return execute({ schema, document, variableValues: variables, operationName });
  });
  const url = await server.listen({ port: Number(port), host: '127.0.0.1' });
  process.stdout.write(`${name} is at ${url}/graphql\n`);
}

const [, , productsPort = '4001', reviewsPort = '4002'] = process.argv;
await serve('products', productsPort);
await serve('reviews', reviewsPort);
