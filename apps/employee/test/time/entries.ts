import type { SheetEntry, Work } from '../../src/features/time/sheet.js';

export const crane: Work = {
  projectId: 'prj_crane',
  projectName: 'Crane',
  projectCode: 'CRA',
  task: null,
};

export const grease: Work = { ...crane, task: { id: 'tsk_1', number: 'CRA-1', title: 'Grease' } };

/** A draft of an hour, or what else is said. */
export function entry(more: Partial<SheetEntry> = {}): SheetEntry {
  const status = more.status ?? 'DRAFT';
  return {
    id: 'ten_1',
    date: '2026-11-16',
    minutes: 60,
    billable: true,
    note: null,
    status,
    rejectionReason: null,
    viewerCanEdit: status === 'DRAFT' || status === 'REJECTED',
    work: crane,
    isWaiting: false,
    ...more,
  };
}
