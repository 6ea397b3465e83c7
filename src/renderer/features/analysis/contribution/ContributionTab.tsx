import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContributionPortfolio } from '#shared/contract/contribution.ts'
import { useCall } from '../../../api/use-call.ts'
import { Chip } from '../../../components/Chip.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { ImportFirst } from '../../../components/ImportFirst.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import styles from '../Analysis.module.css'
import { AnalysisView } from '../AnalysisView.tsx'
import { useAnalysisSearch } from '../use-analysis-search.ts'
import { ActivitiesPanel } from './ActivitiesPanel.tsx'
import { ContributionDrawer } from './ContributionDrawer.tsx'
import { ContributionGrid } from './ContributionGrid.tsx'
import { STARTER_ACTIVITIES } from './starter-activities.ts'
import { type ContributionEdits, useContributionEdits } from './use-contribution-edits.ts'
import { WhalePanel } from './WhalePanel.tsx'

const YEAR = /^\d{4}$/

function useSentence(portfolio: ContributionPortfolio): string {
  const { t } = useTranslation('contribution')
  const format = useFormat()
  const { peak, costing, knownCount, contribution } = portfolio
  if (knownCount === 0) return t('sentence.unknown')
  if (peak === null || peak.percent === null) {
    return t('sentence.loss', { count: knownCount, amount: format.money(contribution) })
  }
  if (costing.count === 0)
    return t('sentence.none', { count: peak.count, amount: format.money(contribution) })
  return t('sentence.whale', {
    peak: format.number(peak.count),
    percent: format.percent(peak.percent, 0),
    costing: format.number(costing.count),
    amount: format.money(costing.amount),
  })
}

function YearChip({
  portfolio,
  onYear,
}: {
  portfolio: ContributionPortfolio
  onYear: (year: number) => void
}) {
  const { t } = useTranslation('contribution')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Chip name={t('year')} value={portfolio.year} />
      </Menu.Target>
      <Menu.Dropdown>
        {portfolio.years.map((year) => (
          <Menu.Item key={year} onClick={() => onYear(year)}>
            {year}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Begin({ edits, isReadOnly }: { edits: ContributionEdits; isReadOnly: boolean }) {
  const { t } = useTranslation('contribution')
  const start = () =>
    edits.define(
      STARTER_ACTIVITIES.map(({ key, driver }) => ({
        name: t(`starter.${key}.name`),
        unit: t(`starter.${key}.unit`),
        driver,
        rate: null,
      })),
    )
  return (
    <EmptyState
      title={t('begin.title')}
      action={
        !isReadOnly && (
          <Button
            size="sm"
            variant="filled"
            leftSection={<IconPlus size={16} stroke={1.6} />}
            onClick={start}
          >
            {t('begin.act', { count: STARTER_ACTIVITIES.length })}
          </Button>
        )
      }
    >
      {t('begin.text')}
    </EmptyState>
  )
}

/** What each account leaves after the work it causes: the whale curve, the rates behind it, and every account. */
export function ContributionTab() {
  const { t } = useTranslation('contribution')
  const { account, detail, openAccount, setDetail } = useAnalysisSearch()
  const wanted = detail !== undefined && YEAR.test(detail) ? { year: Number(detail) } : {}
  const portfolio = useCall('contribution.portfolio', wanted, { keepPrevious: true })
  const activities = useCall('contribution.listActivities', {})
  const { data: workspace } = useCall('workspace.current', {})
  const edits = useContributionEdits()
  const isReadOnly = workspace?.isReadOnly ?? false
  const close = useCallback(() => openAccount(undefined), [openAccount])

  const failure = portfolio.error ?? activities.error
  if (failure) return <ErrorNotice failure={failure} />
  if (portfolio.data === undefined || !activities.data) return <LoadingLine />
  if (portfolio.data === null) {
    return (
      <ImportFirst title={t('empty.title')} action={t('empty.action')}>
        {t('empty.text')}
      </ImportFirst>
    )
  }
  if (activities.data.length === 0) return <Begin edits={edits} isReadOnly={isReadOnly} />
  return (
    <Filled
      portfolio={portfolio.data}
      tools={<YearChip portfolio={portfolio.data} onYear={(year) => setDetail(String(year))} />}
      drawer={
        account && (
          <ContributionDrawer
            id={account}
            year={portfolio.data.year}
            edits={edits}
            isReadOnly={isReadOnly}
            onClose={close}
          />
        )
      }
    >
      <div className={styles.pair}>
        <WhalePanel portfolio={portfolio.data} />
        <ActivitiesPanel
          activities={activities.data}
          portfolio={portfolio.data}
          edits={edits}
          isReadOnly={isReadOnly}
        />
      </div>
      <ContributionGrid portfolio={portfolio.data} activeId={account ?? null} onOpen={openAccount} />
    </Filled>
  )
}

function Filled({
  portfolio,
  children,
  ...slots
}: {
  portfolio: ContributionPortfolio
  tools: ReactNode
  drawer: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation('contribution')
  const format = useFormat()
  const sentence = useSentence(portfolio)
  const { from, to, knownCount, accountCount, marginCoveragePercent, costCoveragePercent } = portfolio
  const note = [
    `${format.day(from)} – ${format.day(to)}`,
    knownCount < accountCount
      ? t('note.known', { known: format.number(knownCount), count: format.number(accountCount) })
      : t('note.all', { count: accountCount, figure: format.number(accountCount) }),
    t('note.coverage', {
      margin: format.percent(marginCoveragePercent, 0),
      cost: format.percent(costCoveragePercent, 0),
    }),
  ].join(' · ')
  return (
    <AnalysisView sentence={sentence} note={note} isFilling {...slots}>
      {children}
    </AnalysisView>
  )
}
