/** A postal address as invoices print it. */
export interface PostalAddress {
  readonly line1: string;
  readonly line2: string | null;
  readonly postcode: string;
  readonly city: string;
  /** State or province, needed where taxes differ by it ("NY"). */
  readonly region: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Whether an id number was found in the tax authority's register. */
export type TaxIdStatus = 'VALID' | 'INVALID' | 'UNCHECKED';

/** The seller as an invoice names it; fixed at finalize. */
export interface Seller {
  readonly legalName: string;
  readonly address: PostalAddress | null;
  readonly country: string;
  readonly vatId: string | null;
  readonly bank: BankDetails | null;
}

/** The buyer as an invoice names it; fixed at finalize. */
export interface Buyer {
  readonly legalName: string;
  readonly address: PostalAddress | null;
  readonly vatId: string | null;
}

/** Where a bank transfer goes. */
export interface BankDetails {
  readonly holder: string;
  readonly iban: string;
  readonly bic: string | null;
}
