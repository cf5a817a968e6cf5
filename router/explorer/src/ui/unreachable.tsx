import './app.css';

/** The page is there, and the router behind it is not. */
export function Unreachable({ reason }: { readonly reason: string }) {
  return (
    <p className="app-loading" role="alert">
      The router could not be asked which graphs there are. {reason} Please load the page again.
    </p>
  );
}
