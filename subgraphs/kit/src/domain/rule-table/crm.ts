/** Rules of crm (clients and contacts). */
export const CRM_RULES = {
  CLIENT_NAME_TAKEN: ['TAKEN', 'error'],
  CLIENT_HAS_OPEN_BUSINESS: ['INVALID_STATE', 'error'],
  CLIENT_STATE_INVALID: ['INVALID_STATE', 'error'],
  CURRENCY_UNKNOWN: ['INVALID', 'error'],
  CONTACT_STATE_INVALID: ['INVALID_STATE', 'error'],
  PHONE_INVALID: ['INVALID', 'error'],
  LAST_CLIENT_ADMIN: ['RULE_VIOLATED', 'error'],
  OVERRIDE_REASON_REQUIRED: ['REQUIRED', 'error'],
} as const;
