import { decideAccess, type Principal } from '@nexus/kit/domain';
import type { SettingDefinition } from '../domain/setting-definitions.js';

/** What the tenant has set: what portals show dates by is for its members, the rest for whoever keeps settings. */
export function canReadSetting(principal: Principal, definition: SettingDefinition): boolean {
  if (principal.type === 'anonymous') return false;
  return definition.everybodyReads || decideAccess(principal, 'identity:settings:read').allow;
}

export function canEditSetting(principal: Principal, { editScope }: SettingDefinition): boolean {
  return decideAccess(principal, editScope).allow;
}
