import '@nexus/ui/i18n/namespaces';
import type approvals from './locales/en/approvals.json';
import type clients from './locales/en/clients.json';
import type invoices from './locales/en/invoices.json';
import type myWork from './locales/en/my-work.json';
import type project from './locales/en/project.json';
import type projects from './locales/en/projects.json';
import type tasks from './locales/en/tasks.json';
import type time from './locales/en/time.json';

declare module 'i18next' {
  /** One namespace for each feature. */
  interface ResourceNamespaceMap {
    approvals: typeof approvals;
    clients: typeof clients;
    invoices: typeof invoices;
    'my-work': typeof myWork;
    project: typeof project;
    projects: typeof projects;
    tasks: typeof tasks;
    time: typeof time;
  }
}
