import './catalogue.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Toaster } from '../../src/components/toaster.js';
import { applyAppearance } from '../../src/theme/appearance.js';
import { Frame } from './frame.js';
import { readSettings } from './settings.js';
import { STORIES } from './stories.js';
import { StoryPage } from './story-page.js';
import { catalogueTexts } from './texts.js';

const settings = readSettings(location.search);
applyAppearance(settings);
document.documentElement.lang = settings.language === 'de' ? 'de' : 'en';

const [texts, story] = await Promise.all([
  catalogueTexts(settings.language),
  STORIES.get(settings.story ?? 'button')?.(),
]);
document.title = story?.title ?? document.title;
const page = story && <StoryPage story={story} />;
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={texts}>
      {settings.isBare ? page : <Frame settings={settings}>{page}</Frame>}
      <Toaster />
    </I18nextProvider>
  </StrictMode>,
);
