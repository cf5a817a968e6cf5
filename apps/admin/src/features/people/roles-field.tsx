import { Checkbox } from '@nexus/ui/forms/checkbox';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { RoleFactsFragment } from './role-facts.generated.js';
import { useRoleNames } from './use-role-names.js';

interface RolesFieldProps {
  readonly roles: readonly RoleFactsFragment[];
  readonly isDisabled?: boolean;
}

/** The field `roles` of a form: each role with what it is for. */
export function RolesField({ roles, isDisabled = false }: RolesFieldProps) {
  const { t } = useTranslation('people');
  const nameOf = useRoleNames();
  const { field, fieldState } = useController<{ roles: string[] }, 'roles'>({ name: 'roles' });
  const toggle = (code: string, isHeld: boolean) =>
    field.onChange(isHeld ? [...field.value, code] : field.value.filter((held) => held !== code));
  return (
    <fieldset className="grid gap-2" disabled={isDisabled}>
      <legend className="sr-only">{t('member.roles')}</legend>
      {roles.map(({ code }) => (
        <Checkbox
          key={code}
          label={nameOf(code)}
          hint={String(t(`roles.${code}.description` as never))}
          isChecked={field.value.includes(code)}
          isDisabled={isDisabled}
          onChange={(isHeld) => toggle(code, isHeld)}
        />
      ))}
      {fieldState.error && (
        <p role="alert" className="text-small text-danger">
          {fieldState.error.message}
        </p>
      )}
    </fieldset>
  );
}
