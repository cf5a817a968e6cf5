import {
  accept,
  aggregate,
  type Decision,
  decodeId,
  defineEvents,
  type EventOf,
  encodeId,
  event,
  judge,
  refuse,
  violation,
} from '@nexus/kit/domain';
import { cardDataFindings } from './card-data.js';
import type { PostalAddress, TaxIdStatus } from './parties.js';
import { sameValue } from './same-value.js';

/** The buying side of a client. */
export interface AccountFacts {
  readonly legalName: string;
  readonly address: PostalAddress | null;
  readonly vatId: string | null;
  readonly vatIdStatus: TaxIdStatus;
  readonly currency: string;
  /** Days to pay; null: as the biller says. */
  readonly paymentTerms: number | null;
}

interface BillingAccountRef {
  readonly accountId: string;
  readonly clientId: string;
}

export const billingAccountEvents = defineEvents('billing', {
  BillingAccountOpened: event<BillingAccountRef & AccountFacts>(),
  BillingAccountChanged: event<BillingAccountRef & { readonly changes: Partial<AccountFacts> }>(),
});
export type BillingAccountEvent = EventOf<typeof billingAccountEvents.specs>;

export type BillingAccountState =
  | { readonly status: 'NONE' }
  | ({ readonly status: 'OPEN' } & BillingAccountRef & AccountFacts);

export type BillingAccountCommand =
  | ({ readonly type: 'open' } & BillingAccountRef &
      Omit<AccountFacts, 'vatIdStatus' | 'paymentTerms'>)
  /** The client changed in the register of clients. */
  | { readonly type: 'follow'; readonly changes: Partial<AccountFacts> }
  | {
      readonly type: 'change';
      readonly changes: Partial<Pick<AccountFacts, 'vatId' | 'vatIdStatus' | 'paymentTerms'>>;
    };

/** A changed tax id has to be looked up again. */
function withFreshId(state: AccountFacts, changes: Partial<AccountFacts>): Partial<AccountFacts> {
  const idChanged = changes.vatId !== undefined && changes.vatId !== state.vatId;
  if (!idChanged || changes.vatIdStatus) return changes;
  return { ...changes, vatIdStatus: 'UNCHECKED' };
}

function decide(
  state: BillingAccountState,
  command: BillingAccountCommand,
): Decision<BillingAccountEvent> {
  if (command.type === 'open') {
    const { type: _, ...facts } = command;
    if (state.status === 'OPEN') return accept([]);
    const data = { ...facts, vatIdStatus: 'UNCHECKED' as const, paymentTerms: null };
    return accept([{ type: 'BillingAccountOpened', data }]);
  }
  if (state.status === 'NONE') {
    return refuse(violation('NOT_FOUND', 'There is no such account.', { path: ['id'] }));
  }
  const { accountId, clientId } = state;
  const changes = differing(state, withFreshId(state, command.changes));
  const findings = command.type === 'change' ? changeFindings(changes) : [];
  return judge(findings, () =>
    Object.keys(changes).length === 0
      ? []
      : [{ type: 'BillingAccountChanged', data: { accountId, clientId, changes } }],
  );
}

function differing(state: AccountFacts, changes: Partial<AccountFacts>): Partial<AccountFacts> {
  const changed = Object.entries(changes).filter(
    ([key, value]) => value !== undefined && !sameValue(value, state[key as keyof AccountFacts]),
  );
  return Object.fromEntries(changed);
}

function changeFindings({ vatId, paymentTerms }: Partial<AccountFacts>) {
  const findings = cardDataFindings({ vatId });
  if (typeof vatId === 'string' && !/^[A-Z]{2}[0-9A-Z+*.]{2,13}$/.test(vatId)) {
    const message = 'A tax id begins with its country, "DE123456789".';
    findings.push(violation('INPUT_INVALID', message, { path: ['vatId'] }));
  }
  if (typeof paymentTerms === 'number' && !(paymentTerms >= 0 && paymentTerms <= 365)) {
    findings.push(violation('INPUT_INVALID', '0 to 365 days.', { path: ['paymentTerms'] }));
  }
  return findings;
}

/** The buying side: opens with its client and follows it. */
export const billingAccount = aggregate<
  BillingAccountState,
  BillingAccountCommand,
  BillingAccountEvent
>({
  name: 'billing-account',
  catalogue: billingAccountEvents,
  initial: { status: 'NONE' },
  decide,
  evolve(state, event) {
    if (event.type === 'BillingAccountOpened') return { status: 'OPEN', ...event.data };
    return state.status === 'NONE' ? state : { ...state, ...event.data.changes };
  },
});

/** The account of a client: the same UUID under the account's prefix. Throws RangeError for what is no id. */
export function accountIdOf(clientId: string): string {
  const decoded = decodeId(clientId);
  if (!decoded) throw new RangeError(`Not an id: ${clientId}`);
  return encodeId('BillingAccount', decoded.uuid);
}
