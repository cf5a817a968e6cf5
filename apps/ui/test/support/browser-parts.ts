// What a browser has, jsdom has not, and the libraries of the design system ask for.
const nothing = () => {};

class Observer {
  observe = nothing;
  unobserve = nothing;
  disconnect = nothing;
  takeRecords = () => [];
}

globalThis.ResizeObserver ??= Observer;
globalThis.IntersectionObserver ??= Observer as unknown as typeof IntersectionObserver;
Element.prototype.scrollIntoView ??= nothing;
Element.prototype.hasPointerCapture ??= () => false;
Element.prototype.setPointerCapture ??= nothing;
Element.prototype.releasePointerCapture ??= nothing;
Element.prototype.scrollTo ??= nothing;
globalThis.matchMedia ??= (media) =>
  ({
    media,
    matches: false,
    addEventListener: nothing,
    removeEventListener: nothing,
  }) as unknown as MediaQueryList;

// Nothing has a size in jsdom: a box is as high as a screen, a line of a list as high as a line.
for (const side of ['offsetHeight', 'offsetWidth', 'clientHeight', 'clientWidth']) {
  Object.defineProperty(HTMLElement.prototype, side, {
    configurable: true,
    get(this: HTMLElement) {
      return this.dataset.index === undefined ? 600 : 40;
    },
  });
}

// The editor scrolls to where one writes.
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect ??= () =>
  ({ top: 0, left: 0, bottom: 0, right: 0 }) as DOMRect;
