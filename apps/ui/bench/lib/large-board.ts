import { randomUUID } from 'node:crypto';
import type { GraphClient } from '../../../../host/bench/lib/graph-client.ts';

export const CARDS = 500;
const AT_ONCE = 20;
const PROJECT = `mutation($input: ProjectCreateInput!) {
  projectCreate(input: $input) { project { id board { columns { id name } } } errors { rule } } }`;

interface Id {
  readonly id: string;
}

/** A project of the caller's with 500 cards in its first column, "Card 1 of many" and so on. @returns its board's path */
export async function newLargeBoard(caller: GraphClient): Promise<string> {
  const { projectCreate } = await caller.ask<{
    projectCreate: { project: Id & { board: { columns: readonly Id[] } } };
  }>(PROJECT, {
    input: {
      name: `A large board ${randomUUID()}`,
      start: '2026-01-01',
      budget: { kind: 'NON_BILLABLE' },
    },
  });
  const { id, board } = projectCreate.project;
  const input = `projectId: "${id}", columnId: "${board.columns[0]?.id}"`;
  for (let from = 1; from <= CARDS; from += AT_ONCE) {
    const fields = Array.from(
      { length: AT_ONCE },
      (_, place) =>
        `t${place}: taskCreate(input: { ${input}, title: "Card ${from + place} of many" }) { task { id } errors { rule } }`,
    );
    await caller.ask(`mutation Many { ${fields.join(' ')} }`);
  }
  return `/employee/projects/${id}/board`;
}
