import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.js';
import { useNavigation } from './navigation.js';

/** The portal's pages, the present one marked. @param onChoose when one was chosen */
export function NavigationList({ onChoose }: { readonly onChoose?: () => void }) {
  const text = useText();
  return (
    <nav aria-label={text('shell:navigation.label')}>
      <ul className="grid gap-0.5">
        {useNavigation().map(({ to, labelKey, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/' }}
              onClick={onChoose}
              className="flex min-h-control items-center gap-3 rounded-medium px-2 text-muted transition-colors duration-100 hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-text"
            >
              <Icon aria-hidden size={16} className="shrink-0" />
              {text(labelKey)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
