/** Names of the consumers that requests wait for, so that what was done a moment ago counts. */
export const BILLING_SELLER = 'billing.open-biller';
export const BILLING_ACCOUNTS = 'billing.open-accounts';
export const BILLING_ITEMS = 'billing.record-items';
export const BILLING_DOCUMENTS = 'billing.render-documents';
export const BILLING_TAXES = 'billing.retax-drafts';
