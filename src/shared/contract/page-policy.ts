/**
 * A host puts `<meta property="csp-nonce" nonce="…">` into the page. Only style elements that carry this nonce
 * apply: Mantine takes it by `getStyleNonce`, the grid by `styleNonce`, others by `globalThis.__webpack_nonce__`.
 */
export const STYLE_NONCE_PROPERTY = 'csp-nonce'

/** The one Trusted Types policy a page may make, once. Markup from text is refused by the browser otherwise. */
export const TRUSTED_TYPES_POLICY = 'default'
