// Before the first paint: what `@nexus/ui/theme/appearance` will say again once it is loaded.
(() => {
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('nexus:appearance')) || {};
    root.lang = localStorage.getItem('nexus:language') || root.lang;
  } catch {
    // Without a storage, or with nonsense in it, the page looks as it does at first.
  }
  const device = (query) => matchMedia(query).matches;
  const light =
    kept.theme === 'light' || (kept.theme === 'system' && device('(prefers-color-scheme: light)'));
  root.dataset.theme = light ? 'light' : 'dark';
  root.dataset.density = kept.density === 'compact' ? 'compact' : 'comfortable';
  const more =
    kept.contrast === 'more' ||
    (kept.contrast !== 'standard' && device('(prefers-contrast: more)'));
  if (more) root.dataset.contrast = 'more';
})();
