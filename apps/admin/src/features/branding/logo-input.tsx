import { Button } from '@nexus/ui/components/button';
import { FileDrop } from '@nexus/ui/forms/file-drop';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LogoWish, urlOf } from './branding-form.js';

interface LogoInputProps {
  readonly value: LogoWish;
  readonly onChange: (value: LogoWish) => void;
  /** The one there is. */
  readonly present: string | null;
}

const MAX_BYTES = 256 * 1_024;
const TYPES = ['image/png', 'image/webp', 'image/jpeg'];

/** A logo: the one there is, a new one, or none. */
export function LogoInput({ value, onChange, present }: LogoInputProps) {
  const { t } = useTranslation('branding');
  const url = urlOf(value, present);
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    const dataUrl = await readAsDataUrl(file);
    onChange({ url: dataUrl, base64: dataUrl.slice(dataUrl.indexOf(',') + 1) });
  };
  return (
    <div className="grid gap-2">
      {url && (
        <div className="flex items-center gap-3">
          <img
            src={url}
            alt={t('logoAlt')}
            className="h-10 max-w-40 rounded-medium border border-line object-contain p-1"
          />
          <Button size="small" variant="ghost" icon={Trash2} onClick={() => onChange('none')}>
            {t('removeLogo')}
          </Button>
        </div>
      )}
      <FileDrop
        accept={TYPES}
        maxBytes={MAX_BYTES}
        hint={t('logoHint')}
        onFiles={(files) => void take(files)}
      />
    </div>
  );
}

function readAsDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
