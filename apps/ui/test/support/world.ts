import { readFileSync } from 'node:fs';
import { type Nexus, NexusError, type UserError } from '@nexus/sdk';
import {
  buildSchema,
  type DocumentNode,
  execute,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

/**
 * What a test says of the graph: its root fields, as values or as functions of their arguments. What it does not say
 * is empty: no items, `false`, 0, null where the schema allows it. An object of its own making needs its `id`.
 */
export type World = Record<string, unknown>;

export interface Asked {
  readonly name: string;
  readonly kind: string;
  readonly variables: Record<string, unknown>;
}

const path = new URL('../../../../schema/api.graphql', import.meta.url);
const schema = buildSchema(readFileSync(path, 'utf8'), { assumeValidSDL: true });

const SCALARS: Readonly<Record<string, unknown>> = {
  ...{ Boolean: false, Int: 0, Float: 0, String: '', Decimal: '0', CurrencyCode: 'EUR' },
  ...{ Date: '2026-11-20', DateTime: '2026-11-20T09:00:00Z' },
};

/** An object that the test says nothing of. */
class Unsaid {}

function unsaid(type: GraphQLOutputType): unknown {
  const named = getNamedType(type);
  if (named.name.endsWith('Connection')) return new Unsaid();
  if (!isNonNullType(type)) return null;
  if (isListType(type.ofType)) return [];
  if (isEnumType(named)) return named.getValues()[0]?.value;
  return isLeafType(named) ? (SCALARS[named.name] ?? '') : new Unsaid();
}

/** The graph of a test: the real schema, answering from a world. `world` may be changed as the test goes. */
export function createWorld(world: World) {
  const asked: Asked[] = [];
  const followers = new Set<(field: string, event: object) => void>();

  async function answer(document: DocumentNode, rootValue: World, variableValues: object) {
    const result = await execute({
      ...{ schema, document, rootValue, variableValues: variableValues as Record<string, unknown> },
      fieldResolver(source: Record<string, unknown>, args, _context, { fieldName, ...info }) {
        const value = source[fieldName];
        if (typeof value === 'function') return value(args);
        if (value !== undefined) return value;
        if (fieldName !== 'id') return unsaid(info.returnType);
        if (source instanceof Unsaid) return `${info.parentType.name}-unsaid`;
        throw new TypeError(`A ${info.parentType.name} of this world has no id.`);
      },
      typeResolver: (value: { __typename?: string }, _context, { returnType }) =>
        value.__typename ?? (getNamedType(returnType).name === 'UserError' ? 'RuleViolation' : ''),
    });
    for (const { originalError, message } of result.errors ?? []) {
      if (!(originalError instanceof NexusError)) throw new TypeError(message);
      throw originalError;
    }
    return JSON.parse(JSON.stringify(result)) as { readonly data: object };
  }

  const nexus = {
    async execute(document: DocumentNode, variables: Record<string, unknown> = {}) {
      const { operation, name } = operationOf(document);
      asked.push({ name: name?.value ?? '', kind: operation, variables });
      return answer(document, world, variables);
    },
    subscribe(
      document: DocumentNode,
      variables: object,
      how: { signal: AbortSignal; onState: (state: string) => void },
    ) {
      const events: unknown[] = [];
      const waiting: ((result: IteratorResult<unknown>) => void)[] = [];
      const [root] = operationOf(document).selectionSet.selections;
      const field = root?.kind === Kind.FIELD ? root.name.value : '';
      const follower = (of: string, event: object) => {
        if (of !== field) return;
        void answer(document, { [of]: { id: 'event', sequence: '1', ...event } }, variables).then(
          ({ data }) => {
            const next = waiting.shift();
            if (next) next({ value: data, done: false });
            else events.push(data);
          },
        );
      };
      followers.add(follower);
      how.signal.addEventListener('abort', () => followers.delete(follower));
      queueMicrotask(() => how.onState('listening'));
      const stream = {
        [Symbol.asyncIterator]: () => stream,
        next: () =>
          events.length > 0
            ? Promise.resolve({ value: events.shift(), done: false })
            : new Promise((resolve) => waiting.push(resolve)),
      };
      return stream;
    },
  } as unknown as Pick<Nexus, 'execute' | 'subscribe'>;

  return {
    world,
    nexus,
    /** All that was asked so far, in order. */
    asked,
    /** The input of the last mutation of that name. */
    sent: (name: string) =>
      asked.findLast((one) => one.name === name && one.kind === 'mutation')?.variables.input,
    /** Tells everybody who follows a subscription of an event. */
    tell(field: string, event: object) {
      for (const follower of [...followers]) follower(field, event);
    },
  };
}

/** A payload that refuses, at a field of the input or, without one, as a whole. */
export function refused(message: string, ...path: string[]): { readonly errors: UserError[] } {
  const place = path.length > 0 ? ['input', ...path] : [];
  const error = { __typename: 'RuleViolation', code: 'INVALID', message, path: place, rule: null };
  return { errors: [error as unknown as UserError] };
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const found = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (!found) throw new TypeError('No operation.');
  return found as OperationDefinitionNode;
}
