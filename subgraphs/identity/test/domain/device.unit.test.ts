import { describe, expect, it } from '@jest/globals';
import { canonicalUserAgent, deviceOf } from '../../src/domain/device.js';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';

describe('a device', () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME}`, 'Chrome', 'Windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/143.0`, 'Edge', 'Windows'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME} OPR/120.0`, 'Opera', 'Linux'],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME}`, 'Chrome', 'ChromeOS'],
    [`Mozilla/5.0 (Linux; Android 16; Pixel 9) ${CHROME}`, 'Chrome', 'Android'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko Firefox/140.0',
      'Firefox',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1',
      'Safari',
      'iOS',
    ],
    ['nexus-sdk/1.4 node', 'nexus-sdk', null],
    ['Mozilla/5.0', null, null],
    [null, null, null],
  ])('that says %j', (userAgent, browser, system) =>
    expect(deviceOf(userAgent)).toEqual({ browser, system }),
  );

  it('is believed in printable characters only, and not without end', () => {
    expect(canonicalUserAgent(' curl/8\u0000\u202e.1 ')).toBe('curl/8.1');
    expect(canonicalUserAgent('x'.repeat(1_000))).toHaveLength(400);
    expect(canonicalUserAgent('  ')).toBeNull();
    expect(canonicalUserAgent(undefined)).toBeNull();
  });
});
