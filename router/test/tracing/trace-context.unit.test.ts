import { describe, expect, it } from '@jest/globals';
import { readTraceContext, traceHeaders } from '../../src/tracing/trace-context.js';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';
const good = `00-${traceId}-${spanId}-01`;

describe('traceparent', () => {
  it('is read as the specification has it, and written the same', () => {
    const context = readTraceContext(good, 'vendor=value');
    expect(context).toMatchObject({ traceId, spanId, traceFlags: 1, isRemote: true });
    expect(context && traceHeaders(context)).toEqual({
      traceparent: good,
      tracestate: 'vendor=value',
    });
  });

  it.each([
    ['no text', undefined],
    ['a list', [good]],
    ['upper case', good.toUpperCase()],
    ['version ff', good.replace('00-', 'ff-')],
    ['more than version 00 has', `${good}-more`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${spanId}-01`],
    ['a span of zeros', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['too short', good.slice(0, -1)],
  ])('is nothing where it is %s', (_what, text) => {
    expect(readTraceContext(text, undefined)).toBeUndefined();
  });

  it('may have more to say in later versions, and flags that nobody knows are not passed on', () => {
    const context = readTraceContext(`cc-${traceId}-${spanId}-ff-more`, undefined);
    expect(context && traceHeaders(context)).toEqual({ traceparent: `00-${traceId}-${spanId}-03` });
  });

  it('comes without a state that is too long', () => {
    const state = `a=${'x'.repeat(600)}`;
    expect(readTraceContext(good, state)).not.toHaveProperty('traceState');
  });

  it('is not written where nothing is traced', () => {
    const nothing = { traceId: '0'.repeat(32), spanId: '0'.repeat(16), traceFlags: 0 };
    expect(traceHeaders(nothing)).toEqual({});
  });
});
