import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parseType,
  print,
  visit,
} from 'graphql';
import { isObject } from '../execution/json.js';
import type { FetchNode } from '../planner/plan.js';
import type { SubgraphResult } from '../transport/transport.js';
import type { ResumeRule } from './subscription-policy.js';

const POSITION = 'router_position';

/** The source of a subscription that tells the position of its events, and can begin after one. */
export interface ResumableSource {
  /** As the client asked, and with positions. */
  readonly first: FetchNode;
  /** From after the position that stands in the variable `RESUME_VARIABLE`. */
  readonly again: FetchNode;
  positionOf(event: SubgraphResult): unknown;
}

/** Holds the position after which to begin. */
export const RESUME_VARIABLE = 'router_after';

/** Absent where no rule is given for the root field, or the schema does not know its argument. */
export function resumableSource(
  source: FetchNode,
  schema: GraphQLSchema,
  rules: Readonly<Record<string, ResumeRule>>,
): ResumableSource | undefined {
  const operation = getOperationAST(source.document);
  const [root] = operation?.selectionSet.selections ?? [];
  if (!operation || root?.kind !== Kind.FIELD || !root.selectionSet) return undefined;
  const rule = Object.hasOwn(rules, root.name.value) ? rules[root.name.value] : undefined;
  const field = schema.getSubscriptionType()?.getFields()[root.name.value];
  const type = field?.args.find(({ name }) => name === rule?.argument)?.type;
  if (!rule || !type) return undefined;

  const positioned = withPosition(root, rule.field);
  const key = root.alias?.value ?? root.name.value;
  return {
    first: rewritten(source, operation, { root: positioned }),
    again: rewritten(source, operation, {
      root: withArgument(positioned, rule.argument),
      variableType: String(type),
    }),
    positionOf({ data }) {
      const event = data?.[key];
      return isObject(event) ? event[POSITION] : undefined;
    },
  };
}

function withPosition(root: FieldNode, field: string): FieldNode {
  const position: FieldNode = {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: POSITION },
    name: { kind: Kind.NAME, value: field },
  };
  const selections = [...(root.selectionSet?.selections ?? []), position];
  return { ...root, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function withArgument(root: FieldNode, argument: string): FieldNode {
  const others = root.arguments?.filter(({ name }) => name.value !== argument) ?? [];
  const name = { kind: Kind.NAME, value: RESUME_VARIABLE } as const;
  const given = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: argument },
    value: { kind: Kind.VARIABLE, name },
  } as const;
  return { ...root, arguments: [...others, given] };
}

function rewritten(
  source: FetchNode,
  operation: OperationDefinitionNode,
  { root, variableType }: { root: FieldNode; variableType?: string },
): FetchNode {
  const name = { kind: Kind.NAME, value: RESUME_VARIABLE } as const;
  const variable = { kind: Kind.VARIABLE, name } as const;
  const [, ...others] = operation.selectionSet.selections;
  const added = variableType
    ? [{ kind: Kind.VARIABLE_DEFINITION, variable, type: parseType(variableType) } as const]
    : [];
  const changed: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...added],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [root, ...others] },
  };
  const document = withoutUnused({
    ...source.document,
    definitions: source.document.definitions.map((node) => (node === operation ? changed : node)),
  });
  return { ...source, document, query: print(document) };
}

/** A variable that stood only in the argument that was replaced would make the document invalid. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  const usages: ASTVisitor = {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  };
  visit(document, usages);
  return visit(document, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}
