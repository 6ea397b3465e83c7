/** The scheme of the window's own content; nothing else is ever loaded. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://mainstay'
/** The one document of a window. */
export const APP_PAGE = `${APP_ORIGIN}/index.html`

/** Whether an address is the window's own document; views differ by the fragment alone. */
export const isAppPage = (address: string): boolean => address.split('#', 1)[0] === APP_PAGE
