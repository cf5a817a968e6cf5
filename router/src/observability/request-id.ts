import { randomUUID } from 'node:crypto';

const WELL_FORMED = /^[\w.:-]{8,128}$/;

/** The id a client or proxy sent, where it is harmless in logs and headers; else a new one. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && WELL_FORMED.test(header) ? header : randomUUID();
}
