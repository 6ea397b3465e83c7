import { pinyinOf } from '../pinyin.ts'
import { filledText, type RegisterTable, reference, toText } from './register.ts'

export const categoryRegisters = {
  noun: 'product',
  registers: { name: filledText('core', 'name') },
} satisfies RegisterTable

export const productRegisters = {
  noun: 'product',
  registers: {
    code: filledText('core', 'code'),
    name: {
      class: 'core',
      columns: ['name', 'name_pinyin', 'name_initials'],
      toColumns: (value) => {
        const shown = toText(value) ?? ''
        const { full, initials } = pinyinOf(shown)
        return [shown, full, initials]
      },
    },
    category: reference('core', 'category_id'),
  },
} satisfies RegisterTable
