export const TABS = ['overview', 'reasons', 'trade', 'people', 'data'] as const
export type Tab = (typeof TABS)[number]
