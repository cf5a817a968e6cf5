import { useTranslation } from 'react-i18next';

interface Address {
  readonly line1?: string | null;
  readonly line2?: string | null;
  readonly postcode?: string | null;
  readonly city?: string | null;
  readonly region?: string | null;
  /** ISO 3166-1 alpha-2; shown in words. */
  readonly country?: string | null;
}

export interface AddressLinesProps {
  /** Whom it belongs to, above it. */
  readonly name?: string | null | undefined;
  readonly address: Address | null | undefined;
}

/** An address as it stands on a letter; what is not known has no line. */
export function AddressLines({ name, address }: AddressLinesProps) {
  const { i18n } = useTranslation('ui');
  const { line1, line2, postcode, city, region, country } = address ?? {};
  const place = [postcode, city].filter(Boolean).join(' ');
  const land = country && countryName(country, i18n.language);
  return [name, line1, line2, place, region, land].filter(Boolean).map((line) => (
    <span key={line} className="block [overflow-wrap:anywhere]">
      {line}
    </span>
  ));
}

/** What is no code of a country stands for itself. */
function countryName(code: string, language: string): string {
  const isCode = /^[A-Z]{2}$/.test(code);
  return (isCode && new Intl.DisplayNames([language], { type: 'region' }).of(code)) || code;
}
