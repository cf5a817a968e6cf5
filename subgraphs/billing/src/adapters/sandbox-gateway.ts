import { type Money, servicePrincipal, type TenantId, times, zero } from '@nexus/kit/domain';
import { createContext, type Kernel, type WriteSession, write } from '@nexus/kit/events';
import type { ChargeOutcome, ChargeRequest, PaymentGateway } from '../domain/payment-gateway.js';

/** The tokens that the sandbox knows, and what becomes of a charge with them. */
export const SANDBOX_TOKENS = {
  tok_visa: 'SUCCEEDED',
  tok_declined: 'FAILED',
  tok_insufficient_funds: 'FAILED',
  tok_requires_action: 'REQUIRES_ACTION',
} as const;
export type SandboxToken = keyof typeof SANDBOX_TOKENS;

export function isSandboxToken(token: string): token is SandboxToken {
  return Object.hasOwn(SANDBOX_TOKENS, token);
}

interface ChargeRow {
  readonly token: string;
  readonly status: ChargeOutcome['status'] | 'CANCELLED';
  readonly amount_minor: number;
  readonly currency: string;
}

export interface SandboxOptions {
  /** Where a payer confirms a charge: the page that calls `answer`. */
  actionUrl(tenantId: string, ref: string): string;
}

/** What the sandbox keeps of each charge, 1.5 percent. */
const FEE_RATE = '0.015';

/** A gateway that needs no account: durable, equal keys charge once, outcome by token. */
export class SandboxGateway implements PaymentGateway {
  readonly name = 'sandbox';

  constructor(
    private readonly kernel: Kernel,
    private readonly options: SandboxOptions,
  ) {}

  async charge({ tenantId, key, amount, token }: ChargeRequest): Promise<ChargeOutcome> {
    const status = isSandboxToken(token) ? SANDBOX_TOKENS[token] : 'FAILED';
    const row = await this.#in(tenantId, async (tx) => {
      await tx.sql(
        `INSERT INTO billing.sandbox_charge
           (tenant_id, key, token, currency, amount_minor, status, charged_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant_id, key) DO NOTHING`,
        [tenantId, key, token, amount.currency, amount.minor, status, tx.ctx.now],
      );
      return find(tx, key);
    });
    return this.#outcome(tenantId, key, row);
  }

  async cancel(tenantId: string, key: string): Promise<boolean> {
    return this.#move(tenantId, key, 'CANCELLED');
  }

  /** What the payer says on the page of `actionUrl`. False where the charge does not wait for it. */
  answer(tenantId: string, ref: string, confirmed: boolean): Promise<boolean> {
    return this.#move(tenantId, keyOf(ref), confirmed ? 'SUCCEEDED' : 'FAILED');
  }

  async #move(tenantId: string, key: string, status: ChargeRow['status']): Promise<boolean> {
    const moved = await this.#in(tenantId, (tx) =>
      tx.sql(
        `UPDATE billing.sandbox_charge SET status = $2
         WHERE key = $1 AND status = 'REQUIRES_ACTION' RETURNING key`,
        [key, status],
      ),
    );
    return moved.length > 0;
  }

  #outcome(tenantId: string, key: string, row: ChargeRow): ChargeOutcome {
    const ref = refOf(key);
    const amount: Money = { minor: row.amount_minor, currency: row.currency };
    switch (row.status) {
      case 'SUCCEEDED':
        return { status: 'SUCCEEDED', ref, fee: feeOf(amount) };
      case 'REQUIRES_ACTION':
        return { status: 'REQUIRES_ACTION', ref, url: this.options.actionUrl(tenantId, ref) };
      case 'CANCELLED':
        return { status: 'FAILED', code: 'cancelled', hard: false };
      case 'FAILED':
        return { status: 'FAILED', ...failureOf(row.token) };
      default:
        return row.status satisfies never;
    }
  }

  async #in<Result>(
    tenantId: string,
    work: (tx: WriteSession) => Promise<Result>,
  ): Promise<Result> {
    const principal = servicePrincipal('sandbox-gateway', tenantId as TenantId);
    const ctx = createContext(this.kernel, principal, { requestId: 'sandbox-gateway' });
    return (await write(this.kernel, ctx, work)).result;
  }
}

async function find(tx: WriteSession, key: string): Promise<ChargeRow> {
  const [row] = await tx.sql<ChargeRow>(
    'SELECT token, status, amount_minor, currency FROM billing.sandbox_charge WHERE key = $1',
    [key],
  );
  if (!row) throw new TypeError('A charge just made is missing');
  return row;
}

function failureOf(token: string): { code: string; hard: boolean } {
  if (token === 'tok_insufficient_funds') return { code: 'insufficient_funds', hard: false };
  if (token === 'tok_requires_action') return { code: 'authentication_failed', hard: false };
  return { code: 'card_declined', hard: true };
}

function feeOf(amount: Money): Money {
  return amount.minor > 0 ? times(amount, FEE_RATE) : zero(amount.currency);
}

const refOf = (key: string) => `sbx_${key}`;
const keyOf = (ref: string) => ref.replace(/^sbx_/, '');
