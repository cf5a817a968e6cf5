// The four subgraphs, each on a port of its own. "remembering": answers are kept by request body, because a benchmark
// of gateways must not wait for subgraphs; "live": each is executed. Tells its URLs over IPC, and, when asked, the
// requests since it was last asked.

import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { names, schemaOf } from '../graph/subgraphs.ts';
import { cannedServer } from '../lib/canned-server.ts';

const REMEMBERED = process.argv[2] === 'live' ? 0 : 10_000;
const documents = new Map<string, DocumentNode>();
let requests = 0;

async function answer(schema: GraphQLSchema, body: string): Promise<string> {
  const { query, variables, operationName } = JSON.parse(body);
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  return JSON.stringify(
    await execute({ schema, document, variableValues: variables, operationName }),
  );
}

const urls: Record<string, string> = {};
for (const name of names) {
  const schema = schemaOf(name);
  const known = new Map<string, string>();
  const port = await cannedServer(async (body) => {
    requests++;
    const remembered = known.get(body);
    if (remembered !== undefined) return remembered;
    const answered = await answer(schema, body);
    if (known.size < REMEMBERED) known.set(body, answered);
    return answered;
  });
  urls[name] = `http://127.0.0.1:${port}/graphql`;
}
process.on('message', () => {
  process.send?.({ requests });
  requests = 0;
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: urls });
