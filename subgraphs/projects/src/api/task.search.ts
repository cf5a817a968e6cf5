import { type Sql, sql } from '@nexus/kit/read';
import { SEPARATORS } from '../read/task.table.js';

/** A search looks at so many matches, the newest, and orders and filters those. */
const MATCHES = 500;
const MAX_WORDS = 8;

/** The words of a search as PostgreSQL's text search takes them; undefined where there are none. */
export function searchWords(search: string): string | undefined {
  const separators = new Set(SEPARATORS);
  const spaced = [...search.toLowerCase()].map((c) => (separators.has(c) ? ' ' : c)).join('');
  const words = spaced.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  return words.length === 0 ? undefined : words.map((word) => `'${word}':*`).join(' & ');
}

/** Tasks with these words, in these projects or, null, in all. */
export function matchingTasks(words: string, projectIds: readonly string[] | null): Sql {
  return sql`t.id = ANY (ARRAY(SELECT projects.search_tasks(${words}, ${projectIds}, ${MATCHES})))`;
}
