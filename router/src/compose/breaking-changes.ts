import {
  type BreakingChange,
  buildSchema,
  type DangerousChange,
  findBreakingChanges,
  findDangerousChanges,
} from 'graphql';

/** A difference between two public schemas that a client can notice. */
export interface SchemaChange {
  /** The kind, for example `FIELD_REMOVED`. */
  readonly code: string;
  readonly message: string;
}

export interface SchemaChanges {
  /** Operations that were valid no longer are, or answer otherwise: fail the build. */
  readonly breaking: readonly SchemaChange[];
  /** Operations stay valid, a careless client may stumble: report. */
  readonly dangerous: readonly SchemaChange[];
}

/** Compares two public schemas in SDL. @throws GraphQLError when either is no valid SDL. */
export function breakingChanges(oldSdl: string, newSdl: string): SchemaChanges {
  const before = buildSchema(oldSdl);
  const after = buildSchema(newSdl);
  return {
    breaking: findBreakingChanges(before, after).map(toChange),
    dangerous: findDangerousChanges(before, after).map(toChange),
  };
}

function toChange(change: BreakingChange | DangerousChange): SchemaChange {
  return { code: change.type, message: change.description };
}
