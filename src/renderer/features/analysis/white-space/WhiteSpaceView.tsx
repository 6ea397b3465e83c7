import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownCellKind } from '#shared/contract/wallet.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { ImportFirst } from '../../../components/ImportFirst.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { AnalysisView } from '../AnalysisView.tsx'
import { CellDrawer } from './CellDrawer.tsx'
import styles from './WhiteSpace.module.css'
import { type CellPlace, WhiteSpaceGrid } from './WhiteSpaceGrid.tsx'

const PAGE = 60
const TYPING_MS = 150
const KINDS = ['all', 'white', 'buys', 'unknown'] as const
type KindFilter = (typeof KINDS)[number]

/** Accounts × categories: what they buy, what is white and how much, what nobody knows. */
export function WhiteSpaceView() {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const [kind, setKind] = useState<KindFilter>('all')
  const [manager, setManager] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [typed] = useDebouncedValue(text.trim(), TYPING_MS)
  const [limit, setLimit] = useState(PAGE)
  const [opened, setOpened] = useState<CellPlace | null>(null)
  const close = useCallback(() => setOpened(null), [])
  const kinds: ShownCellKind[] = kind === 'all' ? [] : [kind]
  const { data, error } = useCall(
    'wallet.whiteSpace',
    {
      filter: {
        ...(kinds.length > 0 ? { kinds } : {}),
        ...(manager === null ? {} : { accountManagers: [manager] }),
        ...(typed === '' ? {} : { text: typed }),
      },
      offset: 0,
      limit,
    },
    { keepPrevious: true },
  )
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  if (data.categories.length === 0) {
    return (
      <ImportFirst title={t('grid.empty')} action={t('grid.emptyAct')}>
        {t('grid.emptyText')}
      </ImportFirst>
    )
  }
  const row = data.rows.find(({ accountId }) => accountId === opened?.accountId)
  const cell = row?.cells.find(({ categoryId }) => categoryId === opened?.categoryId)
  const category = data.categories.find(({ id }) => id === opened?.categoryId)
  const top = [...data.categories].sort((one, other) => other.potential - one.potential)[0]
  return (
    <AnalysisView
      sentence={
        top && top.potential > 0
          ? t('grid.sentence', {
              amount: format.money(data.potential),
              white: format.number(data.counts.white),
              category: top.name,
              most: format.money(top.potential),
            })
          : t('grid.nothing')
      }
      note={t('grid.note', {
        unknown: format.number(data.counts.unknown),
        buys: format.number(data.counts.buys),
      })}
      status={<span>{t('grid.status', { count: data.total, figure: format.number(data.total) })}</span>}
      drawer={
        row &&
        cell &&
        category && (
          <CellDrawer
            key={`${row.accountId} ${cell.categoryId}`}
            row={row}
            cell={cell}
            category={category.name}
            onClose={close}
          />
        )
      }
    >
      <div className={styles.filters}>
        <TextInput
          size="xs"
          w={200}
          aria-label={t('grid.search')}
          placeholder={t('grid.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          size="xs"
          w={160}
          aria-label={t('grid.manager')}
          placeholder={t('grid.manager')}
          clearable
          allowDeselect
          value={manager}
          data={data.accountManagers}
          onChange={setManager}
        />
        <SegmentedControl
          aria-label={t('grid.kinds')}
          value={kind}
          data={KINDS.map((value) => ({ value, label: t(`grid.kind.${value}`) }))}
          onChange={(value) => setKind(KINDS.find((one) => one === value) ?? 'all')}
        />
      </div>
      <WhiteSpaceGrid categories={data.categories} rows={data.rows} opened={opened} onOpen={setOpened} />
      {data.total > data.rows.length && (
        <Button mt={8} onClick={() => setLimit(limit + PAGE)}>
          {t('grid.more', { count: data.total - data.rows.length })}
        </Button>
      )}
    </AnalysisView>
  )
}
