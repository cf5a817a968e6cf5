import type { Option } from '../forms/option.js';

/** Languages with a region whose manner of writing dates and numbers is offered. */
const LOCALES = [
  ...['de-AT', 'de-CH', 'de-DE', 'en-AU', 'en-CA', 'en-GB', 'en-IE', 'en-US', 'es-ES', 'es-MX'],
  ...['fr-BE', 'fr-CA', 'fr-CH', 'fr-FR', 'it-CH', 'it-IT', 'nl-BE', 'nl-NL', 'pt-BR', 'pt-PT'],
] as const;

/** @param language in whose words */
export function localeOptions(language: string): Option[] {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return LOCALES.map((value) => ({ value, label: names.of(value) ?? value, description: value }));
}

/** Every IANA zone that the browser knows. */
export function timeZoneOptions(): Option[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));
}

/** @param language in whose words */
export function currencyOptions(language: string): Option[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: value,
    description: names.of(value),
  }));
}

/** The option of a value; one that is not on offer stands for itself. */
export function optionOf(options: readonly Option[], value: string | null): Option | null {
  if (value === null || value === '') return null;
  return options.find((option) => option.value === value) ?? { value, label: value };
}
