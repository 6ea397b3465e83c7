export declare const withLaunchLock: <T>(path: string, work: () => Promise<T>) => Promise<T>
