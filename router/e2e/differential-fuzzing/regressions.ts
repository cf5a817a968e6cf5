import type { FieldModel, Model } from '../../fuzz/model.js';
import type { Case } from '../../fuzz/rehearse.js';

/** What the campaign found once, by name: graphs and operations as they were shrunk. */
export const regressions: Readonly<Record<string, Case>> = {
  'a key stands where a variable first selects it': ask(
    objectInterface([{ name: 'f7', type: 'Color', in: ['s2'] }]),
    'query ($b: Boolean!) { r { ... on E1 { n0 @include(if: $b) f7 } ... on E1 { n0 } } }',
    { variables: { b: false } },
  ),
  'an interface object never hides the name of a type': ask(
    objectInterface([{ name: 'f7', type: 'Float', in: ['s2'] }]),
    '{ r { ... on E1 { __typename f7 } ... on E2 { f7 } } }',
  ),
  'an object whose type nobody could tell is null where types are told apart': ask(
    objectInterface([{ name: 'f7', type: 'Float', in: ['s2'] }]),
    '{ r { ... on E1 { n0 } ... on E2 { f9 } } }',
    { faults: { 'E1-1.n0': 'null', 'E1-2.n0': 'null', 'E1-3.n0': 'throw' } },
  ),
  'a subgraph is never asked for a type that it does not know': ask(
    objectInterface([{ name: 'f7', type: 'Boolean', in: ['s2'] }]),
    'query ($b: Boolean!) { r { ... on E1 { ... on E1 @skip(if: $b) { f7 } } } }',
    { variables: { b: false } },
  ),
  'an error of a field that a variable switches off is nobody’s': ask(
    {
      subgraphs: ['s0', 's1'],
      types: [
        entity('E0', { s0: ['region meta { tag }'], s1: ['region meta { tag }'] }, [
          { name: 'i0', type: 'Color', in: ['s1'] },
        ]),
        entity('E1', { s0: ['id'] }, [
          { name: 'f2', type: '[E0!]!', in: ['s0'] },
          { name: 'f4', type: 'E3', in: ['s0'] },
        ]),
        entity('E3', { s0: ['id'], s1: ['id'] }, [{ name: 'f10', type: 'V0', in: ['s1'] }]),
        { kind: 'value', name: 'V0', fields: [{ name: 'v0', type: 'String', in: ['s1'] }] },
      ],
      roots: [{ name: 'r12', type: '[E1!]', in: ['s0'] }],
    },
    `query ($b2: Boolean! = true, $b0: Boolean!) {
      a0: r12 { f4 { a2: f10 @include(if: $b2) { v0 } } f2 @include(if: $b2) { ... @include(if: $b0) { i0 } } }
    }`,
    {
      variables: { b2: false, b0: true },
      faults: { 'E0-1.i0': 'throw', 'E0-2.i0': 'throw', 'E0-3.i0': 'throw' },
    },
  ),
  'the native planner is kept from a panic that ends the process': ask(
    {
      subgraphs: ['s0', 's1'],
      types: [
        entity('E0', { s0: ['id'], s1: ['id', 'sku'] }, [
          { name: 'f0', type: 'Boolean', in: ['s0'] },
          { name: 'f1', type: 'String', in: ['s1'], requires: 'f0' },
        ]),
      ],
      roots: [{ name: 'r', type: 'E0', in: ['s0'] }],
    },
    '{ r { f1 } }',
  ),
  'what is provided may be required without being told': ask(
    {
      subgraphs: ['s0', 's1'],
      types: [
        entity('E1', { s0: ['id'], s1: ['id', 'sku'] }, [
          { name: 'f5', type: 'Boolean', in: ['s0'] },
          { name: 'f6', type: 'String', in: ['s1'], requires: 'f5' },
        ]),
      ],
      roots: [{ name: 'r', type: 'E1', in: ['s1'], provides: 'f5' }],
    },
    '{ r { f6 } }',
  ),
};

/** Apollo's planner forgets the inner one; the plan is refused, and no wrong answer given. */
export const requirementOfRequirement: Case = ask(
  {
    subgraphs: ['s0', 's1'],
    types: [
      entity('E0', { s0: ['id', 'sku'], s1: ['id'] }, [
        { name: 'i0', type: 'Color', in: ['s0'] },
        { name: 'i1', type: 'Float', in: ['s1'] },
        { name: 'f0', type: 'String', in: ['s0'], requires: 'i1' },
        { name: 'f2', type: 'String', in: ['s1'], requires: 'i0 f0' },
      ]),
    ],
    roots: [{ name: 'r', type: 'E0', in: ['s0'] }],
  },
  '{ r { f2 } }',
);

function ask(
  model: Model,
  query: string,
  {
    variables = {},
    faults = {},
  }: { variables?: Record<string, unknown>; faults?: Case['faults'] } = {},
): Case {
  return { model, operation: { query, variables }, faults, careless: false };
}

function entity(
  name: string,
  keys: Readonly<Record<string, readonly string[]>>,
  fields: readonly FieldModel[],
) {
  return { kind: 'entity', name, keys, fields } as const;
}

/** `N0` is an interface in `s0` and an object in `s2`, which adds `fields` and answers `r`. */
function objectInterface(fields: readonly FieldModel[]): Model {
  return {
    subgraphs: ['s0', 's1', 's2'],
    types: [
      entity('E1', { s0: ['id'], s1: ['id'] }, [{ name: 'n0', type: 'Int!', in: ['s1'] }]),
      entity('E2', { s0: ['id'], s1: ['id'] }, [{ name: 'f9', type: 'Int', in: ['s0'] }]),
      {
        kind: 'interface',
        name: 'N0',
        implementers: ['E1', 'E2'],
        shared: [],
        entity: { home: 's0', detached: 's2', fields },
      },
    ],
    roots: [{ name: 'r', type: '[N0!]!', in: ['s2'] }],
  };
}
