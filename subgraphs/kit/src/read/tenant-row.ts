import { PrimaryColumn } from 'typeorm';
import type { TenantId } from '../domain/index.js';

/** Base of every read-model entity. The tenant is a column that no field of the graph shows. */
export abstract class TenantRow {
  @PrimaryColumn('uuid')
  tenantId!: TenantId;
}
