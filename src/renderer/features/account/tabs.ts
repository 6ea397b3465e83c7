export const TABS = ['overview', 'reasons', 'trade', 'share', 'factors', 'credit', 'people', 'data'] as const
export type Tab = (typeof TABS)[number]
