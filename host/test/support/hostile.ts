import type { Position } from './isolation/positions.js';

const fox = String.fromCodePoint(0x1f98a);

/** What somebody may send where a scalar is asked for: some of it allowed, all of it to be survived. */
export const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  String: [
    '',
    ' \t\n',
    'x'.repeat(20_000),
    fox.repeat(60),
    "'; DROP TABLE x;--",
    '%_\\',
    'a\u202eb',
    5,
  ],
  ID: [
    '',
    'x',
    'x'.repeat(5_000),
    fox,
    "' OR '1'='1",
    `prj_${'z'.repeat(26)}`,
    `usr_${'0'.repeat(26)}`,
  ],
  Int: [-1, 0, 2_147_483_647, 2_147_483_648, 1.5, '1'],
  Float: [-1, 0, 1e308, '1'],
  Boolean: ['true', 1, null],
  Decimal: ['-1', '0', '1e400', 'NaN', '0.00000001', '99999999999999999999.99', '\u0661\u0662', 1],
  Date: ['2026-02-30', '0001-01-01', '9999-12-31', '-1-01-01', 'today', ''],
  DateTime: ['2026-02-30T00:00:00Z', '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00Z', 'now', ''],
  CurrencyCode: ['ZZZ', 'eur', ''],
  EmailAddress: ['', 'a@b', `${'x'.repeat(400)}@x.example`, 'a@b.example\r\nBcc: c@d.example'],
};

/** The same arguments with another value in one place. */
export function placed(
  root: Readonly<Record<string, unknown>>,
  position: Position,
  value: unknown,
): Record<string, unknown> {
  return put(root, position, value) as Record<string, unknown>;
}

function put(root: unknown, [step, ...rest]: Position, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(root)) return [put(root[0], rest, value)];
  const given = (root ?? {}) as Readonly<Record<string, unknown>>;
  return { ...given, [step]: put(given[step], rest, value) };
}
