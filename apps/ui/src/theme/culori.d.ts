/** The few functions of culori that are used; the package brings no types. */
declare module 'culori' {
  export interface Oklch {
    readonly mode: 'oklch';
    readonly l: number;
    readonly c: number;
    readonly h?: number | undefined;
  }
  export function wcagContrast(one: string | Oklch, other: string | Oklch): number;
  export function formatHex(color: string | Oklch): string;
  export function parse(color: string): object | undefined;
  export function converter(mode: 'oklch'): (color: string) => Oklch | undefined;
  export function toGamut(
    destination: 'rgb',
    mode: 'oklch',
  ): (color: Oklch) => { readonly mode: 'rgb'; r: number; g: number; b: number };
  export function differenceEuclidean(
    mode: 'oklch' | 'oklab',
  ): (one: string | Oklch, other: string | Oklch) => number;
}
