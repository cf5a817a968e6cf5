export interface GraphPath {
  readonly path: string;
  /** Absent: the whole graph, or what `contracts.choose` says. */
  readonly contract?: string;
}

/** The parts of a configuration that say it. */
export interface GraphPathsConfig {
  readonly path?: string;
  readonly contracts?: { readonly variants: Readonly<Record<string, { readonly path?: string }>> };
}

/** Where GraphQL is served: first the whole graph, then each contract that has a path of its own. */
export function graphPaths({
  path = '/graphql',
  contracts,
}: GraphPathsConfig): [GraphPath, ...GraphPath[]] {
  const variants = Object.entries(contracts?.variants ?? {}).flatMap(([contract, variant]) =>
    variant.path === undefined ? [] : [{ path: variant.path, contract }],
  );
  return [{ path }, ...variants];
}
