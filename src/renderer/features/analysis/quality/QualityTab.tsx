import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QualityPortfolio } from '#shared/contract/quality.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { ImportFirst } from '../../../components/ImportFirst.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import styles from '../Analysis.module.css'
import { AnalysisView } from '../AnalysisView.tsx'
import { useAnalysisSearch } from '../use-analysis-search.ts'
import { PartsPanel } from './PartsPanel.tsx'
import { QualityDrawer } from './QualityDrawer.tsx'
import { QualityGrid, type QualityKind } from './QualityGrid.tsx'
import { QualityPanel } from './QualityPanel.tsx'

function useSentence({ scorePercent, weak }: QualityPortfolio): string {
  const { t } = useTranslation('quality')
  const format = useFormat()
  if (scorePercent === null) return t('sentence.unknown')
  const score = format.number(scorePercent, 0)
  if (weak.count === 0) return t('sentence.good', { score })
  return t('sentence.weak', {
    score,
    count: weak.count,
    amount: format.money(weak.netSales),
    percent: format.percent(weak.sharePercent),
  })
}

function Filled({ portfolio }: { portfolio: QualityPortfolio }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const { account, openAccount } = useAnalysisSearch()
  const [kind, setKind] = useState<QualityKind>('all')
  const close = useCallback(() => openAccount(undefined), [openAccount])
  const { signs, accountCount, scoredCount } = portfolio
  const note = [
    `${format.day(portfolio.from)} – ${format.day(portfolio.asOf)}`,
    t('note.scored', { known: format.number(scoredCount), count: format.number(accountCount) }),
    signs.lineCount === 0
      ? t('note.noSigns')
      : t('note.signs', {
          accounts: format.number(signs.accountCount),
          lines: format.number(signs.lineCount),
        }),
  ].join(' · ')
  return (
    <AnalysisView
      sentence={useSentence(portfolio)}
      note={note}
      isFilling
      drawer={account && <QualityDrawer id={account} onClose={close} />}
    >
      <div className={styles.pair}>
        <QualityPanel portfolio={portfolio} onOpen={openAccount} />
        <PartsPanel portfolio={portfolio} />
      </div>
      <QualityGrid kind={kind} onKind={setKind} activeId={account ?? null} onOpen={openAccount} />
    </AnalysisView>
  )
}

/** How good the sales of each account are, beside how large. */
export function QualityTab() {
  const { t } = useTranslation('quality')
  const { data, error } = useCall('quality.portfolio', {}, { keepPrevious: true })
  if (error) return <ErrorNotice failure={error} />
  if (data === undefined) return <LoadingLine />
  if (data === null || data.accountCount === 0) {
    return (
      <ImportFirst title={t('empty.title')} action={t('empty.action')}>
        {t('empty.text')}
      </ImportFirst>
    )
  }
  return <Filled portfolio={data} />
}
