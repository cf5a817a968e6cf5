import { Select } from '@nexus/ui/forms/select';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useTranslation } from 'react-i18next';
import { InvoiceProjectsDocument } from './invoice-projects.generated.js';

interface ProjectFilterProps {
  /** Undefined where all are shown. */
  readonly project: string | undefined;
  readonly onChange: (project: string | undefined) => void;
}

const ALL = 'all';

/** Invoices of one project only; nothing to choose where there is just one. */
export function ProjectFilter({ project, onChange }: ProjectFilterProps) {
  const { t } = useTranslation('invoices');
  const { data } = useScreen(InvoiceProjectsDocument, {}, { policy: 'cache-and-network' });
  const projects = data?.projects?.nodes.filter((one) => one !== null) ?? [];
  if (projects.length < 2 && !project) return null;
  return (
    <div className="w-56 max-sm:w-full">
      <Select
        label={t('filters.project')}
        value={project ?? ALL}
        onChange={(chosen) => onChange(chosen === ALL ? undefined : chosen)}
        options={[
          { value: ALL, label: t('filters.allProjects') },
          ...projects.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}
