import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { documentRules } from '../edge/document-rules.js';
import type { ClientResult } from '../plugin.js';
import { ApolloGateway } from './apollo-gateway.js';
import type { RequestContext } from './request-context.js';
import type { Services } from './services.js';

export interface Apollo {
  readonly server: ApolloServer<RequestContext>;
  readonly gateway: ApolloGateway;
}

/** Apollo Server as the host of queries and mutations over HTTP. */
export async function startApollo<P>(services: Services<P>): Promise<Apollo> {
  const { config, engine, graph, limits, log } = services;
  const gateway = new ApolloGateway(engine, graph());
  const server = new ApolloServer<RequestContext>({
    gateway,
    introspection: config.introspection ?? true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [...documentRules],
    validationOptions: { maxErrors: 20 },
    logger: log,
    formatError: (formatted, error) => formatStray(formatted, error, services),
    plugins: [ApolloServerPluginLandingPageDisabled(), responseHookPlugin(services)],
  });
  await server.start();
  return { server, gateway };
}

/** The engine's errors are masked already; this is for what Apollo Server itself has to say. */
function formatStray<P>(
  formatted: GraphQLFormattedError,
  error: unknown,
  { log }: Services<P>,
): GraphQLFormattedError {
  const { extensions } = formatted;
  if (extensions?.code === 'INTERNAL_SERVER_ERROR' && !extensions.requestId) {
    log.error({ err: error }, 'request failed unexpectedly');
    return { message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  }
  // Apollo Server calls whatever a rule reports a validation error; our rules know better.
  const reported = error instanceof GraphQLError ? error.originalError : undefined;
  const code = reported instanceof GraphQLError ? reported.extensions.code : undefined;
  return code === undefined ? formatted : { ...formatted, extensions: { ...extensions, code } };
}

function responseHookPlugin<P>({ hooks }: Services<P>): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, response }) {
          const { operation, caller, request, reply, subgraphExtensions, refused } = contextValue;
          if (response.body.kind !== 'single') return;
          if (refused?.status) response.http.status = refused.status;
          for (const [name, value] of Object.entries(refused?.headers ?? {})) {
            response.http.headers.set(name, value);
          }
          const result = response.body.singleResult as ClientResult;
          const event = {
            operation,
            caller,
            transport: 'http',
            result,
            subgraphExtensions,
          } as const;
          for (const hook of hooks.onResponse) await hook({ ...event, request, reply });
        },
      };
    },
  };
}
