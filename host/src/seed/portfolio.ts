/** Where a project's life has brought it on the day of seeding. */
export type DemoPhase =
  | 'DISCOVERY'
  | 'PLANNING'
  | 'EXECUTION'
  | 'REVIEW'
  | 'DELIVERY'
  | 'SUPPORT'
  | 'CLOSED'
  | 'CANCELLED';

export interface DemoProject {
  readonly key: string;
  readonly name: string;
  /** Null for work of the firm's own. */
  readonly client: string | null;
  readonly currency: string;
  readonly kind: 'TIME_AND_MATERIALS' | 'FIXED_PRICE' | 'RETAINER' | 'NON_BILLABLE';
  readonly amount: string | null;
  readonly manager: 'mara' | 'tarik';
  readonly team: readonly string[];
  /** Days before the day of seeding; negative lies ahead. */
  readonly starts: number;
  readonly ends: number;
  readonly phase: DemoPhase;
  readonly tasks: readonly string[];
}

const project = (
  key: string,
  name: string,
  client: string | null,
  [kind, amount, currency = 'EUR']: readonly [DemoProject['kind'], string | null, string?],
  manager: DemoProject['manager'],
  team: string,
  [starts, ends]: readonly [number, number],
  phase: DemoPhase,
  tasks: string,
): DemoProject => ({
  key,
  name,
  client,
  kind,
  amount,
  currency,
  manager,
  team: team.split(' '),
  starts,
  ends,
  phase,
  tasks: tasks.split(' | '),
});

export const PROJECTS: readonly DemoProject[] = [
  project(
    'meter',
    'Smart meter roll-out',
    'aurora',
    ['TIME_AND_MATERIALS', '620000.00'],
    'mara',
    'emil nora paul milan',
    [420, -90],
    'EXECUTION',
    'Meter data model | Field app | Provisioning service | Installer training | Grid operator interface | Pilot in Altona | Roll-out wave 1 | Roll-out wave 2',
  ),
  project(
    'grid',
    'Grid data platform',
    'aurora',
    ['TIME_AND_MATERIALS', '380000.00'],
    'mara',
    'lena oskar emil',
    [210, -120],
    'EXECUTION',
    'Ingest of telemetry | Time series store | Forecast service | Operator dashboard | Alert rules | Access by region',
  ),
  project(
    'route',
    'Route planning',
    'beller',
    ['FIXED_PRICE', '96000.00'],
    'mara',
    'ida yara',
    [300, 10],
    'REVIEW',
    'Map service | Driver app | Solver for time windows | Tour review | Acceptance tests',
  ),
  project(
    'warehouse',
    'Warehouse app',
    'beller',
    ['FIXED_PRICE', '52000.00'],
    'mara',
    'paul milan yara',
    [260, -20],
    'EXECUTION',
    'Scanner integration | Picking flow | Stock reconciliation | Label printing | Offline mode',
  ),
  project(
    'calibration',
    'Calibration portal',
    'cassini',
    ['TIME_AND_MATERIALS', '210000.00'],
    'tarik',
    'nora ida',
    [545, 200],
    'CLOSED',
    'Certificate import | Customer sign-in | Calibration planning | Certificate PDF',
  ),
  project(
    'cassini-support',
    'Portal support',
    'cassini',
    ['RETAINER', '60000.00'],
    'tarik',
    'ida',
    [195, -170],
    'SUPPORT',
    'Bug desk | Monthly release | Security updates',
  ),
  project(
    'intake',
    'Patient intake',
    'delta',
    ['TIME_AND_MATERIALS', '260000.00'],
    'tarik',
    'lena oskar',
    [335, 5],
    'DELIVERY',
    'Intake form | HL7 interface | Consent archive | Ward tablet | Handover',
  ),
  project(
    'audit',
    'Data protection audit',
    'delta',
    ['TIME_AND_MATERIALS', '48000.00'],
    'tarik',
    'nora',
    [24, -60],
    'PLANNING',
    'Interviews | Register of processing | Findings',
  ),
  project(
    'campus',
    'Campus portal',
    'escola',
    ['TIME_AND_MATERIALS', '150000.00'],
    'tarik',
    'yara',
    [12, -180],
    'DISCOVERY',
    'Stakeholder interviews | Process map',
  ),
  project(
    'erp',
    'ERP selection',
    'ferro',
    ['FIXED_PRICE', '30000.00'],
    'tarik',
    'oskar',
    [430, 330],
    'CANCELLED',
    'Long list | Process workshop | Short list',
  ),
  project(
    'pricing',
    'Pricing engine',
    'gould',
    ['TIME_AND_MATERIALS', '140000.00', 'GBP'],
    'mara',
    'milan paul',
    [160, -80],
    'EXECUTION',
    'Price rules | Simulation | Store interface | Promotion calendar',
  ),
  project(
    'archive',
    'Research archive',
    'hafen',
    ['TIME_AND_MATERIALS', '120000.00'],
    'tarik',
    'ida lena',
    [240, -40],
    'EXECUTION',
    'Ingest of holdings | Metadata schema | Search | Access rules',
  ),
  project(
    'website',
    'Our website',
    null,
    ['NON_BILLABLE', null],
    'mara',
    'yara nora',
    [500, -60],
    'EXECUTION',
    'Case studies | Careers page | Accessibility',
  ),
  project(
    'academy',
    'Academy',
    null,
    ['NON_BILLABLE', null],
    'tarik',
    'oskar emil paul',
    [545, -365],
    'SUPPORT',
    'TypeScript course | Event sourcing workshop | Reading circle',
  ),
];

export const NOTES: readonly string[] = [
  'Pairing and review',
  'Workshop with the client',
  'Implementation',
  'Tests and fixes',
  'Refinement with the team',
  'Analysis',
  'Documentation',
  'Deployment and checks',
];
