import { checkText, isCurrency, type Violation, violation } from '@nexus/kit/domain';
import type { AddressData, ClientChanges } from '../../events.d.ts';

const VAT_ID = /^[A-Z]{2}[0-9A-Z+*.]{2,12}$/;
const COUNTRY = /^[A-Z]{2}$/;
const MAX_TAGS = 20;

function checkAddress(address: AddressData): Violation[] {
  const country = COUNTRY.test(address.country)
    ? []
    : [
        violation('INPUT_INVALID', 'A country is named by two capital letters (ISO 3166-1).', {
          path: ['address', 'country'],
        }),
      ];
  return [
    ...checkText(address.line1, ['address', 'line1'], { max: 200 }),
    ...checkText(address.line2, ['address', 'line2'], { max: 200, required: false }),
    ...checkText(address.postcode, ['address', 'postcode'], { max: 20 }),
    ...checkText(address.city, ['address', 'city'], { max: 100 }),
    ...checkText(address.region, ['address', 'region'], { max: 100, required: false }),
    ...country,
  ];
}

/** What is wrong with the facts of a client, created or changed. */
export function checkClientFacts(facts: ClientChanges): Violation[] {
  const findings: Violation[] = [];
  if (facts.name !== undefined) findings.push(...checkText(facts.name, ['name'], { max: 200 }));
  findings.push(
    ...checkText(facts.legalName, ['legalName'], { max: 200, required: false }),
    ...checkText(facts.industry, ['industry'], { max: 100, required: false }),
  );
  if (facts.currency !== undefined && !isCurrency(facts.currency)) {
    findings.push(
      violation('CURRENCY_UNKNOWN', 'This is no ISO 4217 currency.', { path: ['currency'] }),
    );
  }
  if (facts.vatId && !VAT_ID.test(facts.vatId)) {
    findings.push(
      violation('INPUT_INVALID', 'A VAT id is two letters and 2 to 12 characters.', {
        path: ['vatId'],
      }),
    );
  }
  if (facts.address) findings.push(...checkAddress(facts.address));
  if (facts.tags && facts.tags.length > MAX_TAGS) {
    findings.push(
      violation('BATCH_TOO_LARGE', `At most ${MAX_TAGS} tags.`, {
        path: ['tags'],
        meta: { max: MAX_TAGS },
      }),
    );
  }
  for (const [i, tag] of (facts.tags ?? []).entries())
    findings.push(...checkText(tag, ['tags', String(i)], { max: 40 }));
  return findings;
}
