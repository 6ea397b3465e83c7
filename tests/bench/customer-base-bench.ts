import { fitBgNbd } from '../../src/main/scoring/bgnbd.ts'
import { fitGammaGamma } from '../../src/main/scoring/gamma-gamma.ts'
import { historyInWeeks } from '../../src/main/scoring/purchase-history.ts'
import {
  isMissing,
  type Purchase,
  purchaseDays,
  readCdnowMaster,
  readCdnowSample,
} from '../unit/scoring/public-data.ts'
import { type BenchRow, missingRow, seconds } from './bench-table.ts'
import { timeCalls } from './measure.ts'

const RUNS = 9
const LAST_DAY = '1998-06-30'

/** Both fits in Python on the same customers, as once recorded: lifetimes 0.11.3 and scipy, Python 3.11, two cores. */
const SETS = [
  {
    name: 'CDNOW sample, 2,357 customers',
    file: 'cdnow/cdnow_sample.csv',
    read: readCdnowSample,
    python: 0.112 + 0.47,
    aim: 0.08,
  },
  {
    name: 'CDNOW master, 23,570 customers',
    file: 'cdnow/cdnow_master.csv.gz',
    read: readCdnowMaster,
    python: 0.458 + 0.594,
    aim: 0.3,
  },
]

/** BG/NBD and Gamma-Gamma fitted from customers' histories. */
export async function benchCustomerBase(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const { name, file, read, python, aim } of SETS) {
    const what = `BG/NBD + Gamma-Gamma, ${name}`
    if (isMissing(file)) {
      rows.push(missingRow(what, `../shared/data/${file}`))
      continue
    }
    const { histories, values } = customersOf(read())
    const ours = await timeCalls(RUNS, () => {
      const fits = [fitBgNbd(histories), fitGammaGamma(values)]
      if (fits.some((fit) => fit.kind !== 'fitted')) throw new Error(`${name} could not be fitted.`)
    })
    rows.push({
      what,
      ours: seconds(ours),
      peer: `Python, as recorded ${seconds(python)}`,
      ratio: (ours / python).toFixed(3),
      aim: `≤ ${seconds(aim)}`,
      isMet: ours <= aim,
    })
  }
  return rows
}

function customersOf(purchases: readonly Purchase[]) {
  const customers = purchaseDays(purchases)
  const histories = customers.flatMap((days) => {
    const history = historyInWeeks(
      days.map(({ on }) => on),
      LAST_DAY,
    )
    return history ? [history] : []
  })
  const values = customers.flatMap((days) => {
    const repeats = days.slice(1)
    const meanValue = repeats.reduce((sum, { value }) => sum + value, 0) / Math.max(repeats.length, 1)
    return meanValue > 0 ? [{ x: repeats.length, meanValue }] : []
  })
  return { histories, values }
}
