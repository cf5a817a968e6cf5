import { Avatar } from '@nexus/ui/components/avatar';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Persona } from './personas.js';

interface PersonaButtonsProps {
  readonly personas: readonly Persona[];
  readonly isDisabled: boolean;
  readonly onChoose: (persona: Persona) => void;
}

const ROLES = ['manager', 'employee', 'finance', 'admin', 'client', 'operator'] as const;

/** The demo's people by name and role: one press signs in. */
export function PersonaButtons({ personas, isDisabled, onChoose }: PersonaButtonsProps) {
  const { t } = useTranslation('sign-in');
  const id = useId();
  const roleOf = ({ role }: Persona) => ROLES.find((known) => known === role);
  const place = (persona: Persona) => ROLES.indexOf(roleOf(persona) ?? 'operator');
  return (
    <section aria-labelledby={id} className="grid gap-2 border-t border-line pt-6">
      <h2 id={id} className="text-small text-muted">
        {t('personas')}
      </h2>
      <ul className="grid gap-2 sm:grid-cols-2">
        {[...personas]
          .sort((one, other) => place(one) - place(other))
          .map((persona) => {
            const role = roleOf(persona);
            return (
              <li key={persona.email}>
                <button
                  type="button"
                  disabled={isDisabled}
                  onClick={() => onChoose(persona)}
                  className="flex w-full items-center gap-3 rounded-medium border border-line bg-surface px-3 py-2 text-left transition-colors duration-100 hover:bg-hover disabled:opacity-50"
                >
                  <Avatar name={persona.name} isDecorative />
                  <span className="grid min-w-0">
                    <span className="truncate font-medium">{persona.name}</span>
                    <span className="truncate text-small text-muted">
                      {role ? t(`roles.${role}`) : persona.role}
                    </span>
                  </span>
                </button>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
