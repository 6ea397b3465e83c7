import type { Quarter } from '#shared/domain/quarter.ts'

/** 2026 Q3, in every language. */
export const quarterName = (quarter: Quarter): string => quarter.replace('-', ' ')
