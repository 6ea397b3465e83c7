export declare const startUsage: string
export declare const reasonForBrowser: (
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
) => string | undefined
export declare const electronBinary: (electronFolder: string, env: NodeJS.ProcessEnv) => string | undefined
export declare const start: (args: readonly string[], env: NodeJS.ProcessEnv, cwd: string) => Promise<number>
