import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  print,
} from 'graphql';

/** More than the tests' worlds hold of anything, and few enough for pages in pages in pages to be allowed. */
const PAGE = 10;

/** Links that lead from a page of things to each of them. */
const PAGES = new Set(['nodes', 'pageInfo']);

/** Selects whatever can be asked without an argument, pages by ten, so many levels deep: what leaks is then seen. */
export function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return named.name === 'UserError' ? ERROR : '{ __typename }';
  const isPage = 'nodes' in named.getFields();
  const parts = Object.values(named.getFields())
    .filter((field) => !field.args.some(isRequiredArgument))
    .filter(({ name }) => !isPage || PAGES.has(name))
    .flatMap((field) => {
      const leaf = isLeafType(getNamedType(field.type));
      if (leaf) return [field.name];
      if (field.name === 'errors' || field.name === 'warnings') return [`${field.name} ${ERROR}`];
      return depth > 0
        ? [`${field.name}${pageOf(field)} ${selectionOf(field.type, isPage ? depth : depth - 1)}`]
        : [];
    });
  return `{ __typename ${parts.join(' ')} }`;
}

function pageOf({ args }: GraphQLField<unknown, unknown>): string {
  return args.some(({ name }) => name === 'first') ? `(first: ${PAGE})` : '';
}

const ERROR = '{ __typename code message path rule }';

function declaration({ name, type, defaultValue }: GraphQLArgument): string {
  const usual = defaultValue ?? (name === 'first' ? PAGE : undefined);
  const fallback = usual === undefined ? undefined : astFromValue(usual, type);
  return `$${name}: ${type}${fallback ? ` = ${print(fallback)}` : ''}`;
}

/** A document that calls one field with all its arguments as variables: of the root, or of a node. */
export function documentOf(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  depth: number,
  nodeType?: string,
): string {
  const declared = field.args.map(declaration).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const inBrackets = (text: string) => (text ? `(${text})` : '');
  const call = `${field.name}${inBrackets(passed)} ${selectionOf(field.type, depth)}`;
  return nodeType
    ? `query Probe($node: ID!, ${declared}) { node(id: $node) { ... on ${nodeType} { ${call} } } }`
    : `${kind} Probe${inBrackets(declared)} { ${call} }`;
}
