import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadEndpoints } from './graph/endpoints.js';
import { App } from './ui/app.js';
import { Unreachable } from './ui/unreachable.js';

const page = new URL('.', window.location.href).href;
const root = createRoot(document.getElementById('root') ?? document.body);
const show = (content: React.ReactNode) => root.render(<StrictMode>{content}</StrictMode>);

loadEndpoints(page, window.fetch.bind(window)).then(
  (served) => show(<App served={served} />),
  (error: unknown) => show(<Unreachable reason={String(error)} />),
);
