/** The few functions of culori that are used; the package brings no types. */
declare module 'culori/fn' {
  export interface Oklch {
    readonly mode: 'oklch';
    readonly l: number;
    readonly c: number;
    readonly h?: number | undefined;
  }
  export interface Mode {
    readonly mode: string;
  }
  export const modeOklch: Mode;
  export const modeOklab: Mode;
  export const modeRgb: Mode;
  export const modeLrgb: Mode;
  export function useMode(mode: Mode): (color: string) => object | undefined;
  export function converter(mode: 'oklch'): (color: string) => Oklch | undefined;
  export function clampChroma(color: Oklch, mode: 'oklch'): Oklch;
  export function formatHex(color: Oklch): string;
  export function wcagContrast(one: string, other: string): number;
  export function interpolate(colors: readonly string[], mode: 'oklab'): (part: number) => Oklch;
}
