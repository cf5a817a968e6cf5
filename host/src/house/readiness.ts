import type { House } from './house.js';

/** Whether the database answers; what a process must be able to do before it takes traffic. */
export async function databaseAnswers({ runtime }: Pick<House, 'runtime'>): Promise<boolean> {
  try {
    await runtime.kernel.database.dataSource.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
