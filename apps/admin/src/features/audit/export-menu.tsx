import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { Menu } from '@nexus/ui/components/menu';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AuditExportQueryVariables } from './audit-export.generated.js';
import { exportTrail } from './export-action.js';

const FORMATS = ['CSV', 'JSON'] as const;

/** The trail, as it is narrowed, as a file. */
export function ExportMenu({ filter }: { readonly filter: AuditExportQueryVariables['filter'] }) {
  const { t } = useTranslation('audit');
  const context = useActionContext();
  return (
    <Menu
      trigger={<Button icon={Download}>{t('export.open')}</Button>}
      groups={[
        {
          id: 'formats',
          commands: FORMATS.map((format) => ({
            id: format,
            label: t(`export.${format}`),
            onSelect: () => void runAction(exportTrail, { filter, format }, context),
          })),
        },
      ]}
    />
  );
}
