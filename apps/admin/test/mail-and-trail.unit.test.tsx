/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../ui/test/support/axe.js';
import { AuditFilters } from '../src/features/audit/audit-filters.js';
import type { AuditRowFragment } from '../src/features/audit/audit-row.generated.js';
import type { AuditSearch } from '../src/features/audit/audit-search.js';
import { ChangeList } from '../src/features/audit/change-list.js';
import { EntryDrawer } from '../src/features/audit/entry-drawer.js';
import type { DevMailRowFragment } from '../src/features/mail/dev-mail-row.generated.js';
import { MailList } from '../src/features/mail/mail-list.js';
import { MailPage } from '../src/features/mail/mail-page.js';
import { MailView } from '../src/features/mail/mail-view.js';
import { render } from './support/render.js';

const mail = (more: Partial<DevMailRowFragment> = {}): DevMailRowFragment => ({
  __typename: 'DevMail',
  id: 'mai_1',
  from: 'Nexus <nexus@localhost>',
  to: 'ida@kiln.test',
  subject: 'Kiln invites you',
  text: 'Join here:\n\nhttps://nexus.test/sign-in/accept#token=abc\n\n<b>Bye</b>',
  createdAt: '2026-11-21T09:00:00Z',
  ...more,
});
const box = (...nodes: DevMailRowFragment[]) => ({
  data: {
    devMailbox: {
      __typename: 'DevMailConnection',
      totalCount: nodes.length,
      nodes,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  },
});

describe('a mail', () => {
  it('is shown as its reader would have it, its link ready, its markup as text', async () => {
    const { container } = render(<MailView mail={mail()} />);
    const article = screen.getByRole('article', { name: 'Kiln invites you' });
    expect(article.textContent).toContain('From Nexus <nexus@localhost>');
    expect(article.textContent).toContain('To ida@kiln.test');
    const link = within(article).getByRole('link');
    expect(link.getAttribute('href')).toBe('https://nexus.test/sign-in/accept#token=abc');
    expect(link.getAttribute('rel')).toContain('noreferrer');
    expect(article.querySelector('b')).toBeNull();
    expect(article.textContent).toContain('<b>Bye</b>');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('is chosen of a list, which says which one is shown', async () => {
    const onShow = jest.fn();
    const { user } = render(
      <MailList
        mails={[mail(), mail({ id: 'mai_2', subject: 'Receipt' })]}
        shownId="mai_1"
        onShow={onShow}
      />,
    );
    const [shown, other] = screen.getAllByRole('button');
    expect(shown?.getAttribute('aria-current')).toBe('true');
    expect(other?.getAttribute('aria-current')).toBe('false');
    await user.click(other as HTMLElement);
    expect(onShow.mock.calls).toEqual([['mai_2']]);
  });
});

describe('the mailbox', () => {
  it('shows the newest mail, another one when it is chosen, and what arrives meanwhile', async () => {
    const receipt = mail({ id: 'mai_2', subject: 'Receipt', text: 'Thank you.' });
    const newer = mail({ id: 'mai_3', subject: 'A new password' });
    const { user } = render(<MailPage />, box(mail(), receipt), box(newer, mail(), receipt));
    await screen.findByRole('article', { name: 'Kiln invites you' });
    await user.click(screen.getByRole('button', { name: /^Receipt/ }));
    screen.getByRole('article', { name: 'Receipt' });
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    await screen.findByRole('button', { name: /^A new password/ });
    screen.getByRole('article', { name: 'Receipt' });
  });

  it('says what would fill it where it is empty', async () => {
    render(<MailPage />, box());
    await screen.findByText('No mail yet');
  });

  it('says that mails leave the house where they do', async () => {
    render(<MailPage />, { data: { devMailbox: null } });
    await screen.findByText(/handed to a mail server/);
    expect(screen.queryByRole('button', { name: 'Look again' })).toBeNull();
  });
});

describe('what an entry tells', () => {
  type Change = NonNullable<Parameters<typeof ChangeList>[0]['changes']>[number];
  const change = (field: string, value: unknown, state: Change['state'] = 'SHOWN') =>
    ({ __typename: 'AuditChange', field, value, state }) as Change;

  it('is shown by field; what is kept from the reader says why', () => {
    const { container } = render(
      <ChangeList
        changes={[
          change('name', 'Orion'),
          change('terms', 14),
          change('parent', null),
          change('email', null, 'HIDDEN'),
          change('phone', null, 'ERASED'),
        ]}
      />,
    );
    const rows = [...container.querySelectorAll('dl > div')].map((row) => row.textContent);
    expect(rows).toEqual([
      'nameOrion',
      'terms14',
      'parent–',
      'emailnot for you to see',
      'phoneerased on the person’s demand',
    ]);
  });

  it('may be nothing, or not for the reader', () => {
    const { unmount } = render(<ChangeList changes={[]} />);
    screen.getByText('Only that it happened.');
    unmount();
    render(<ChangeList changes={null} />);
    screen.getByText('You may not read what this domain tells.');
  });
});

describe('an entry', () => {
  const entry = (id: string, more: Partial<AuditRowFragment> = {}): AuditRowFragment => ({
    __typename: 'AuditEntry',
    id,
    occurredAt: '2026-11-21T09:00:00Z',
    domain: 'crm',
    type: 'crm.ClientCreated',
    summary: 'Client created',
    objectId: 'cli_1',
    correlationId: 'r-7',
    actor: {
      __typename: 'AuditActor',
      type: 'USER',
      service: null,
      user: { __typename: 'User', id: 'usr_1', name: 'Mara' },
    },
    object: { __typename: 'Client', id: 'cli_1', name: 'Orion' },
    ...more,
  });
  const account = entry('aud_2', {
    domain: 'billing',
    type: 'billing.BillingAccountOpened',
    summary: 'Billing account opened',
    actor: { __typename: 'AuditActor', type: 'SERVICE', service: 'billing', user: null },
  });
  const answers = (...related: AuditRowFragment[]) =>
    [
      { data: { node: { ...entry('aud_1'), changes: [] } } },
      { data: { auditTrail: { __typename: 'AuditEntryConnection', nodes: related } } },
    ] as const;
  const open = (...related: AuditRowFragment[]) => {
    const [onOpen, onNarrow] = [jest.fn(), jest.fn()];
    const drawn = render(
      <EntryDrawer id="aud_1" onOpen={onOpen} onNarrow={onNarrow} onClose={() => undefined} />,
      ...answers(...related),
    );
    return { ...drawn, onOpen, onNarrow };
  };

  it('brings what else came of the same request, and leads there', async () => {
    const { user, sent, onOpen } = open(account, entry('aud_1'));
    const region = await screen.findByRole('region', { name: 'What else came of it' });
    const other = await within(region).findByRole('button', { name: /^Billing account opened/ });
    expect(sent).toEqual([{ id: 'aud_1' }, { correlationId: 'r-7' }]);
    expect(within(region).queryByRole('button', { name: /^Client created/ })).toBeNull();
    await user.click(other);
    expect(onOpen.mock.calls).toEqual([['aud_2']]);
  });

  it('narrows the trail to its object, its person or its request', async () => {
    const { user, onNarrow } = open();
    await screen.findByText('Nothing else.');
    await user.click(screen.getByRole('button', { name: 'All about this object' }));
    await user.click(screen.getByRole('button', { name: 'All of this person' }));
    await user.click(screen.getByRole('button', { name: 'All of this request' }));
    expect(onNarrow.mock.calls).toEqual([
      [{ object: 'cli_1' }],
      [{ person: 'usr_1' }],
      [{ request: 'r-7' }],
    ]);
  });

  it('is taken out of the address filter by filter', async () => {
    const onChange = jest.fn<(next: AuditSearch) => void>();
    const people = { data: { users: { __typename: 'UserConnection', nodes: [] } } };
    const { user } = render(
      <AuditFilters search={{ object: 'cli_1', request: 'r-7' }} onChange={onChange} />,
      people,
    );
    await user.click(screen.getByRole('button', { name: /^Remove filter: Request/ }));
    await waitFor(() => expect(onChange.mock.calls).toEqual([[{ object: 'cli_1' }]]));
  });
});
