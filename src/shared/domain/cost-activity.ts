import { z } from 'zod'

/**
 * Where an activity's quantity comes from: counted in the orders of the year, or entered per account. `orders` are
 * orders with more bought than sent back, `order-days` the days with such an order, `return-lines` lines sent back.
 */
export const ACTIVITY_DRIVERS = ['entered', 'orders', 'order-days', 'return-lines'] as const
export const activityDriver = z.enum(ACTIVITY_DRIVERS)
export type ActivityDriver = z.infer<typeof activityDriver>
