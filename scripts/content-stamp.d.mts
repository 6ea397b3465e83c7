export declare const contentStamp: (
  root: string,
  paths: readonly string[],
  facts?: readonly string[],
) => string
export declare const isStamped: (file: string, stamp: string) => boolean
export declare const writeStamp: (file: string, stamp: string) => void
