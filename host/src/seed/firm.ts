/** The demo tenant: a services firm in Berlin. Days count back from the day of seeding. */
export const FIRM = {
  name: 'Halden & Roth',
  slug: 'halden',
  timeZone: 'Europe/Berlin',
  locale: 'de-DE',
  currency: 'EUR',
  country: 'DE',
} as const;

export const HISTORY_DAYS = 548;

export interface Person {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  /** Shown as a sign-in of the demo, under this name. */
  readonly shows?: 'admin' | 'manager' | 'employee' | 'finance';
  /** Hours a working day holds; none for who books no time. */
  readonly hours: number;
}

const person = (
  key: string,
  name: string,
  role: string,
  hours: number,
  shows?: Person['shows'],
): Person => ({
  key,
  name,
  role,
  hours,
  email: `${key}@halden.example`,
  ...(shows && { shows }),
});

export const STAFF: readonly Person[] = [
  person('jonas', 'Jonas Halden', 'TENANT_ADMIN', 0, 'admin'),
  person('mara', 'Mara Lindner', 'ENGAGEMENT_MANAGER', 4, 'manager'),
  person('tarik', 'Tarik Yilmaz', 'ENGAGEMENT_MANAGER', 4),
  person('felix', 'Felix Roth', 'FINANCE_ADMIN', 0, 'finance'),
  person('emil', 'Emil Brandt', 'EMPLOYEE', 8, 'employee'),
  person('nora', 'Nora Vogel', 'EMPLOYEE', 8),
  person('lena', 'Lena Sommer', 'EMPLOYEE', 8),
  person('oskar', 'Oskar Weiss', 'EMPLOYEE', 8),
  person('ida', 'Ida Kramer', 'EMPLOYEE', 8),
  person('paul', 'Paul Neumann', 'EMPLOYEE', 8),
  person('yara', 'Yara Haddad', 'EMPLOYEE', 6),
  person('milan', 'Milan Novak', 'EMPLOYEE', 8),
];

export interface DemoClient {
  readonly key: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly lifecycle: 'PROSPECT' | 'ONBOARDING' | 'ACTIVE' | 'PAST';
  /** Days from due date to payment; null never pays by itself. */
  readonly paysAfter: number | null;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
}

const address = (line1: string, postcode: string, city: string, country: string) => ({
  line1,
  postcode,
  city,
  country,
});

export const CLIENTS: readonly DemoClient[] = [
  {
    key: 'aurora',
    input: {
      name: 'Aurora Energie AG',
      currency: 'EUR',
      segment: 'ENTERPRISE',
      industry: 'Energy',
      vatId: 'DE811907980',
      address: address('Speicherstadt 12', '20457', 'Hamburg', 'DE'),
      tags: ['key account'],
    },
    lifecycle: 'ACTIVE',
    paysAfter: -6,
    contact: { name: 'Clara Petersen', email: 'clara@aurora.example', phone: '+494012345601' },
  },
  {
    key: 'beller',
    input: {
      name: 'Beller Logistik GmbH',
      currency: 'EUR',
      segment: 'SMB',
      industry: 'Logistics',
      address: address('Hafenstraße 4', '28217', 'Bremen', 'DE'),
    },
    lifecycle: 'ACTIVE',
    paysAfter: 9,
    contact: { name: 'Bernd Beller', email: 'bernd@beller.example', phone: '+494212345602' },
  },
  {
    key: 'cassini',
    input: {
      name: 'Cassini Instruments SAS',
      currency: 'EUR',
      segment: 'ENTERPRISE',
      industry: 'Instruments',
      vatId: 'FR40303265045',
      address: address('18 quai Perrache', '69002', 'Lyon', 'FR'),
    },
    lifecycle: 'ACTIVE',
    paysAfter: -2,
    contact: { name: 'Amélie Durand', email: 'amelie@cassini.example', phone: '+33412345603' },
  },
  {
    key: 'delta',
    input: {
      name: 'Delta Klinikverbund',
      currency: 'EUR',
      segment: 'ENTERPRISE',
      industry: 'Healthcare',
      address: address('Parkallee 80', '50678', 'Köln', 'DE'),
    },
    lifecycle: 'ACTIVE',
    paysAfter: 21,
    contact: { name: 'Dr. Sabine Falk', email: 'falk@delta.example', phone: '+492211234504' },
  },
  {
    key: 'escola',
    input: {
      name: 'Escola Norte',
      currency: 'EUR',
      segment: 'UNIVERSITY',
      industry: 'Education',
      address: address('Rua do Campo Alegre 55', '4150-180', 'Porto', 'PT'),
    },
    lifecycle: 'ONBOARDING',
    paysAfter: null,
    contact: { name: 'Rui Almeida', email: 'rui@escola.example', phone: '+351221234505' },
  },
  {
    key: 'ferro',
    input: {
      name: 'Ferro Metales SL',
      currency: 'EUR',
      segment: 'SMB',
      industry: 'Manufacturing',
      vatId: 'ESB58378431',
      address: address('Calle de Alcalá 210', '28028', 'Madrid', 'ES'),
    },
    lifecycle: 'PAST',
    paysAfter: 4,
    contact: { name: 'Lucía Ferro', email: 'lucia@ferro.example', phone: '+34911234506' },
  },
  {
    key: 'gould',
    input: {
      name: 'Gould & Hart Ltd',
      currency: 'GBP',
      segment: 'SMB',
      industry: 'Retail',
      address: address('7 Clerkenwell Road', 'EC1M 5PA', 'London', 'GB'),
    },
    lifecycle: 'ACTIVE',
    paysAfter: 2,
    contact: { name: 'Harriet Gould', email: 'harriet@gould.example', phone: '+442012345607' },
  },
  {
    key: 'hafen',
    input: {
      name: 'Hafenuniversität',
      currency: 'EUR',
      segment: 'UNIVERSITY',
      industry: 'Education',
    },
    lifecycle: 'ACTIVE',
    paysAfter: null,
    contact: { name: 'Prof. Jan Evers', email: 'evers@hafen.example', phone: '+494031234508' },
  },
];
