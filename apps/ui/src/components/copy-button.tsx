import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.js';

interface CopyButtonProps {
  readonly text: string;
  /** By default «Copy». */
  readonly label?: string;
}

/** Puts a text on the clipboard and says for a moment that it is there. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useTranslation('ui');
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  return (
    <>
      <IconButton
        size="small"
        icon={isCopied ? Check : Copy}
        label={label ?? t('copy')}
        onClick={() => void copy()}
      />
      <span role="status" className="sr-only">
        {isCopied ? t('copied') : ''}
      </span>
    </>
  );
}
