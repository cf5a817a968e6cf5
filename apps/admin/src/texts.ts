import '@nexus/ui/i18n/namespaces';
import type audit from './locales/en/audit.json';
import type branding from './locales/en/branding.json';
import type health from './locales/en/health.json';
import type mail from './locales/en/mail.json';
import type people from './locales/en/people.json';
import type rates from './locales/en/rates.json';
import type settings from './locales/en/settings.json';

declare module 'i18next' {
  /** One namespace for each feature. */
  interface ResourceNamespaceMap {
    audit: typeof audit;
    branding: typeof branding;
    health: typeof health;
    mail: typeof mail;
    people: typeof people;
    rates: typeof rates;
    settings: typeof settings;
  }
}
