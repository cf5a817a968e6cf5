import { mergeRules } from '@nexus/ui/graph/cache-rules';
import { approvalRules } from './features/approvals/approval-rules.js';
import { clientRules } from './features/clients/client-rules.js';
import { invoiceRules } from './features/invoices/invoice-rules.js';
import { myWorkRules } from './features/my-work/my-work-rules.js';
import { projectRules } from './features/projects/project-rules.js';
import { taskRules } from './features/tasks/task-rules.js';
import { timeRules } from './features/time/time-rules.js';

/** What each feature tells the cache about its own lists, commands and events. */
export const cacheRules = mergeRules([
  approvalRules,
  clientRules,
  invoiceRules,
  myWorkRules,
  projectRules,
  taskRules,
  timeRules,
]);
