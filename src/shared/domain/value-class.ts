import { z } from 'zod'

/** From best to worst standing; parties that never traded are opportunities instead. */
export const VALUE_CLASSES = ['diamond', 'gold', 'strategic', 'potential', 'general', 'problem'] as const
export const OPPORTUNITY_CLASSES = ['key-opportunity', 'general-opportunity'] as const

export const valueClass = z.enum([...VALUE_CLASSES, ...OPPORTUNITY_CLASSES])
export type ValueClass = z.infer<typeof valueClass>

/** Reads a class as a row keeps it; null where there is none, or one this version doesn't know. */
export const classOrNone = valueClass.nullable().catch(null)

export const ABC_CLASSES = ['A', 'B', 'C'] as const
export const abcClass = z.enum(ABC_CLASSES)
export type AbcClass = z.infer<typeof abcClass>

/** Customer pyramid: top 1 %, next 4 %, next 15 %, the other 80 %. */
export const PYRAMID_LEVELS = ['top-1', 'next-4', 'next-15', 'other-80'] as const
export const pyramidLevel = z.enum(PYRAMID_LEVELS)
export type PyramidLevel = z.infer<typeof pyramidLevel>
