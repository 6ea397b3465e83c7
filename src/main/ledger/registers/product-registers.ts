import { pinyinOf } from '../pinyin.ts'
import { filledText, grouped, type RegisterTable, reference, toInteger, toText } from './register.ts'

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
    listPrice: grouped('commercial', {
      list_price: ['amount', toInteger],
      list_price_currency: ['currency', toText],
    }),
  },
} satisfies RegisterTable
