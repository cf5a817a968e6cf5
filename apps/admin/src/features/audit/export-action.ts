import type { Action } from '@nexus/ui/actions/action';
import { query } from '@nexus/ui/graph/ask';
import { Download } from 'lucide-react';
import { AuditExportDocument, type AuditExportQueryVariables } from './audit-export.generated.js';

/** Fetches the trail as a file: the newest 50,000 entries that the filter lets through. */
export const exportTrail: Action<AuditExportQueryVariables> = {
  id: 'audit.export',
  labelKey: 'audit:export.open',
  icon: Download,
  isAllowed: () => true,
  doneKey: 'audit:export.done',
  async perform(wish, { graph }) {
    const { auditTrailExport } = await query(graph, AuditExportDocument, wish, 'network-only');
    if (!auditTrailExport) return undefined;
    // The link names the public address; this page may have been reached by another one.
    const { pathname, search } = new URL(auditTrailExport.url);
    const link = document.createElement('a');
    link.href = pathname + search;
    link.download = '';
    link.click();
    return undefined;
  },
};
