import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { Button } from '../components/button.js';
import { EmptyState } from '../components/empty-state.js';
import { useText } from '../i18n/use-text.js';

/** A place that does not exist, or not for the viewer. */
export function RouteMissing() {
  const text = useText();
  return (
    <EmptyState
      icon={Compass}
      title={text('shell:fault.notFound')}
      description={text('shell:fault.notFoundHint')}
      action={
        <Button asChild>
          <Link to="/">{text('shell:fault.home')}</Link>
        </Button>
      }
    />
  );
}
