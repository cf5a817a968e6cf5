// `node router/dist/cli.js --supergraph supergraph.graphql --config router/example/router.config.ts`
import { demandControl, type RouterConfig } from '@nexus/router';

export default {
  // What may be asked, and who is told what it costs and how it is planned: here, everybody.
  plugins: [demandControl({ max: 1_000 })],
  explain: () => true,
  explorer: true,
} satisfies Partial<RouterConfig>;
