import '@nexus/ui/i18n/namespaces';
import type company from './locales/en/company.json';
import type home from './locales/en/home.json';
import type invoices from './locales/en/invoices.json';
import type payment from './locales/en/payment.json';
import type projects from './locales/en/projects.json';

declare module 'i18next' {
  /** One namespace for each feature. */
  interface ResourceNamespaceMap {
    company: typeof company;
    home: typeof home;
    invoices: typeof invoices;
    payment: typeof payment;
    projects: typeof projects;
  }
}
