export interface Edge<Entity> {
  readonly node: Entity;
  readonly cursor: string;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** What a Relay connection is made of. */
export interface Page<Entity> {
  readonly edges: readonly Edge<Entity>[];
  readonly nodes: readonly Entity[];
  readonly pageInfo: PageInfo;
  readonly totalCount: Promise<number>;
}

/**
 * A page that makes its edges and counts only when a client asks. A class, because an object written out with accessors
 * of its own gets a hidden class of its own, which keeps its rows alive until the old generation is collected.
 */
export class LazyPage<Entity> implements Page<Entity> {
  constructor(
    readonly nodes: readonly Entity[],
    readonly pageInfo: PageInfo,
    private readonly asked: {
      edges(): readonly Edge<Entity>[];
      totalCount(): Promise<number>;
    },
  ) {}

  get edges(): readonly Edge<Entity>[] {
    return this.asked.edges();
  }

  get totalCount(): Promise<number> {
    return this.asked.totalCount();
  }
}
