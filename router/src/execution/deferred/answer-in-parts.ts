import { GraphQLError, type GraphQLSchema } from 'graphql';
import { clientLabel } from '../../defer/labels.js';
import type { AnsweredObject } from '../answered-object.js';
import { executeNode } from '../execute-plan.js';
import { objects } from '../format.js';
import { introspect } from '../introspection.js';
import type { JsonObject } from '../json.js';
import { mergeInto } from '../merge.js';
import type { Operation } from '../operation.js';
import { runtimeType } from '../place-errors.js';
import { projectPart } from '../project.js';
import type { ToldDenials } from '../projection-errors.js';
import type { Run } from '../run.js';
import { Deferral } from './deferral.js';
import { DeferredFragments, type WaitingFragment } from './deferred-fragments.js';
import { errorsByFragment, type KnownErrors, tellErrors } from './part-errors.js';
import { ReadyParts } from './ready-parts.js';

/** What an operation, or one deferred fragment of it at one place, answers; errors before masking. */
export interface PartialAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly GraphQLError[];
}

export interface DeferredAnswer extends PartialAnswer {
  readonly path: AnsweredObject['path'];
  readonly label: string | undefined;
}

export type AnswerPart =
  | { readonly kind: 'first'; readonly answer: PartialAnswer; readonly hasNext: boolean }
  | {
      readonly kind: 'later';
      readonly answers: readonly DeferredAnswer[];
      readonly hasNext: boolean;
    };

/** A deferred fragment at all of its places, and the errors of the fetches further out. */
interface WaitingPart {
  readonly fragments: readonly WaitingFragment[];
  readonly outer: readonly GraphQLError[];
}

/**
 * Runs an operation, and yields first what is not deferred, then the deferred fragments in the order in which they are
 * ready, those that are ready at the same time together. Nulls of a fragment go no further than the fragment.
 */
export async function* answerInParts(
  schema: GraphQLSchema,
  { plan, introspection, selection, rootType }: Operation,
  outside: Run,
): AsyncGenerator<AnswerPart, undefined> {
  const deferral = new Deferral();
  const run: Run = { ...outside, deferral };
  if (plan.node) await executeNode(plan.node, run);
  if (introspection) mergeInto(run.data, introspect(schema, introspection, run.variables));
  const parts = new ReadyParts<WaitingPart>();
  const wait = (deferred: DeferredFragments, outer: readonly GraphQLError[]): void => {
    for (const [label, fragments] of deferred.byLabel()) {
      parts.add({ fragments, outer }, deferral.part(label)?.done);
    }
  };

  const root = {
    output: { kind: 'object', typeName: rootType, selection },
    ...{ coordinate: rootType, path: [], source: run.data },
  } as const;
  const first = new DeferredFragments();
  const known = { own: run.errors, outer: [] };
  const answer = write(root, run, [...run.errors], known, new Map(), first);
  wait(first, run.errors);
  yield { kind: 'first', answer, hasNext: parts.hasMore };

  while (parts.hasMore) {
    const answers: DeferredAnswer[] = [];
    for (const { part, fault } of await parts.next()) {
      const [{ label = '' } = {}] = part.fragments;
      const own = deferral.part(label)?.errors ?? [];
      const inner = new DeferredFragments();
      answers.push(...writePart(part, own, fault, run, inner));
      wait(inner, [...part.outer, ...own]);
    }
    yield { kind: 'later', answers, hasNext: parts.hasMore };
  }
  return undefined;
}

function writePart(
  { fragments, outer }: WaitingPart,
  own: readonly GraphQLError[],
  fault: GraphQLError | undefined,
  run: Run,
  inner: DeferredFragments,
): DeferredAnswer[] {
  const denials: ToldDenials = new Map();
  const errors = errorsByFragment(fragments, { own, outer });
  return fragments.map((fragment, index): DeferredAnswer => {
    const { path } = fragment;
    const label = clientLabel(fragment.label);
    if (fault) return { path, label, data: null, errors: [fault] };
    const known = { own, outer };
    return { path, label, ...write(fragment, run, errors[index] ?? [], known, denials, inner) };
  });
}

/** @param errors those that concern the object; what comes up while it is written joins them */
function write(
  object: AnsweredObject,
  run: Run,
  errors: GraphQLError[],
  { outer }: KnownErrors,
  denials: ToldDenials,
  deferred: DeferredFragments,
): PartialAnswer {
  const { output, path, source, coordinate } = object;
  const data = projectPart(object, { ...run, errors }, objects, denials, deferred);
  const typeName = runtimeType(source, output.typeName);
  const place = { selection: output.selection, typeName, source, path };
  const told = tellErrors(errors, place, run.variables, outer);
  if (data === null && told.length === 0) told.push(unexplained(coordinate, path));
  return { data: data as JsonObject | null, errors: told };
}

/** A part that is null, and nothing that was known of it says why. */
function unexplained(coordinate: string, path: AnsweredObject['path']): GraphQLError {
  const extensions = { code: 'INVALID_SUBGRAPH_ANSWER' };
  const message = `A part of ${coordinate} cannot be answered.`;
  return new GraphQLError(message, { path: [...path], extensions });
}
