import '@nexus/ui/i18n/namespaces';
import type approvals from './locales/en/approvals.json';
import type myWork from './locales/en/my-work.json';
import type projects from './locales/en/projects.json';
import type tasks from './locales/en/tasks.json';
import type time from './locales/en/time.json';

declare module 'i18next' {
  /** One namespace for each feature. */
  interface ResourceNamespaceMap {
    approvals: typeof approvals;
    'my-work': typeof myWork;
    projects: typeof projects;
    tasks: typeof tasks;
    time: typeof time;
  }
}
