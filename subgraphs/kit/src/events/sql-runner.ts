import type { Row, SqlValue } from './database.js';

/** Anything that runs SQL: a transaction of the application, or the log role's pool. */
export interface SqlRunner {
  sql<Result = Row>(text: string, params?: readonly SqlValue[]): Promise<Result[]>;
}
