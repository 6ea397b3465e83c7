/** The one channel from a window, answered with a CallResult. */
export const REQUEST_CHANNEL = 'mainstay'
/** The one channel to a window. */
export const EVENT_CHANNEL = 'mainstay-event'
