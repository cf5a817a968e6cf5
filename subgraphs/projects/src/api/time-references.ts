import type { ReferenceLoader } from '@nexus/kit/graph';
import { Timesheet } from '../read/timesheet.entity.js';
import { followBilling, readableEntry } from './time-access.js';
import { sheetOf } from './timesheet.resolver.js';

/** Time entries that the caller may see; others are absent. */
export const timeEntryReferences: ReferenceLoader = async (ctx, ids) => {
  await followBilling(ctx);
  const rows = await Promise.all(ids.map((id) => readableEntry(ctx, id)));
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
};

/** Weeks of which the caller may see something; others are absent. */
export const timesheetReferences: ReferenceLoader = async (ctx, ids) => {
  const known = await ctx.read.rows(Timesheet, ids);
  const sheets = await Promise.all(known.map(({ userId, week }) => sheetOf(ctx, userId, week)));
  return new Map(sheets.flatMap((sheet) => (sheet ? [[sheet.id, sheet]] : [])));
};
