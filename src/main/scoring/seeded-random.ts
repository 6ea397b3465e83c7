/**
 * A reproducible stream of numbers in [0, 1) with 32 bits each: the same seed gives the same stream.
 * Source: xoshiro128**, Blackman & Vigna 2018; state filled by the finaliser of MurmurHash3 (Appleby).
 */
export function seededRandom(seed: number): () => number {
  let counter = seed >>> 0
  const nextState = () => {
    counter = (counter + 0x9e3779b9) >>> 0
    let mixed = counter
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return (mixed ^ (mixed >>> 16)) >>> 0
  }
  let [a, b, c, d] = [nextState(), nextState(), nextState(), nextState()]
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotateLeft(d, 11)
    return result / 2 ** 32
  }
}

/**
 * One draw from the Dirichlet distribution: parts that add up to 1. A concentration of 0 gives a part of 0.
 * Source: normalised gamma draws, Marsaglia & Tsang 2000, ACM TOMS 26(3):363-372.
 */
export function drawDirichlet(concentrations: readonly number[], random: () => number): number[] {
  const draws = concentrations.map((concentration) => drawGamma(concentration, random))
  const total = draws.reduce((sum, draw) => sum + draw, 0)
  const scale = total > 0 ? total : 1
  return draws.map((draw) => draw / scale)
}

function drawGamma(shape: number, random: () => number): number {
  if (shape <= 0) return 0
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const normal = drawNormal(random)
    const v = (1 + c * normal) ** 3
    if (v <= 0) continue
    if (Math.log(1 - random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Source: polar method, Marsaglia & Bray 1964. */
function drawNormal(random: () => number): number {
  for (;;) {
    const x = 2 * random() - 1
    const y = 2 * random() - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
  }
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}
