/** A growing column of numbers, 0 where nothing was added yet. Exact up to 2^53. */
export interface NumberColumn {
  get(slot: number): number
  set(slot: number, value: number): void
  add(slot: number, value: number): void
}

const FIRST_CAPACITY = 1024

/** Takes memory only once it holds something: a file without costs has no column of costs. */
export function createNumberColumn(): NumberColumn {
  let values = new Float64Array(0)
  const reach = (slot: number) => {
    let capacity = Math.max(FIRST_CAPACITY, values.length)
    while (capacity <= slot) capacity += capacity >> 1
    const larger = new Float64Array(capacity)
    larger.set(values)
    values = larger
  }
  return {
    get: (slot) => values[slot] ?? 0,
    set(slot, value) {
      if (slot >= values.length) reach(slot)
      values[slot] = value
    },
    add(slot, value) {
      if (value === 0) return
      if (slot >= values.length) reach(slot)
      values[slot] = (values[slot] ?? 0) + value
    },
  }
}
