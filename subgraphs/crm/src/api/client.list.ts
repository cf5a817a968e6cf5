import { foldName } from '@nexus/kit/domain';
import { type OrderTerm, type Sql, sql } from '@nexus/kit/read';
import type { Client } from '../read/client.entity.js';
import type { ClientOrder } from './client.inputs.js';

/** Names beginning with the text, case and accents ignored. */
export function clientSearch(search: string | null | undefined): Sql | undefined {
  const start = foldName(search ?? '');
  if (!start) return undefined;
  return sql`(t.name_folded >= ${start} AND t.name_folded < ${`${start}\u{10FFFF}`})`;
}

export function clientOrder(
  orderBy: readonly ClientOrder[] | null | undefined,
): OrderTerm<Client>[] {
  const wanted = orderBy?.length ? orderBy : [{ field: 'NAME', direction: 'ASC' } as const];
  return wanted.map(({ field, direction }): OrderTerm<Client> => {
    switch (field) {
      case 'NAME':
        return {
          expression: 't.name_folded',
          type: 'text',
          direction,
          value: (row) => row.nameFolded,
        };
      case 'CREATED_AT':
        return {
          expression: 't.created_at',
          type: 'timestamptz',
          direction,
          value: (row) => row.createdAt,
        };
      default:
        return field satisfies never;
    }
  });
}
