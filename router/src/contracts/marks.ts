import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';
import { textArgument } from '../support/arguments.js';
import { directiveName } from './link-names.js';

interface Element {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Reads and sets what concerns visibility on the elements of one supergraph. */
export class Marks {
  readonly #tag: string;
  readonly #inaccessible: string;

  constructor(supergraph: DocumentNode) {
    this.#tag = directiveName(supergraph, 'tag');
    this.#inaccessible = directiveName(supergraph, 'inaccessible');
  }

  tags({ directives = [] }: Element): string[] {
    return directives.flatMap((directive) => {
      if (directive.name.value !== this.#tag) return [];
      const name = textArgument(directive, 'name');
      return name === undefined ? [] : [name];
    });
  }

  /** Every tag that stands anywhere in a document. */
  allTags(document: DocumentNode): ReadonlySet<string> {
    const tags = new Set<string>();
    visit(document, {
      Directive: (directive) => {
        for (const tag of this.tags({ directives: [directive as ConstDirectiveNode] }))
          tags.add(tag);
      },
    });
    return tags;
  }

  isHidden({ directives = [] }: Element): boolean {
    return directives.some(({ name }) => name.value === this.#inaccessible);
  }

  /** The same element, not seen by clients. */
  hide<Node extends Element>(node: Node): Node {
    if (this.isHidden(node)) return node;
    const name = { kind: Kind.NAME, value: this.#inaccessible } as const;
    return { ...node, directives: [...(node.directives ?? []), { kind: Kind.DIRECTIVE, name }] };
  }
}
