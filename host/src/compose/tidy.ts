import { parse, print } from 'graphql';

/** A schema as it is kept: in one spelling, so that only real changes show. */
export function tidy(sdl: string): string {
  return `${print(parse(sdl))}\n`;
}
