import { anonymousPrincipal, PLATFORM_TENANT, type Principal } from '@nexus/kit/domain';
import {
  type BuiltSubgraph,
  executeOperation,
  type RequestDetail,
  type SubgraphRuntime,
  subscribeOperation,
} from '@nexus/kit/graph';
import type { OperationContext, SubgraphRequest, SubgraphResult } from '@nexus/router';

type Context = Pick<
  OperationContext<Principal>,
  'principal' | 'requestId' | 'attributes' | 'signal'
>;
type Request = Pick<SubgraphRequest, 'document' | 'operationName' | 'variables'>;

/** A subgraph as functions: called in process, or by the server of its own process. */
export interface SubgraphEndpoint {
  execute(request: Request, context: Context): Promise<SubgraphResult>;
  subscribe(request: Request, context: Context): AsyncGenerator<SubgraphResult>;
}

function detailOf({ principal, requestId, attributes, signal }: Context): RequestDetail {
  const ip = attributes.ip;
  return {
    principal: principal ?? anonymousPrincipal(PLATFORM_TENANT),
    requestId,
    ip: typeof ip === 'string' ? ip : undefined,
    signal,
  };
}

export function subgraphEndpoint(
  { schema }: BuiltSubgraph,
  runtime: SubgraphRuntime,
): SubgraphEndpoint {
  return {
    execute: (request, context) =>
      executeOperation(schema, runtime, request, detailOf(context)) as Promise<SubgraphResult>,
    subscribe: (request, context) =>
      subscribeOperation(
        schema,
        runtime,
        request,
        detailOf(context),
      ) as AsyncGenerator<SubgraphResult>,
  };
}
