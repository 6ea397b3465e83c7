import { employmentRegisters, partyRegisters, partyRoleRegisters } from './party-registers.ts'
import { categoryRegisters, productRegisters } from './product-registers.ts'
import type { Register, RegisterTable } from './register.ts'
import {
  currencyRateRegisters,
  factBatchRegisters,
  importMappingRegisters,
  savedViewRegisters,
  scoringModelRegisters,
  settingRegisters,
} from './workspace-registers.ts'

/** Every table that is written through the log, with its registers. */
export const registerTables = {
  party: partyRegisters,
  party_role: partyRoleRegisters,
  employment: employmentRegisters,
  category: categoryRegisters,
  product: productRegisters,
  setting: settingRegisters,
  currency_rate: currencyRateRegisters,
  scoring_model: scoringModelRegisters,
  saved_view: savedViewRegisters,
  import_mapping: importMappingRegisters,
  fact_batch: factBatchRegisters,
} satisfies Record<string, RegisterTable>

const tablesByName = new Map<string, RegisterTable>(Object.entries(registerTables))

/** Throws a RangeError for a table that is not written through the log. */
export function getRegisterTable(name: string): RegisterTable {
  const table = tablesByName.get(name)
  if (!table) throw new RangeError(`There is no register table ${name}.`)
  return table
}

/** Throws a RangeError for a register the table lacks. */
export function getRegister(table: RegisterTable, name: string): Register {
  const register = Object.hasOwn(table.registers, name) ? table.registers[name] : undefined
  if (!register) throw new RangeError(`There is no register ${name}.`)
  return register
}
