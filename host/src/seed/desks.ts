/** A piece of work that lies on somebody's desk on the day of seeding. */
export interface DeskTask {
  /** The project's key in `portfolio.ts`. */
  readonly project: string;
  readonly title: string;
  /** Who does it, by the key in `firm.ts`. */
  readonly person: string;
  /** In days from the day of seeding; negative is overdue. */
  readonly due: number;
  readonly column: 'To do' | 'In progress' | 'Review';
  readonly priority: 'LOW' | 'MEDIUM' | 'HIGH' | 'URGENT';
  readonly labels?: readonly string[];
  readonly points?: number;
  readonly hours?: number;
  readonly description?: string;
  /** Steps; those that are done come first. */
  readonly steps?: readonly string[];
  readonly stepsDone?: number;
  /** Why it cannot go on. */
  readonly blocked?: string;
  /** What was said about it: who, and what, the newest last. */
  readonly talk?: readonly (readonly [person: string, text: string])[];
}

export const DESKS: readonly DeskTask[] = [
  {
    project: 'meter',
    title: 'Meter readings arrive twice after a restart',
    person: 'emil',
    due: -1,
    column: 'In progress',
    priority: 'URGENT',
    labels: ['bug', 'field app'],
    points: 3,
    hours: 6,
    description:
      'After the app is closed in the middle of a transfer, the last batch is sent again. The grid operator counts it twice.',
    steps: [
      'Find the batch in the log',
      'Send each batch under a key of its own',
      'Try it on a phone without network',
    ],
    stepsDone: 1,
    talk: [
      ['mara', 'Aurora has asked about this on the phone. How far are you?'],
      ['emil', 'I know where it happens. The key goes in today.'],
    ],
  },
  {
    project: 'meter',
    title: 'Show the installer which meters are left in the street',
    person: 'emil',
    due: 0,
    column: 'In progress',
    priority: 'HIGH',
    labels: ['field app'],
    points: 5,
    hours: 12,
    steps: ['List by house number', 'Mark what is done', 'Work without network'],
    stepsDone: 2,
  },
  {
    project: 'meter',
    title: 'Answer the grid operator about time stamps',
    person: 'emil',
    due: 2,
    column: 'To do',
    priority: 'MEDIUM',
    labels: ['interface'],
    blocked: 'The operator has to say which time zone its counters run in.',
  },
  {
    project: 'meter',
    title: 'Plan the vans of wave 1',
    person: 'nora',
    due: 5,
    column: 'To do',
    priority: 'MEDIUM',
    labels: ['roll-out'],
  },
  {
    project: 'meter',
    title: 'Try the provisioning of 500 meters at once',
    person: 'paul',
    due: 3,
    column: 'Review',
    priority: 'HIGH',
    labels: ['provisioning'],
    points: 8,
    talk: [
      ['paul', 'It takes four minutes now. Somebody with fresh eyes should look at the retries.'],
    ],
  },
  {
    project: 'meter',
    title: 'Prepare the steering committee',
    person: 'mara',
    due: 1,
    column: 'In progress',
    priority: 'HIGH',
    labels: ['steering'],
    steps: ['Figures of the month', 'Risks', 'What Aurora has to decide'],
    stepsDone: 1,
  },
  {
    project: 'grid',
    title: 'Keep alert rules of one region away from the next',
    person: 'emil',
    due: 6,
    column: 'To do',
    priority: 'MEDIUM',
    labels: ['alerts'],
    points: 5,
  },
  {
    project: 'grid',
    title: 'Draw the load curve without a gap at the change of hour',
    person: 'lena',
    due: 4,
    column: 'In progress',
    priority: 'HIGH',
    labels: ['dashboard'],
    points: 3,
  },
  {
    project: 'grid',
    title: 'Measure the forecast against last winter',
    person: 'oskar',
    due: 8,
    column: 'Review',
    priority: 'LOW',
    labels: ['forecast'],
  },
  {
    project: 'warehouse',
    title: 'Labels for pallets with two articles',
    person: 'milan',
    due: 2,
    column: 'In progress',
    priority: 'HIGH',
    labels: ['labels'],
  },
  {
    project: 'warehouse',
    title: 'Say what happens when a scanner is lost',
    person: 'mara',
    due: -2,
    column: 'To do',
    priority: 'MEDIUM',
    labels: ['operations'],
  },
  {
    project: 'pricing',
    title: 'Round prices as the shops do',
    person: 'paul',
    due: 3,
    column: 'In progress',
    priority: 'MEDIUM',
    labels: ['rules'],
  },
  {
    project: 'archive',
    title: 'Search finds umlauts however they are written',
    person: 'ida',
    due: 1,
    column: 'Review',
    priority: 'MEDIUM',
    labels: ['search'],
  },
  {
    project: 'website',
    title: 'Case study: one graph for Aurora',
    person: 'yara',
    due: 9,
    column: 'In progress',
    priority: 'LOW',
    labels: ['content'],
    talk: [['nora', 'The quote from Clara is approved.']],
  },
];
