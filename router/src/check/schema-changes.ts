import {
  BreakingChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
} from 'graphql';

/** A difference between two public schemas. */
export interface PublicChange {
  /** `breaking`: operations that were valid may be so no more, or answer otherwise. `dangerous`: a careless client may stumble. */
  readonly level: 'breaking' | 'dangerous';
  /** The kind, for example `FIELD_REMOVED`. */
  readonly code: string;
  readonly message: string;
  /** An operation that touches all of these is concerned; `undefined`: nobody knows whom it concerns. */
  readonly touches: readonly string[] | undefined;
}

/** All differences that a client can notice. */
export function publicChanges(before: GraphQLSchema, after: GraphQLSchema): PublicChange[] {
  const breaking = findBreakingChanges(before, after).map(({ type, description }) => ({
    level: 'breaking' as const,
    code: type,
    message: description,
    touches: touchedBy(type, description),
  }));
  const dangerous = findDangerousChanges(before, after).map(({ type, description }) => ({
    level: 'dangerous' as const,
    code: type,
    message: description,
    touches: undefined,
  }));
  return [...breaking, ...dangerous];
}

/** graphql-js (16) names what has changed in its sentences alone. */
const SENTENCES: Readonly<
  Record<BreakingChangeType, readonly [RegExp, (...names: string[]) => string[]]>
> = {
  [BreakingChangeType.TYPE_REMOVED]: [/^(?:Standard scalar )?(\w+) was removed/, (type) => [type]],
  [BreakingChangeType.TYPE_CHANGED_KIND]: [/^(\w+) changed from/, (type) => [type]],
  [BreakingChangeType.TYPE_REMOVED_FROM_UNION]: [
    /^(\w+) was removed from union type (\w+)\.$/,
    (member, union) => [member, union],
  ],
  [BreakingChangeType.VALUE_REMOVED_FROM_ENUM]: [
    /^(\w+) was removed from enum type (\w+)\.$/,
    (value, type) => [`${type}.${value}`],
  ],
  [BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED]: [
    /^A required field \w+ on input type (\w+) was added\.$/,
    (type) => [type],
  ],
  [BreakingChangeType.IMPLEMENTED_INTERFACE_REMOVED]: [
    /^(\w+) no longer implements interface (\w+)\.$/,
    (type, parent) => [type, parent],
  ],
  [BreakingChangeType.FIELD_REMOVED]: [/^(\w+\.\w+) was removed\.$/, (field) => [field]],
  [BreakingChangeType.FIELD_CHANGED_KIND]: [/^(\w+\.\w+) changed type from/, (field) => [field]],
  [BreakingChangeType.REQUIRED_ARG_ADDED]: [
    /^A required arg \w+ on (\w+\.\w+) was added\.$/,
    (field) => [field],
  ],
  [BreakingChangeType.ARG_REMOVED]: [
    /^(\w+\.\w+) arg (\w+) was removed\.$/,
    (field, argument) => [`${field}(${argument}:)`],
  ],
  [BreakingChangeType.ARG_CHANGED_KIND]: [
    /^(\w+\.\w+) arg (\w+) has changed type from/,
    (field, argument) => [`${field}(${argument}:)`],
  ],
  [BreakingChangeType.DIRECTIVE_REMOVED]: [/^(\w+) was removed\.$/, (name) => [`@${name}`]],
  [BreakingChangeType.DIRECTIVE_ARG_REMOVED]: [
    /^(\w+) was removed from (\w+)\.$/,
    (argument, name) => [`@${name}(${argument}:)`],
  ],
  [BreakingChangeType.REQUIRED_DIRECTIVE_ARG_ADDED]: [
    /^A required arg \w+ on directive (\w+) was added\.$/,
    (name) => [`@${name}`],
  ],
  [BreakingChangeType.DIRECTIVE_REPEATABLE_REMOVED]: [
    /^Repeatable flag was removed from (\w+)\.$/,
    (name) => [`@${name}`],
  ],
  [BreakingChangeType.DIRECTIVE_LOCATION_REMOVED]: [
    /^\w+ was removed from (\w+)\.$/,
    (name) => [`@${name}`],
  ],
};

function touchedBy(type: BreakingChangeType, description: string): string[] | undefined {
  const [sentence, coordinates] = SENTENCES[type];
  const names = sentence.exec(description)?.slice(1);
  return names && coordinates(...names);
}
