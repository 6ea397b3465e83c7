type Machine = { env?: NodeJS.ProcessEnv; platform?: NodeJS.Platform; home?: string }

export declare const compareVersions: (left: string, right: string) => number
export declare const minimumNodeVersion: () => string
export declare const wantedNodeVersion: () => string
export declare const cacheFolder: (machine?: Machine) => string
export declare const nodeBinaryIn: (folder: string, platform?: NodeJS.Platform) => string
export declare const moveIntoPlace: (from: string, to: string) => Promise<void>
export declare const ensureNode: () => Promise<string>
