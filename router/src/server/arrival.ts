import { type ArrivalHeaders, OperationRecord } from '../observability/operation-record.js';
import { clientNameOf, clientVersionOf } from './client-name.js';

/** Begins the record of an operation with what the headers of its request say. */
export function startRecord(headers: Readonly<Record<string, unknown>>): OperationRecord {
  return new OperationRecord(readArrival(headers));
}

/** Reads the headers of a request, or the parameters of a connection. */
export function readArrival(headers: Readonly<Record<string, unknown>>): ArrivalHeaders {
  return {
    client: clientNameOf(headers),
    clientVersion: clientVersionOf(headers),
    explain: headers['nexus-explain'],
    traceparent: textOf(headers.traceparent),
    tracestate: textOf(headers.tracestate),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
