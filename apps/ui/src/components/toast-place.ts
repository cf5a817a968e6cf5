/** Where toasts appear is loaded late; what is said before waits for it here. */
let want: () => void = () => undefined;
let stand: () => void = () => undefined;

/** Resolves when somebody has something to say. */
export const isToastWanted = new Promise<void>((resolve) => {
  want = resolve;
});

const isStanding = new Promise<void>((resolve) => {
  stand = resolve;
});

/** The place is on the page: from now on toasts are shown. */
export const toastPlaceStands = (): void => stand();

/** Asks for the place; resolves when it is on the page. */
export function wantToastPlace(): Promise<void> {
  want();
  return isStanding;
}
