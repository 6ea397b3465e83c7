import {
  accountActivityRegisters,
  classOverrideRegisters,
  classPublicationRegisters,
  costActivityRegisters,
  creditRatingRegisters,
  creditTemplateRegisters,
  customerSpendRegisters,
  customFieldRegisters,
  customValueRegisters,
  lifetimeAssumptionRegisters,
  opportunityRegisters,
  purchaseFactorRegisters,
  purchaseJudgementRegisters,
  relationshipComplexityRegisters,
  scoringScenarioRegisters,
  segmentWorksheetRegisters,
  whiteSpaceCellRegisters,
} from './model-registers.ts'
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
  custom_field: customFieldRegisters,
  custom_value: customValueRegisters,
  class_override: classOverrideRegisters,
  class_publication: classPublicationRegisters,
  scoring_scenario: scoringScenarioRegisters,
  lifetime_assumption: lifetimeAssumptionRegisters,
  credit_template: creditTemplateRegisters,
  credit_rating: creditRatingRegisters,
  purchase_factor: purchaseFactorRegisters,
  purchase_judgement: purchaseJudgementRegisters,
  customer_spend: customerSpendRegisters,
  white_space_cell: whiteSpaceCellRegisters,
  opportunity: opportunityRegisters,
  cost_activity: costActivityRegisters,
  account_activity: accountActivityRegisters,
  segment_worksheet: segmentWorksheetRegisters,
  relationship_complexity: relationshipComplexityRegisters,
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
