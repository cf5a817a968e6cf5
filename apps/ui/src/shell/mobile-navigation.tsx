import { Dialog } from 'radix-ui';
import { useText } from '../i18n/use-text.js';
import { useViewer } from '../session/viewer.js';
import { NavigationList } from './navigation-list.js';

interface MobileNavigationProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The navigation on a narrow screen: a sheet that a choice closes. */
export function MobileNavigation({ isOpen, onOpenChange }: MobileNavigationProps) {
  const text = useText();
  const { tenant } = useViewer();
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-40 grid w-72 max-w-[85vw] content-start gap-4 overflow-y-auto border-r border-line bg-raised p-3"
        >
          <Dialog.Title className="truncate px-2 pt-1 font-semibold">
            {tenant?.name ?? text('shell:navigation.label')}
          </Dialog.Title>
          <NavigationList onChoose={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
