/** Somebody of the demo, by the role that the sign-in page shows; in a test whoever plays that part. */
export type Persona = 'operator' | 'admin' | 'manager' | 'employee' | 'finance' | 'client';

/** Something on a page, as people find it. */
export interface Sight {
  readonly role: 'button' | 'dialog' | 'heading' | 'row';
  /** Its name or a part of it. */
  readonly name: string;
}

/** Something that the demo holds, and where it is found: its address contains an id that nobody knows beforehand. */
export interface Place {
  /** The page that leads to it. */
  readonly at: string;
  /** What stands in the address of the first link that does. */
  readonly link: string;
}

/** One screen of a portal. */
export interface Screen {
  readonly portal: 'sign-in' | 'employee' | 'client' | 'admin';
  /** What its picture is called, with the portal before it. */
  readonly name: string;
  /** Below the server's address; `{project}` stands for the address of that place. */
  readonly path: string;
  /** Who looks at it; nobody of the sign-in pages, before which nobody is signed in. */
  readonly persona?: Persona;
  /** What `path` names, and what the pages of these name, those first. */
  readonly places?: Readonly<Record<string, Place>>;
  /** Pressed one after the other, once the page stands. */
  readonly press?: readonly Sight[];
  /** What must stand there before anybody looks. */
  readonly shows: Sight;
  /** One of those that are pictured on a phone, too. */
  readonly isMain?: boolean;
}

const heading = (name: string): Sight => ({ role: 'heading', name });
const dialog = (name: string): Sight => ({ role: 'dialog', name });
const row = (name: string): Sight => ({ role: 'row', name });
const button = (name: string): Sight => ({ role: 'button', name });
const main = { isMain: true } as const;

const of =
  (portal: Screen['portal'], persona?: Persona) =>
  (
    name: string,
    path: string,
    shows: Sight,
    more: Partial<Pick<Screen, 'places' | 'press' | 'isMain'>> = {},
  ): Screen => ({
    ...{ portal, name, path: path.startsWith('/') ? `/${portal}${path}` : path, shows },
    ...(persona && { persona }),
    ...more,
  });

const visitor = of('sign-in');
const manager = of('employee', 'manager');
const worker = of('employee', 'employee');
const client = of('client', 'client');
const admin = of('admin', 'admin');
const operator = of('admin', 'operator');

const project = { at: '/employee/projects?search=Smart', link: '/employee/projects/prj_' };
const company = { at: '/employee/clients?search=Aurora', link: '/employee/clients/cli_' };
const issued = { at: '/employee/invoices?state=OPEN', link: '/employee/invoices/inv_' };
const draft = { at: '/employee/invoices?state=DRAFT', link: '/employee/invoices/inv_' };
const task = { at: '/employee/', link: '/employee/?task=tsk_' };
const ours = { at: '/client/projects', link: '/client/projects/prj_' };
const due = { at: '/client/invoices?state=due', link: '/client/invoices/inv_' };
const paid = { at: '/client/invoices?state=paid', link: '/client/invoices/inv_' };
const receipt = { at: '{paid}', link: '/receipts/pay_' };
const shared = { at: '{ours}', link: '?task=tsk_' };

/** Every screen of every portal. */
export const SCREENS: readonly Screen[] = [
  visitor('sign-in', '/', heading('Sign in'), main),
  visitor('forgotten-password', '/forgot', heading('Forgot your password?')),
  visitor('new-password', '/reset#token=made-up', heading('Set a new password')),
  visitor('invitation', '/accept#token=made-up', heading('Accept an invitation')),

  manager('my-work', '/', heading('My work'), main),
  manager('projects', '/projects', heading('Projects'), main),
  manager('project-new', '/projects/new', heading('New project')),
  manager('project', '{project}', heading('Profitability'), { places: { project }, ...main }),
  manager('board', '{project}/board', heading('To do'), { places: { project }, ...main }),
  manager('time', '/time', heading('Time'), main),
  manager('approvals', '/approvals', heading('Approvals'), main),
  manager('clients', '/clients', heading('Clients'), main),
  manager('client-new', '/clients', dialog('New client'), { press: [button('New client')] }),
  manager('client', '{company}', heading('What they owe'), { places: { company } }),
  manager('invoices', '/invoices', heading('Invoices'), main),
  manager('unbilled', '/invoices/unbilled', button('Draft invoice'), main),
  manager('invoice', '{issued}', heading('History'), { places: { issued }, ...main }),
  manager('invoice-draft', '{draft}', button('Finalize'), { places: { draft } }),
  manager('account', '/account', heading('Signed in at')),
  worker('my-work-of-employee', '/', heading('My work')),
  worker('task', '{task}', heading('Checklist'), { places: { task }, ...main }),

  client('home', '/', heading('Waiting for you'), main),
  client('projects', '/projects', heading('Projects'), main),
  client('project', '{ours}', heading('Milestones'), { places: { ours }, ...main }),
  client('invoices', '/invoices', heading('Invoices'), main),
  client('invoice', '{due}', heading('Totals'), { places: { due }, ...main }),
  client('task', '{shared}', button('Close'), { places: { ours, shared } }),
  client('pay', '{due}/pay', heading('Card'), { places: { due }, ...main }),
  client('receipt', '{receipt}', heading('Receipt'), { places: { paid, receipt } }),
  client('company', '/company', heading('People')),
  client('account', '/account', heading('Signed in at')),

  admin('health', '/health', heading('Jobs'), main),
  admin('people', '/people', heading('People and roles'), main),
  admin('person', '/people', dialog('Emil'), { press: [row('Emil')] }),
  admin('invitations', '/people?tab=invitations', heading('People and roles')),
  admin('roles', '/people?tab=roles', heading('Administrator')),
  admin('settings', '/settings', heading('Passwords')),
  admin('branding', '/branding', heading('Preview'), main),
  admin('rates', '/rates', heading('Seller')),
  admin('audit', '/audit', heading('Audit trail'), main),
  admin('audit-entry', '/audit', dialog('Invoice'), { press: [row('Invoice')] }),
  admin('mail', '/mail', heading('Mailbox')),
  admin('account', '/account', heading('Signed in at')),
  operator('platform', '/health', heading('Health')),
];
