/** How the panel looks. It stands apart from the page on purpose: it is no part of the manual. */
export const styles = `
:host { position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483000; max-width: min(44rem, calc(100vw - 2rem));
  font: 0.875rem/1.45 system-ui, sans-serif; color: #1c1c1c; }
@media print { :host { display: none; } }
section { background: #fff; border: 1px solid #767676; border-inline-start: 0.375rem solid #8a5a00; border-radius: 0.25rem;
  box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 0.25); overflow: hidden; }
:host([data-errors]) section { border-inline-start-color: #b00020; }
summary { padding: 0.5rem 0.75rem; cursor: pointer; font-weight: 600; }
summary:focus-visible, a:focus-visible { outline: 3px solid #0b57d0; outline-offset: -3px; }
ol { margin: 0; padding: 0 0.75rem 0.5rem; list-style: none; max-height: min(60vh, 30rem); overflow: auto; }
li { padding: 0.5rem 0; border-top: 1px solid #d0d0d0; overflow-wrap: anywhere; }
.place { font-family: ui-monospace, monospace; font-size: 0.8125rem; }
.error strong { color: #b00020; } .warning strong { color: #8a5a00; } .note strong { color: #0b4f8a; }
.hint { color: #454545; white-space: pre-line; }
a { color: #0b4f8a; }
.status { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
