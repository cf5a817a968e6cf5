import { createRoute, redirect } from '@tanstack/react-router';
import { navigation } from '../navigation.js';
import { rootRoute } from './root.js';

/** The first page that is the viewer's. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ context: { viewer } }) => {
    const first = navigation.find(({ isShown }) => isShown?.(viewer) ?? true);
    if (first) throw redirect({ to: first.to, replace: true });
  },
});
