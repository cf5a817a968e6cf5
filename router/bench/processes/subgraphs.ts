// The four subgraphs, each on a port of its own. Answers are remembered by request body: a benchmark of gateways must
// not wait for subgraphs. Prints its URLs; answers "count" over IPC with the requests since it was last asked.

import { execute, type GraphQLSchema, parse } from 'graphql';
import { names, schemaOf } from '../graph/subgraphs.ts';
import { cannedServer } from '../lib/canned-server.ts';

const REMEMBERED = 10_000;
let requests = 0;

async function answer(schema: GraphQLSchema, body: string): Promise<string> {
  const { query, variables, operationName } = JSON.parse(body);
  const document = parse(query);
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
