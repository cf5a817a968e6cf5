import { createHash } from 'node:crypto';
import { ApolloGateway, type GatewayConfig, type LocalGraphQLDataSource } from '@apollo/gateway';
import { type DocumentNode, getOperationAST, parse, print } from 'graphql';
import type { World } from './data.ts';
import type { Answer, Variables } from './servers.ts';
import type { Stage } from './stage.ts';

/** `@apollo/gateway` over the same subgraphs, as a second opinion. */
export interface ApolloPeer {
  ask(document: DocumentNode, variables: Variables, world: World): Promise<Answer>;
  stop(): Promise<void>;
}

type DataSource = ReturnType<NonNullable<GatewayConfig['buildService']>>;
type RequestContext = Parameters<Awaited<ReturnType<ApolloGateway['load']>>['executor']>[0];

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** @throws what Apollo's gateway throws over a supergraph that it refuses */
export async function startApollo(stage: Stage): Promise<ApolloPeer> {
  const gateway = new ApolloGateway({
    supergraphSdl: stage.supergraphSdl,
    logger: quiet,
    buildService: ({ name }) => dataSource(stage, name),
  });
  const { executor, schema } = await gateway.load();
  return {
    async ask(document, variables, world) {
      const source = print(document);
      const operation = getOperationAST(document);
      if (!operation) throw new TypeError('The document has no operation.');
      const context = {
        request: { query: source, variables },
        document,
        source,
        operation,
        operationName: operation.name?.value ?? null,
        queryHash: createHash('sha256').update(source).digest('hex'),
        context: { world },
        schema,
        logger: quiet,
        metrics: {},
      } as unknown as RequestContext;
      return (await executor(context)) as Answer;
    },
    stop: () => gateway.stop(),
  };
}

function dataSource(stage: Stage, name: string): DataSource {
  return {
    async process({ request, context }) {
      const document = parse(request.query ?? '');
      const world = (context as { world: World }).world;
      const answer = await stage.subgraphs[name]?.(document, request.variables ?? {}, world);
      if (!answer) throw new TypeError(`No subgraph ${name}.`);
      return JSON.parse(JSON.stringify(answer));
    },
  } satisfies Pick<LocalGraphQLDataSource, 'process'>;
}
