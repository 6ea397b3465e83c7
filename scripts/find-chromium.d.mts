export declare const findChromium: (machine?: {
  env?: NodeJS.ProcessEnv
  platform?: NodeJS.Platform
}) => string | undefined
