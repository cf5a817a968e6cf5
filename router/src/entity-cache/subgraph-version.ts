import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  isTypeDefinitionNode,
  print,
} from 'graphql';
import { textArgument } from '../support/arguments.js';
import { digestText } from '../support/digest.js';

/** What a definition and its parts have in common. */
interface Joined {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** A name for what a supergraph says of the schema of one subgraph, by its value of `join__Graph`. */
export function subgraphVersion(supergraph: DocumentNode, graph: string): string {
  const own = supergraph.definitions.flatMap((node) => ownPart(node, graph) ?? []);
  return digestText(own.sort().join('\n'));
}

function ownPart(node: DefinitionNode, graph: string): string | undefined {
  if (!isTypeDefinitionNode(node) || /^(?:join|link)__/.test(node.name.value)) return undefined;
  const joins = joinsOf(node, graph);
  if (!joins.some(({ name }) => name.value === 'join__type')) return undefined;
  const own = { ...node, description: undefined, directives: joins };
  if ('fields' in node) Object.assign(own, { fields: parts(node.fields ?? [], graph) });
  if ('values' in node) Object.assign(own, { values: parts(node.values ?? [], graph) });
  return print(own as DefinitionNode);
}

function parts(nodes: readonly Joined[], graph: string): Joined[] {
  return nodes
    .filter((node) => isOf(node, graph))
    .map((node) => ({ ...node, description: undefined, directives: joinsOf(node, graph) }));
}

/** What names no subgraph is part of each that has the type. */
function isOf({ directives = [] }: Joined, graph: string): boolean {
  const named = directives.filter(
    (directive) => isJoin(directive) && textArgument(directive, 'graph') !== undefined,
  );
  return (
    named.length === 0 || named.some((directive) => textArgument(directive, 'graph') === graph)
  );
}

function joinsOf({ directives = [] }: Joined, graph: string): ConstDirectiveNode[] {
  return directives.filter(
    (directive) => isJoin(directive) && textArgument(directive, 'graph') === graph,
  );
}

function isJoin({ name }: ConstDirectiveNode): boolean {
  return name.value.startsWith('join__');
}
