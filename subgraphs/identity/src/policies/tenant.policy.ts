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

/** How the tenant looks for its people is set by whoever sets how it behaves. */
export function canEditBranding(principal: Principal): boolean {
  return decideAccess(principal, 'identity:settings:write').allow;
}

/** The draft is nobody's matter before it is published, but theirs who may read settings. */
export function canReadBrandingDraft(principal: Principal): boolean {
  return decideAccess(principal, 'identity:settings:read').allow;
}
