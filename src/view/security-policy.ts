/**
 * What the pages may do, told to the browser in every page and in the headers of the host: show what the site
 * itself holds, and nothing else. No inline code or style, nothing from other hosts.
 */

const directives: readonly (readonly [string, string])[] = [
  ['default-src', "'none'"],
  // Pagefind searches with WebAssembly, which this allows and eval it does not.
  ['script-src', "'self' 'wasm-unsafe-eval'"],
  ['style-src', "'self'"],
  ['img-src', "'self' data:"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self' blob:"],
  ['manifest-src', "'self'"],
  ['form-action', "'self'"],
  ['base-uri', "'none'"],
];

const developmentSources: Readonly<Record<string, string>> = {
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws: wss:",
};

/** For `<meta http-equiv>`: without the directives that browsers read in headers alone. */
export const contentSecurityPolicy: string = directives.map((directive) => directive.join(' ')).join('; ');

/** For `eoms dev`, whose server puts styles into the page and talks to it over a socket. Never part of a build. */
export const developmentSecurityPolicy: string = directives
  .map(([name, sources]) => [name, developmentSources[name] ?? sources].join(' '))
  .join('; ');

/** Response headers for all pages and files of the site, in this order. */
export const securityHeaders: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', `${contentSecurityPolicy}; frame-ancestors 'none'`],
  ['X-Frame-Options', 'DENY'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  ],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Strict-Transport-Security', 'max-age=31536000'],
];
