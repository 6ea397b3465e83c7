export declare const buildStamp: (root: string) => string
export declare const ensureBuild: (env: NodeJS.ProcessEnv) => Promise<void>
