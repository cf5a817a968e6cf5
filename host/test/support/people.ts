/** Kept by every rule for passwords. */
const PASSWORD = 'lantern ferry copper 79 quiet';

const staff = <Key extends string>(slug: string, key: Key, name: string, role: string) => ({
  key,
  name,
  email: `${key}@${slug}.example`,
  password: PASSWORD,
  kind: 'STAFF',
  roles: [role],
});

const firm = <Slug extends string>(slug: Slug, name: string) => ({
  slug,
  name,
  timeZone: 'Europe/Berlin',
  locale: 'de-DE',
  currency: 'EUR',
  country: 'DE',
});

/** Two firms that must never learn of each other. The first has somebody in every role. */
export const CAST = {
  operator: { email: 'op@nexus.example', name: 'Olga Petrov', password: PASSWORD },
  tenants: [
    {
      ...firm('north', 'Nordlicht GmbH'),
      people: [
        staff('north', 'admin', 'Anke Brandt', 'TENANT_ADMIN'),
        staff('north', 'manager', 'Mara Lindner', 'ENGAGEMENT_MANAGER'),
        staff('north', 'deputy', 'Tarik Yilmaz', 'ENGAGEMENT_MANAGER'),
        staff('north', 'planner', 'Pia Sanders', 'PROJECT_MANAGER'),
        staff('north', 'employee', 'Emil Vogt', 'EMPLOYEE'),
        staff('north', 'colleague', 'Nora Weiss', 'EMPLOYEE'),
        staff('north', 'finance', 'Felix Roth', 'FINANCE_ADMIN'),
        staff('north', 'auditor', 'Ada Kramer', 'AUDITOR'),
      ],
    },
    {
      ...firm('south', 'Südwind GmbH'),
      people: [
        staff('south', 'admin', 'Bela Sommer', 'TENANT_ADMIN'),
        staff('south', 'manager', 'Lena Haddad', 'ENGAGEMENT_MANAGER'),
        staff('south', 'employee', 'Paul Novak', 'EMPLOYEE'),
      ],
    },
  ],
} as const;

type Tenants = (typeof CAST)['tenants'];
export type Slug = Tenants[number]['slug'];
export type PersonKey = Tenants[0]['people'][number]['key'];

export interface Person {
  readonly userId: string;
  readonly membershipId: string;
  readonly email: string;
  readonly password: string;
}

export interface ProvisionedTenant {
  readonly id: string;
  readonly uuid: string;
  readonly people: Readonly<Record<PersonKey, Person>>;
}

export type Provisioned = Readonly<Record<Slug, ProvisionedTenant>>;
