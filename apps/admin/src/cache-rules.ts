import { mergeRules } from '@nexus/ui/graph/cache-rules';
import { auditRules } from './features/audit/audit-rules.js';
import { healthRules } from './features/health/health-rules.js';
import { mailRules } from './features/mail/mail-rules.js';
import { peopleRules } from './features/people/people-rules.js';
import { ratesRules } from './features/rates/rates-rules.js';

/** What each feature tells the cache about its own lists, commands and events. */
export const cacheRules = mergeRules([healthRules, peopleRules, auditRules, mailRules, ratesRules]);
