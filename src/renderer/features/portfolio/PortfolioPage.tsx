import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { useCall } from '../../api/use-call.ts'
import type { ActionGroup } from '../../components/actions/action.ts'
import { useActions } from '../../components/actions/use-actions.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useFormat } from '../../components/format.tsx'
import { ImportFirst } from '../../components/ImportFirst.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { Page } from '../../components/page/Page.tsx'
import { AsOfChip } from './AsOfChip.tsx'
import { Headline } from './Headline.tsx'
import { MovementDrawer } from './MovementDrawer.tsx'
import { MovementTab } from './MovementTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { PublicationTab } from './periods/PublicationTab.tsx'
import { StructureTab } from './StructureTab.tsx'

const TABS = ['overview', 'structure', 'movement', 'publication'] as const
type Tab = (typeof TABS)[number]

interface OpenedCell {
  from: ValueClass
  to: ValueClass
}

function useTabActions(select: (tab: Tab) => void): void {
  const { t } = useTranslation('portfolio')
  const group = useMemo<ActionGroup>(
    () => ({
      scope: 'page',
      title: t('title'),
      actions: TABS.map((tab, index) => ({
        id: `portfolio-${tab}`,
        label: t(`tab.${tab}`),
        shortcut: String(index + 1),
        run: () => select(tab),
      })),
    }),
    [t, select],
  )
  useActions(group)
}

function countOf(overview: PortfolioOverview, { from, to }: OpenedCell): number {
  return overview.migration.cells.find((cell) => cell.from === from && cell.to === to)?.count ?? 0
}

/** Who carries the business, how it is spread, and what moved. */
export function PortfolioPage() {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const navigate = useNavigate()
  const search = getRouteApi('/workspace/portfolio').useSearch()
  const tab = TABS.find((one) => one === search.tab) ?? 'overview'
  const [chosenDay, setChosenDay] = useState<Day | null>(null)
  const [opened, setOpened] = useState<OpenedCell | null>(null)
  const overview = useCall('portfolio.overview', chosenDay ? { asOf: chosenDay } : {}, { keepPrevious: true })
  const { data: settings } = useCall('settings.get', {})
  const select = useMemo(
    () => (next: Tab) =>
      void navigate({ to: '/portfolio', search: next === 'overview' ? {} : { tab: next }, replace: true }),
    [navigate],
  )
  useTabActions(select)

  const data = overview.data
  const latest = settings?.effectiveAsOf ?? null
  const canOpen = data !== undefined && data !== null && data.asOf === latest
  const openCell = (from: ValueClass, to: ValueClass) => setOpened({ from, to })
  const isShown = data !== undefined && data !== null

  return (
    <Page
      breadcrumb={[{ label: t('title') }]}
      tabs={
        isShown
          ? TABS.map((one) => ({
              key: one,
              label: t(`tab.${one}`),
              isActive: one === tab,
              onSelect: () => select(one),
            }))
          : []
      }
      filters={
        isShown && latest && tab !== 'publication' ? (
          <AsOfChip
            asOf={data.asOf}
            latest={latest}
            isChosen={chosenDay !== null}
            onChoose={(day) => {
              setChosenDay(day)
              setOpened(null)
            }}
          />
        ) : undefined
      }
      status={
        isShown ? (
          <span>
            <b>{format.number(data.accountCount)}</b> {t('status', { count: data.accountCount })}
          </span>
        ) : undefined
      }
      drawer={
        isShown && opened && canOpen ? (
          <MovementDrawer {...opened} count={countOf(data, opened)} onClose={() => setOpened(null)} />
        ) : undefined
      }
    >
      {overview.error ? (
        <ErrorNotice failure={overview.error} />
      ) : data === undefined ? (
        <LoadingLine />
      ) : data === null ? (
        <ImportFirst title={t('empty.title')} action={t('empty.action')}>
          {t('empty.text')}
        </ImportFirst>
      ) : (
        <>
          <Headline overview={data} isPast={!canOpen} />
          {tab === 'overview' && (
            <OverviewTab overview={data} canOpen={canOpen} onOpenCell={canOpen ? openCell : undefined} />
          )}
          {tab === 'structure' && <StructureTab overview={data} canOpen={canOpen} />}
          {tab === 'publication' && <PublicationTab />}
          {tab === 'movement' && (
            <MovementTab overview={data} canOpen={canOpen} onOpenCell={canOpen ? openCell : undefined} />
          )}
        </>
      )}
    </Page>
  )
}
