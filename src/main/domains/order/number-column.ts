/** A growing column of numbers, 0 where nothing was added yet. Exact up to 2^53. */
export interface NumberColumn {
  get(slot: number): number
  set(slot: number, value: number): void
  add(slot: number, value: number): void
  /** Forgets all and gives the memory back at once, which a collection might do much later. */
  release(): void
}

const FIRST_CAPACITY = 1024

/** Takes memory only once it holds something: a file without costs has no column of costs. */
export function createNumberColumn(): NumberColumn {
  let values = new Float64Array(0)
  const reach = (slot: number) => {
    let capacity = Math.max(FIRST_CAPACITY, values.length)
    while (capacity <= slot) capacity += capacity >> 1
    // A transfer leaves no smaller copy behind until the next collection.
    values = new Float64Array(values.buffer.transfer(capacity * Float64Array.BYTES_PER_ELEMENT))
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
    release() {
      values = new Float64Array(values.buffer.transfer(0))
    },
  }
}
