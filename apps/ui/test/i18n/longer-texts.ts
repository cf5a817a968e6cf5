import type { BrowserContext, Page } from 'playwright-core';
import { lengthened } from '../../catalogue/src/lengthened.js';

/** Has every text of a portal be 40 % longer than its English, as other languages are, and marked by `~`. */
export async function lengthenTexts(context: BrowserContext): Promise<void> {
  await context.route(/\/assets\/texts-en-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    const longer = (await response.text()).replace(
      // Texts are the only literals there that a build writes so; names of keys are none.
      /`([^`\\]*)`/g,
      (_, text: string) => `\`${lengthened({ text }).text}\``,
    );
    await route.fulfill({ response, body: longer });
  });
}

/** Texts of the portal that do not fit where they stand, and how far the page reaches over its right edge. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // What a screen does about its new width is done in the next frame.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const found = new Set<string>();
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.add(`the page is ${scrollWidth - innerWidth} px too wide`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      const holder = text.parentElement;
      if (!text.data.includes('~') || !holder?.checkVisibility({ visibilityProperty: true }))
        continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const says = `“${text.data.trim().slice(0, 40)}”`;
      for (const rect of range.getClientRects()) {
        const cut = cutOf(rect, holder);
        if (cut) found.add(`${says} ${cut}`);
      }
    }
    return [...found];

    /** How a line of text leaves the boxes that it is in; undefined where it does not. */
    function cutOf(rect: DOMRect, holder: Element): string | undefined {
      for (
        let box: Element | null = holder;
        box && box !== document.body;
        box = box.parentElement
      ) {
        const style = getComputedStyle(box);
        const { overflowX, overflowY, display, clipPath } = style;
        const edge = box.getBoundingClientRect();
        // What ends in dots ends at the padding.
        const inside = style.textOverflow === 'ellipsis' && overflowX === 'hidden';
        const right = edge.right - (inside ? Number.parseFloat(style.paddingRight) : 0);
        // Only for those who listen.
        if (clipPath === 'inset(50%)') return undefined;
        if (display === 'inline' || display === 'contents') continue;
        if (['auto', 'scroll'].includes(overflowX)) return undefined;
        const isWide = rect.right > right + 1 || rect.left < edge.left - 1;
        if (isWide) return `leaves its <${box.tagName.toLowerCase()} class="${box.className}">`;
        const isHigh = rect.bottom > edge.bottom + 3 || rect.top < edge.top - 3;
        if (isHigh && ['hidden', 'clip'].includes(overflowY)) return 'is cut off below';
        if (['auto', 'scroll'].includes(overflowY)) return undefined;
      }
      return undefined;
    }
  });
}
