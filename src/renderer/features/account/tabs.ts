export const TABS = ['overview', 'reasons', 'trade', 'share', 'credit', 'people', 'data'] as const
export type Tab = (typeof TABS)[number]
