interface BrandLogoProps {
  /** What the tenant calls itself. */
  readonly name: string;
  readonly logoUrl?: string | null | undefined;
  /** For dark surfaces; the other one serves for both where there is none. */
  readonly darkLogoUrl?: string | null | undefined;
}

const SIZE = 'h-7 w-auto max-w-40 object-contain object-left';

/** The logo that suits the theme, or the name where there is none. */
export function BrandLogo({ name, logoUrl, darkLogoUrl }: BrandLogoProps) {
  if (!logoUrl && !darkLogoUrl) return <span className="truncate font-semibold">{name}</span>;
  if (!logoUrl || !darkLogoUrl) {
    return <img src={logoUrl ?? darkLogoUrl ?? ''} alt={name} className={SIZE} />;
  }
  return (
    <>
      <img src={logoUrl} alt={name} className={`${SIZE} hidden light:block`} />
      <img src={darkLogoUrl} alt={name} className={`${SIZE} light:hidden`} />
    </>
  );
}
