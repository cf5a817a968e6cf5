/** How every box looks that something is typed into or chosen in. */
export const CONTROL =
  'w-full min-w-0 rounded-medium border border-line-strong bg-sunken text-text transition-colors duration-100 aria-invalid:border-danger disabled:cursor-not-allowed disabled:opacity-60 focus-visible:outline-offset-0';
