import { localDate, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { BILLER_ID, type BillerSettings, biller } from '../domain/biller.aggregate.js';
import { type AccountFacts, billingAccount } from '../domain/billing-account.aggregate.js';
import type { Buyer, Seller } from '../domain/parties.js';
import { decideTax, type TaxTreatment } from '../domain/tax-decision.js';

/** Both sides of an invoice as they are now, and the tax that follows. */
export interface Parties {
  readonly settings: BillerSettings;
  readonly account: AccountFacts & { readonly accountId: string };
  readonly seller: Seller;
  readonly buyer: Buyer;
  /** Today by the seller's calendar: the day of issue and the tax point. */
  readonly today: string;
  readonly tax: TaxTreatment;
}

/** The tenant's settings as a seller; refuses where it has none yet. */
export async function sellerOf(tx: WriteSession): Promise<BillerSettings & { today: string }> {
  const { state } = await tx.load(biller, BILLER_ID);
  if (state.status !== 'SET') {
    return tx.refuse(violation('BILLER_NOT_CONFIGURED', 'Set up the seller first.'));
  }
  return { ...state, today: localDate(tx.ctx.now, state.timeZone) };
}

export async function partiesOf(tx: WriteSession, accountId: string): Promise<Parties> {
  const { today, ...settings } = await sellerOf(tx);
  const { state: account } = await tx.load(billingAccount, accountId);
  if (account.status === 'NONE') {
    const detail = { path: ['clientId'] };
    return tx.refuse(violation('REFERENCE_UNKNOWN', 'There is no such client.', detail));
  }
  const { legalName, address, country, vatId, bank } = settings;
  const tax = decideTax(
    {
      country,
      region: address?.region ?? null,
      registrations: settings.registrations,
      oneStopShop: settings.oneStopShop,
      rates: settings.taxRates,
    },
    { address: account.address, vatId: account.vatId, vatIdStatus: account.vatIdStatus },
    today,
  );
  return {
    settings,
    account,
    seller: { legalName, address, country, vatId, bank },
    buyer: { legalName: account.legalName, address: account.address, vatId: account.vatId },
    today,
    tax,
  };
}
