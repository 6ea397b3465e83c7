import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { companyFields } from '#shared/contract/account.ts'
import { amountFromUnits } from '#shared/domain/money.ts'
import { parseAmount } from '../../../../src/renderer/components/parse-amount.ts'
import { parseDay } from '../../../../src/renderer/components/parse-day.ts'
import { hasLeft, postsAt } from '../../../../src/renderer/features/account/people/person-post.ts'
import {
  FIELD_GROUPS,
  fieldText,
  parseField,
} from '../../../../src/renderer/features/account/record/company-fields.ts'

describe('a typed day', () => {
  it.each([
    ['2026-9-3', '2026-09-03'],
    ['2026/09/03', '2026-09-03'],
    ['2026.9.03', '2026-09-03'],
    ['20260903', '2026-09-03'],
    ['2026年9月3日', '2026-09-03'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('is understood: %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })

  it.each(['2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '3/9/2026', '2026-9', 'soon', ''])(
    'is refused where the calendar has none: %s',
    (text) => {
      expect(parseDay(text)).toBeNull()
    },
  )
})

describe('a typed amount', () => {
  it.each([
    ['300', 300],
    ['1,200.50', 1200.5],
    ['¥300 万', 3_000_000],
    ['300万', 3_000_000],
    ['1.2亿', 120_000_000],
    ['3.5M', 3_500_000],
    ['€20K', 20_000],
    ['−5 万', -50_000],
    ['-5', -5],
    ['300元', 300],
    ['.5', 0.5],
  ])('is understood: %s', (text, units) => {
    expect(parseAmount(text)).toBe(amountFromUnits(units))
  })

  it.each(['', 'many', '1,20', '12 apples', '1.2.3', '9'.repeat(20)])(
    'is refused instead of guessed: %s',
    (text) => {
      expect(parseAmount(text)).toBeNull()
    },
  )

  it('never writes a negative zero', () => {
    expect(Object.is(parseAmount('-0'), 0)).toBe(true)
  })
})

describe('master data typed into the form', () => {
  const definition = (field: string) => {
    const found = FIELD_GROUPS.flatMap(({ fields }) => fields).find((one) => one.field === field)
    if (!found) throw new Error(`no field ${field}`)
    return found
  }

  it('offers every field of the record', () => {
    const offered = FIELD_GROUPS.flatMap(({ fields }) => fields.map(({ field }) => field))
    expect([...offered].sort()).toEqual(Object.keys(companyFields.shape).sort())
  })

  it('takes blank as unknown, but not for a name', () => {
    expect(parseField(definition('city'), ' ')).toEqual({ state: 'ok', changes: { city: null } })
    expect(parseField(definition('name'), ' ')).toEqual({ state: 'refused', reason: 'required' })
  })

  it('reads numbers with separators and refuses half a person', () => {
    expect(parseField(definition('headcount'), '9,400')).toEqual({
      state: 'ok',
      changes: { headcount: 9400 },
    })
    expect(parseField(definition('headcount'), '9.5')).toEqual({ state: 'refused', reason: 'count' })
    expect(parseField(definition('customerSince'), 'last year')).toEqual({ state: 'refused', reason: 'day' })
  })

  it('either gives the contract what it takes or says why not', () => {
    const fields = FIELD_GROUPS.flatMap((group) => group.fields).filter(({ kind }) => kind !== 'revenue')
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ maxLength: 300 }), (field, text) => {
        const parsed = parseField(field, text)
        if (parsed.state === 'ok')
          expect(companyFields.partial().safeParse(parsed.changes).success).toBe(true)
      }),
    )
  })

  it('shows an unknown field as empty, never as the word null', () => {
    const company = companyFields.parse({
      number: 'C-1',
      name: 'A',
      ...Object.fromEntries(
        Object.keys(companyFields.shape)
          .filter((field) => field !== 'number' && field !== 'name')
          .map((field) => [field, null]),
      ),
    })
    expect(fieldText(company, 'city')).toBe('')
    expect(fieldText(company, 'revenue')).toBe('')
    expect(fieldText(company, 'number')).toBe('C-1')
  })
})

describe('people of a company', () => {
  const companyId = '00000000-0000-4000-8000-00000000000a'
  const other = '00000000-0000-4000-8000-00000000000b'
  const person = (index: number, posts: { companyId: string; endedOn: string | null; title: string }[]) => {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    return {
      id,
      fields: {
        name: `Person ${index}`,
        gender: null,
        birthday: null,
        phone: null,
        mobile: null,
        email: null,
        address: null,
        interests: null,
        notes: null,
        source: null,
        consent: null,
      },
      employments: posts.map((post, place) => ({
        id: `00000000-0000-4000-9000-${String(index * 10 + place).padStart(12, '0')}`,
        personId: id,
        companyName: '',
        department: null,
        startedOn: null,
        ...post,
      })),
    }
  }

  it('lists those who left last, and shows the present post of one who came back', () => {
    const posts = postsAt(
      [
        person(1, [{ companyId, endedOn: '2026-05-31', title: 'gone' }]),
        person(2, [
          { companyId, endedOn: '2020-01-01', title: 'old' },
          { companyId, endedOn: null, title: 'now' },
        ]),
        person(3, [{ companyId: other, endedOn: null, title: 'elsewhere' }]),
      ],
      companyId,
      '2026-09-30',
    )
    expect(posts.map(({ post }) => post.title)).toEqual(['now', 'gone'])
    expect(posts.map((one) => one.hasLeft)).toEqual([false, true])
  })

  it('counts a last day in the future as still there', () => {
    expect(hasLeft({ endedOn: '2026-12-31' }, '2026-09-30')).toBe(false)
    expect(hasLeft({ endedOn: '2026-09-30' }, '2026-09-30')).toBe(true)
    expect(hasLeft({ endedOn: null }, '2026-09-30')).toBe(false)
  })
})
