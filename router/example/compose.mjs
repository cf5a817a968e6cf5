// Prints the supergraph of the two subgraphs: `node router/example/compose.mjs [url] [url] > supergraph.graphql`
import { readFileSync } from 'node:fs';
import { composeSubgraphs } from '@nexus/router/compose';

const [, , productsUrl, reviewsUrl] = process.argv;
const urls = {
  products: productsUrl ?? 'http://127.0.0.1:4001/graphql',
  reviews: reviewsUrl ?? 'http://127.0.0.1:4002/graphql',
};

const composed = composeSubgraphs(
  Object.entries(urls).map(([name, url]) => ({
    name,
    url,
    typeDefs: readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8'),
  })),
);
if (!composed.ok) throw new AggregateError(composed.errors.map(({ message }) => message));
process.stdout.write(composed.supergraphSdl);
