import type { ActivityDriver } from '#shared/domain/cost-activity.ts'

/** What nearly every firm does for its customers; the rates are its own to know. */
export const STARTER_ACTIVITIES = [
  { key: 'visit', driver: 'entered' },
  { key: 'order', driver: 'orders' },
  { key: 'delivery', driver: 'order-days' },
  { key: 'complaint', driver: 'entered' },
  { key: 'sample', driver: 'entered' },
  { key: 'return', driver: 'return-lines' },
] as const satisfies readonly { key: string; driver: ActivityDriver }[]
