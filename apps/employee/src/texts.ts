import '@nexus/ui/i18n/namespaces';
import type myWork from './locales/en/my-work.json';
import type projects from './locales/en/projects.json';
import type tasks from './locales/en/tasks.json';

declare module 'i18next' {
  /** One namespace for each feature. */
  interface ResourceNamespaceMap {
    'my-work': typeof myWork;
    projects: typeof projects;
    tasks: typeof tasks;
  }
}
