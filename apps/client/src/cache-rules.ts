import { mergeRules } from '@nexus/ui/graph/cache-rules';
import { invoiceRules } from './features/invoices/invoice-rules.js';
import { projectRules } from './features/projects/project-rules.js';

/** What each feature tells the cache about its own lists, commands and events. */
export const cacheRules = mergeRules([invoiceRules, projectRules]);
