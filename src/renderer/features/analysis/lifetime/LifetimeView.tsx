import { Button, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LIFETIME_SORTS, type LifetimePortfolio, type LifetimeSort } from '#shared/contract/lifetime.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { ImportFirst } from '../../../components/ImportFirst.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { AnalysisView } from '../AnalysisView.tsx'
import { useAnalysisSearch } from '../use-analysis-search.ts'
import { BasePanel } from './BasePanel.tsx'
import { ForecastPanel } from './ForecastPanel.tsx'
import { LifetimeDrawer } from './LifetimeDrawer.tsx'
import { LifetimeTable } from './LifetimeTable.tsx'
import styles from './LifetimeView.module.css'
import { ParametersPanel } from './ParametersPanel.tsx'

const PAGE = 100
const MOST_ROWS = 500

function useSentence(): (portfolio: LifetimePortfolio) => string {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  return ({ value, accountCount, forecast, horizonWeeks: weeks }) => {
    const worth =
      value.valuedCount === 0
        ? t('sentence.unknown', { count: accountCount })
        : t('sentence.value', { count: value.valuedCount, value: format.money(value.total) })
    return forecast === null
      ? worth
      : t('sentence.both', {
          value: worth,
          forecast: t('sentence.forecast', {
            weeks,
            orders: format.number(forecast.expectedOrders),
            worth: format.money(forecast.expectedWorth),
          }),
        })
  }
}

/** What the accounts are worth in the years to come, and what the customer base will do in the next quarter. */
export function LifetimeView() {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  const sentence = useSentence()
  const { account, openAccount } = useAnalysisSearch()
  const [sort, setSort] = useState<LifetimeSort>('value')
  const [limit, setLimit] = useState(PAGE)
  const [hasChosen, setChosen] = useState(false)
  const { data, error, isPending } = useCall('lifetime.portfolio', { sort, limit }, { keepPrevious: true })

  // Nobody can be ranked by a value that is unknown of all.
  const isUnranked = !hasChosen && sort === 'value' && data?.value.valuedCount === 0
  useEffect(() => {
    if (isUnranked) setSort(data?.forecast ? 'noOrder' : 'silence')
  }, [isUnranked, data])

  if (error) return <ErrorNotice failure={error} />
  if (isPending) return <LoadingLine />
  if (!data) {
    return (
      <ImportFirst title={t('empty.title')} action={t('empty.act')}>
        {t('empty.text')}
      </ImportFirst>
    )
  }
  const opened = data.accounts.find(({ id }) => id === account)
  return (
    <AnalysisView
      sentence={sentence(data)}
      note={t('sentence.note', {
        day: format.day(data.asOf),
        entered: format.number(data.value.enteredCount),
        unknown: format.number(data.value.unknownCount),
      })}
      tools={
        <Select
          size="xs"
          w={200}
          aria-label={t('sort.label')}
          value={sort}
          allowDeselect={false}
          data={LIFETIME_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(value) => {
            setChosen(true)
            setSort(LIFETIME_SORTS.find((one) => one === value) ?? 'value')
          }}
        />
      }
      status={
        <span>{t('status', { count: data.accountCount, figure: format.number(data.accountCount) })}</span>
      }
      drawer={
        account && (
          <LifetimeDrawer
            key={account}
            accountId={account}
            row={opened}
            onClose={() => openAccount(undefined)}
          />
        )
      }
    >
      <div className={styles.room}>
        <div className={styles.board}>
          <LifetimeTable portfolio={data} sort={sort} opened={account} onOpen={openAccount}>
            {data.accounts.length < Math.min(data.accountCount, MOST_ROWS) && (
              <Button variant="default" size="xs" onClick={() => setLimit(Math.min(limit + PAGE, MOST_ROWS))}>
                {t('table.more', { count: data.accountCount - data.accounts.length })}
              </Button>
            )}
          </LifetimeTable>
          <div className={styles.column}>
            <BasePanel portfolio={data} />
            <ForecastPanel portfolio={data} />
            <ParametersPanel portfolio={data} />
          </div>
        </div>
      </div>
    </AnalysisView>
  )
}
