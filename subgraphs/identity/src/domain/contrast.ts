const HEX = /^#[0-9A-F]{6}$/;

/** The colour as `#RRGGBB` in capitals; undefined where it is none. */
export function canonicalColor(text: string): string | undefined {
  const color = text.trim().toUpperCase();
  return HEX.test(color) ? color : undefined;
}

type Channels = readonly [number, number, number];

function channels(color: string): Channels {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Relative luminance, 0 to 1 (WCAG 2.1). */
function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function exactRatio(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Contrast of two colours (`#RRGGBB`), 1 to 21, rounded down to hundredths: what passes has really passed. */
export function contrastRatio(one: string, other: string): number {
  return Math.floor(exactRatio(one, other) * 100) / 100;
}

function mix(color: string, towards: 0 | 255, percent: number): string {
  const mixed = channels(color).map((channel) =>
    Math.round(channel + ((towards - channel) * percent) / 100),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** The colour itself made darker or lighter, as little as it takes to stand out from the background. */
export function nearestPassing(color: string, background: string, required: number): string {
  for (let percent = 0; percent <= 100; percent++) {
    for (const towards of [0, 255] as const) {
      const candidate = mix(color, towards, percent);
      if (contrastRatio(candidate, background) >= required) return candidate;
    }
  }
  // Black or white stands out by 4.5 from every background: nothing asks for more.
  return '#FFFFFF';
}
