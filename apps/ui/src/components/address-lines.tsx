interface Address {
  readonly line1?: string | null;
  readonly line2?: string | null;
  readonly postcode?: string | null;
  readonly city?: string | null;
  readonly country?: string | null;
}

export interface AddressLinesProps {
  /** Whom it belongs to, above it. */
  readonly name?: string | null | undefined;
  readonly address: Address | null | undefined;
}

/** An address as it stands on a letter; what is not known has no line. */
export function AddressLines({ name, address }: AddressLinesProps) {
  const { line1, line2, postcode, city, country } = address ?? {};
  const place = [postcode, city].filter(Boolean).join(' ');
  return [name, line1, line2, place, country].filter(Boolean).map((line) => (
    <span key={line} className="block [overflow-wrap:anywhere]">
      {line}
    </span>
  ));
}
