/** Numbers pairs of row keys from 0 in the order they first come, without an object per pair. */
export interface PairIndex {
  /** The pair's number; `size` grows by one when it is new. Errors: RangeError for a key beyond 32 bits. */
  slotOf(first: number, second: number): number
  readonly size: number
  first(slot: number): number
  second(slot: number): number
  /** Forgets all pairs and gives the memory back at once. */
  release(): void
}

const FIRST_CAPACITY = 1024

/** Zeros; what was there before gives its memory back at once. */
const fresh = (before: Uint32Array<ArrayBuffer>, length: number) => {
  before.buffer.transfer(0)
  return new Uint32Array(length)
}

/** A hash table of typed arrays with open addressing, at most half full. */
export function createPairIndex(): PairIndex {
  let size = 0
  /** First and second of each slot, side by side: looking at both costs one reach into memory. */
  let pairs = new Uint32Array(FIRST_CAPACITY * 2)
  /** Slot + 1 of the pair that hashes here; 0 is free. */
  let places = new Uint32Array(FIRST_CAPACITY * 2)

  const placeOf = (first: number, second: number): number => {
    const mask = places.length - 1
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
    hash ^= hash >>> 15
    let place = Math.imul(hash, 0x2c1b3c6d) & mask
    for (;;) {
      const slot = (places[place] ?? 0) - 1
      if (slot < 0 || (pairs[slot * 2] === first && pairs[slot * 2 + 1] === second)) return place
      place = (place + 1) & mask
    }
  }

  const grow = () => {
    pairs = new Uint32Array(pairs.buffer.transfer(pairs.byteLength * 2))
    places = fresh(places, places.length * 2)
    for (let slot = 0; slot < size; slot += 1) {
      places[placeOf(pairs[slot * 2] ?? 0, pairs[slot * 2 + 1] ?? 0)] = slot + 1
    }
  }

  return {
    get size() {
      return size
    },
    first: (slot) => pairs[slot * 2] ?? 0,
    second: (slot) => pairs[slot * 2 + 1] ?? 0,
    slotOf(first, second) {
      let place = placeOf(first, second)
      const known = places[place] ?? 0
      if (known > 0) return known - 1
      if (first !== first >>> 0 || second !== second >>> 0)
        throw new RangeError('A row key is beyond 32 bits.')
      if (size * 2 === pairs.length) {
        grow()
        place = placeOf(first, second)
      }
      pairs[size * 2] = first
      pairs[size * 2 + 1] = second
      size += 1
      places[place] = size
      return size - 1
    },
    release() {
      size = 0
      pairs = fresh(pairs, FIRST_CAPACITY * 2)
      places = fresh(places, FIRST_CAPACITY * 2)
    },
  }
}
