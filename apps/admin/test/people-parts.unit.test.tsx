/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../ui/test/support/axe.js';
import { InvitationList } from '../src/features/people/invitation-list.js';
import type { InvitationRowFragment } from '../src/features/people/invitation-row.generated.js';
import { InviteDialog } from '../src/features/people/invite-dialog.js';
import type { MembershipFactsFragment } from '../src/features/people/membership-facts.generated.js';
import { PeopleFilters } from '../src/features/people/people-filters.js';
import { isBeginning } from '../src/features/people/people-rules.js';
import type { PeopleSearch } from '../src/features/people/people-search.js';
import type { RoleFactsFragment } from '../src/features/people/role-facts.generated.js';
import { RoleList } from '../src/features/people/role-list.js';
import { RolesForm } from '../src/features/people/roles-form.js';
import { render } from './support/render.js';

const role = (
  code: string,
  scopes: readonly string[] = [],
  more: Partial<RoleFactsFragment> = {},
): RoleFactsFragment => ({
  __typename: 'Role',
  code,
  kind: 'STAFF',
  scopes,
  conditionalScopes: [],
  ...more,
});
const ROLES = [role('EMPLOYEE'), role('SALES_REP'), role('CLIENT', [], { kind: 'CLIENT' })];

const membership = (more: Partial<MembershipFactsFragment> = {}): MembershipFactsFragment => ({
  __typename: 'Membership',
  id: 'mem_1',
  kind: 'STAFF',
  status: 'ACTIVE',
  roles: ['EMPLOYEE'],
  joinedAt: '2026-01-01T00:00:00Z',
  version: 3,
  viewerCanChangeRoles: true,
  viewerCanDeactivate: true,
  viewerCanReactivate: false,
  viewerCanEndSessions: true,
  client: null,
  ...more,
});

describe('what roles may', () => {
  it('is said in words, and where it holds of the own alone', async () => {
    const auditor = role('AUDITOR', ['identity:security:read', 'made:up'], {
      conditionalScopes: ['made:up'],
    });
    const { container } = render(<RoleList roles={[auditor, role('EMPLOYEE')]} />);
    const region = screen.getByRole('region', { name: 'Auditor' });
    within(region).getByText('Read the audit trail');
    const conditional = within(region)
      .getByText(/made:up/)
      .closest('li');
    expect(conditional?.textContent).not.toBe('made:up');
    expect(within(screen.getByRole('region', { name: 'Employee' })).queryByRole('list')).toBeNull();
    expect(await violationsIn(container)).toEqual([]);
  });
});

