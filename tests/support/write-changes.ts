import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openDatabase } from '../../src/main/database/open-database.ts'
import { createLedger } from '../../src/main/ledger/create-ledger.ts'

const [workspaceFile = '', startText = '0'] = process.argv.slice(2)
const database = openDatabase(workspaceFile, { mode: 'writer' })
const ledger = createLedger(database, {
  author: () => 'Writer',
  now: Date.now,
  randomBytes,
  afterChange: () => {},
})

const rowOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Writes change after change, now and then undoing and redoing one, and prints each number once it is saved. */
for (let number = Number(startText) + 1; ; number += 1) {
  ledger.change({ key: 'test', values: { number } }, ['account'], (writer) => {
    for (let row = 0; row < 5; row += 1) {
      writer.setAll('party', rowOf(row), {
        name: `Change ${number}`,
        notes: String(number),
        headcount: number,
      })
    }
    writer.setAll('category', rowOf(1000 + number), { name: `Category ${number}` })
  })
  if (number % 3 === 0) {
    ledger.undo(undefined, false)
    ledger.redo(undefined, false)
  }
  writeSync(1, `${number}\n`)
}
