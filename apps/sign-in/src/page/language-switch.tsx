import { Button } from '@nexus/ui/components/button';
import { LANGUAGES, type Language } from '@nexus/ui/i18n/languages';
import { useText } from '@nexus/ui/i18n/use-text';
import { useSettings } from '@nexus/ui/shell/settings';

/** The languages that there are; kept for the portals behind the door. */
export function LanguageSwitch() {
  const text = useText();
  const [{ language }, change] = useSettings();
  return (
    <nav aria-label={text('shell:settings.language')} className="flex justify-center gap-1 p-4">
      {(Object.keys(LANGUAGES) as Language[]).map((one) => (
        <Button
          key={one}
          variant="ghost"
          size="small"
          lang={one}
          aria-pressed={one === language}
          className="aria-pressed:text-text"
          onClick={() => change({ language: one })}
        >
          {LANGUAGES[one]}
        </Button>
      ))}
    </nav>
  );
}
