import {
  type ASTNode,
  type DirectiveNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { GeneratedOperation } from './generate-operation.ts';
import type { Random } from './random.ts';

const MOST = 6;

/** The same operation with `@defer` on some of its fragments, and on new ones around some of its fields. */
export function addDefers(
  { query, variables }: GeneratedOperation,
  random: Random,
): GeneratedOperation {
  let count = 0;
  let isConditional = false;
  const defer = (): DirectiveNode => {
    const label = random.chance(60) ? `label: "L${count}"` : '';
    const isOnVariable = random.chance(20);
    isConditional ||= isOnVariable;
    count++;
    const condition = isOnVariable ? 'if: $deferred' : '';
    const args = [label, condition].filter((text) => text !== '').join(', ');
    return directive(`@defer${args && `(${args})`}`);
  };
  const wrap = (set: SelectionSetNode): SelectionSetNode => {
    if (set.selections.length < 2 || count >= MOST || !random.chance(30)) return set;
    const start = random.below(set.selections.length);
    const [kept, moved] = [set.selections.slice(0, start), set.selections.slice(start)];
    const fragment: SelectionNode = {
      kind: Kind.INLINE_FRAGMENT,
      directives: [defer()],
      selectionSet: { ...set, selections: moved },
    };
    return { ...set, selections: [...kept, fragment] };
  };
  const withDefer = <T extends Extract<ASTNode, SelectionNode>>(node: T): T | undefined =>
    count < MOST && random.chance(45)
      ? { ...node, directives: [...(node.directives ?? []), defer()] }
      : undefined;
  const document = visit(parse(query, { noLocation: true }), {
    SelectionSet: { leave: wrap },
    InlineFragment: { leave: withDefer },
    FragmentSpread: { leave: withDefer },
  });
  const text = print(document);
  return isConditional
    ? { query: declared(text), variables: { ...variables, deferred: random.chance(70) } }
    : { query: text, variables };
}

/** With `$deferred` among the operation's variables. */
function declared(query: string): string {
  return query.startsWith('{')
    ? `query ($deferred: Boolean!) ${query}`
    : query.replace(/^query\s*(\(|\{)/, (_, next: string) =>
        next === '(' ? 'query ($deferred: Boolean!, ' : 'query ($deferred: Boolean!) {',
      );
}

function directive(text: string): DirectiveNode {
  const [operation] = parse(`{ ... ${text} { a } }`, { noLocation: true }).definitions;
  const selection =
    operation?.kind === Kind.OPERATION_DEFINITION
      ? operation.selectionSet.selections[0]
      : undefined;
  const [found] = selection?.directives ?? [];
  if (!found) throw new TypeError(`There is no directive in ${text}.`);
  return found;
}
