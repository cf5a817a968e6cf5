import { foldName } from '@nexus/kit/domain';
import { filterSql, type GraphContext } from '@nexus/kit/graph';
import {
  allOf,
  type OrderTerm,
  type Page,
  type PageArgs,
  paginate,
  type Sql,
  sql,
  visibleRows,
} from '@nexus/kit/read';
import { Project } from '../read/project.entity.js';
import { projectResource } from './project.access.js';
import type { ProjectFilter, ProjectOrder } from './project.inputs.js';

const NO_END = '9999-12-31';

/** Names beginning with the text, case and accents ignored, or codes beginning with it. */
function projectSearch(search: string | null | undefined): Sql | undefined {
  const name = foldName(search ?? '');
  if (!name) return undefined;
  const code = name.toUpperCase();
  const last = '\u{10FFFF}';
  return sql`((t.name_folded >= ${name} AND t.name_folded < ${name + last})
    OR (t.code >= ${code} AND t.code < ${code + last}))`;
}

function projectOrder(orderBy: readonly ProjectOrder[] | null | undefined): OrderTerm<Project>[] {
  const wanted = orderBy?.length ? orderBy : [{ field: 'NAME', direction: 'ASC' } as const];
  return wanted.map(({ field, direction }): OrderTerm<Project> => {
    switch (field) {
      case 'NAME':
        return { expression: 't.name_folded', type: 'text', direction, value: (p) => p.nameFolded };
      case 'CODE':
        return { expression: 't.code', type: 'text', direction, value: (p) => p.code };
      case 'END':
        return {
          expression: `coalesce(t.end_on, '${NO_END}'::date)`,
          type: 'date',
          direction,
          value: (p) => p.end ?? NO_END,
        };
      case 'UPDATED_AT':
        return {
          expression: 't.updated_at',
          type: 'timestamptz',
          direction,
          value: (p) => p.updatedAt,
        };
      default:
        return field satisfies never;
    }
  });
}

function projectFilter(filter: ProjectFilter | null | undefined): (Sql | undefined)[] {
  if (!filter) return [];
  const { id, phase, onHold, clientId, managerId, memberId, end, tag } = filter;
  return [
    ...filterSql(sql`t.id`, id),
    phase ? sql`t.phase = ANY (${phase})` : undefined,
    onHold == null ? undefined : sql`(t.hold_reason IS NOT NULL) = ${onHold}`,
    ...filterSql(sql`t.client_id`, clientId),
    ...filterSql(sql`t.manager_id`, managerId),
    memberId ? sql`${memberId} = ANY (t.member_ids)` : undefined,
    ...filterSql(sql`t.end_on`, end),
    tag ? sql`${tag} = ANY (t.tags)` : undefined,
  ];
}

export interface ProjectQuery {
  readonly args: PageArgs;
  readonly filter?: ProjectFilter | null | undefined;
  readonly search?: string | null | undefined;
  readonly orderBy?: readonly ProjectOrder[] | null | undefined;
  /** Narrows further, for lists that hang off another entity. */
  readonly where?: Sql;
}

/** The projects that the caller may see. */
export function listProjects(
  ctx: GraphContext,
  { args, filter, search, orderBy, where }: ProjectQuery,
): Promise<Page<Project>> {
  const conditions = allOf(
    visibleRows(ctx.principal, 'projects:read', projectResource),
    where,
    ...projectFilter(filter),
    projectSearch(search),
  );
  return paginate(ctx.read, {
    entity: Project,
    where: conditions,
    orderBy: projectOrder(orderBy),
    args,
  });
}