describe('the roles of a member', () => {
  it('are those of their side, and are sent with the version that they were seen in', async () => {
    const answer = { __typename: 'P', membership: null, errors: [] };
    const { user, sent } = render(<RolesForm membership={membership()} roles={ROLES} />, {
      data: { membershipChangeRoles: answer },
    });
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Change roles' });
    expect(save.disabled).toBe(true);
    expect(screen.queryByRole('checkbox', { name: /Client/ })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: /^Sales/ }));
    expect(save.disabled).toBe(false);
    await user.click(save);
    await waitFor(() =>
      expect(sent).toEqual([
        { input: { id: 'mem_1', roles: ['EMPLOYEE', 'SALES_REP'], expectedVersion: 3 } },
      ]),
    );
  });

  it('stay as they were chosen where the graph refuses, which is said where they are', async () => {
    const errors = [
      {
        __typename: 'RuleViolation',
        code: 'RULE_VIOLATED',
        message: 'The last one.',
        path: ['input', 'roles'],
      },
    ];
    const { user } = render(<RolesForm membership={membership()} roles={ROLES} />, {
      data: { membershipChangeRoles: { __typename: 'P', membership: null, errors } },
    });
    await user.click(screen.getByRole('checkbox', { name: /^Employee/ }));
    await user.click(screen.getByRole('button', { name: 'Change roles' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The last one.');
    expect(
      screen.getByRole('checkbox', { name: /^Employee/ }).getAttribute('aria-checked'),
    ).not.toBe('true');
  });

  it('are only read by who may not change them', () => {
    render(<RolesForm membership={membership({ viewerCanChangeRoles: false })} roles={ROLES} />);
    expect(screen.queryByRole('button', { name: 'Change roles' })).toBeNull();
    for (const box of screen.getAllByRole<HTMLInputElement>('checkbox'))
      expect(box.disabled).toBe(true);
  });
});

describe('inviting somebody', () => {
  const open = (...answers: Parameters<typeof render>[1][]) => {
    const [onInvited, onClose] = [jest.fn<() => void>(), jest.fn<() => void>()];
    const drawn = render(
      <InviteDialog roles={ROLES} onInvited={onInvited} onClose={onClose} />,
      ...answers.flatMap((answer) => answer ?? []),
    );
    const fill = async () => {
      await drawn.user.type(screen.getByLabelText(/^Name/), 'Ida Winter');
      await drawn.user.type(screen.getByLabelText(/^Email/), 'ida@kiln.test');
      await drawn.user.click(screen.getByRole('checkbox', { name: /^Employee/ }));
      await drawn.user.click(screen.getByRole('button', { name: 'Send invitation' }));
    };
    return { ...drawn, onInvited, onClose, fill };
  };

  it('asks for what is missing before it asks the graph', async () => {
    const { user, sent, onInvited, onClose } = open();
    await user.click(screen.getByRole('button', { name: 'Send invitation' }));
    expect(await screen.findAllByText('Please fill this in.')).toHaveLength(2);
    expect(sent).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onInvited).not.toHaveBeenCalled();
  });

  it('sends name, address and roles to the viewer’s own side', async () => {
    const payload = { __typename: 'P', invitation: null, errors: [] };
    const { fill, sent, onInvited, onClose } = open({ data: { memberInvite: payload } });
    await fill();
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(onInvited).toHaveBeenCalledTimes(1);
    expect(sent).toEqual([
      {
        input: {
          name: 'Ida Winter',
          email: 'ida@kiln.test',
          roles: ['EMPLOYEE'],
          kind: 'STAFF',
        },
      },
    ]);
  });

  it('puts what the graph refuses at its field, and keeps what was typed', async () => {
    const errors = [
      {
        __typename: 'RuleViolation',
        code: 'TAKEN',
        message: 'Is a member already.',
        path: ['input', 'email'],
      },
    ];
    const { fill, onClose } = open({
      data: { memberInvite: { __typename: 'P', invitation: null, errors } },
    });
    await fill();
    await screen.findByText('Is a member already.');
    const email = screen.getByLabelText<HTMLInputElement>(/^Email/);
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(email.value).toBe('ida@kiln.test');
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('invitations', () => {
  const invitation = (more: Partial<InvitationRowFragment> = {}): InvitationRowFragment => ({
    __typename: 'Invitation',
    id: 'ivt_1',
    name: 'Ida',
    email: 'ida@kiln.test',
    kind: 'STAFF',
    roles: ['EMPLOYEE', 'NEWER'],
    status: 'OPEN',
    isExpired: false,
    sentAt: null,
    expiresAt: '2027-01-01T00:00:00Z',
    viewerCanResend: true,
    viewerCanRevoke: true,
    invitedBy: null,
    ...more,
  });

  it('say whom they are for, as what, and whether they still hold', async () => {
    const { container } = render(
      <InvitationList
        onInvite={undefined}
        invitations={[invitation(), invitation({ id: 'ivt_2', name: null, isExpired: true })]}
      />,
    );
    const [open, expired] = screen.getAllByRole('listitem');
    // A role that this version does not know goes by its code.
    expect(open?.textContent).toContain('ida@kiln.test · Employee, NEWER');
    expect(within(expired as HTMLElement).getAllByText(/ida@kiln\.test/).length).toBeGreaterThan(0);
    within(expired as HTMLElement).getByText('Expired: send it again');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('are sent again and revoked where that is allowed', async () => {
    const done = { __typename: 'P', invitation: null, errors: [] };
    const { user, sent } = render(
      <InvitationList
        onInvite={undefined}
        invitations={[
          invitation(),
          invitation({ id: 'ivt_2', name: 'Max', viewerCanResend: false, viewerCanRevoke: false }),
        ]}
      />,
      { data: { invitationResend: done } },
      { data: { invitationRevoke: done } },
    );
    expect(screen.queryByRole('button', { name: /Max$/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Send again Ida' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Revoke Ida' }));
    await waitFor(() => expect(sent).toEqual(Array(2).fill({ input: { id: 'ivt_1' } })));
  });
});

describe('narrowing the people', () => {
  it('waits for a pause in typing, and keeps what else was chosen', async () => {
    const onChange = jest.fn<(next: PeopleSearch) => void>();
    const { user } = render(
      <PeopleFilters search={{ kind: 'STAFF', status: 'SUSPENDED' }} onChange={onChange} />,
    );
    await user.type(screen.getByRole('searchbox'), 'ida ');
    await waitFor(() =>
      expect(onChange.mock.calls).toEqual([
        [{ search: 'ida', kind: 'STAFF', status: 'SUSPENDED' }],
      ]),
    );
  });

  it('begins the list anew where somebody joins, not where roles change', () => {
    expect(isBeginning('identity.UserActivated')).toBe(true);
    expect(isBeginning('identity.UserRolesChanged')).toBe(false);
  });
});
