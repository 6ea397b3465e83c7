import { Button, Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { FactorPortfolioRow } from '#shared/contract/factor.ts'
import { PURCHASE_SCENARIOS } from '#shared/domain/opportunity.ts'
import { type FactorAdvice, type PurchaseScenario, purchaseScenario } from '#shared/domain/purchase-factor.ts'
import { useCall } from '../../../api/use-call.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFactorTexts } from '../../../components/factor/use-factor-texts.ts'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { ScrollRegion } from '../../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { AnalysisView } from '../AnalysisView.tsx'
import { useAnalysisSearch } from '../use-analysis-search.ts'
import { FactorListDrawer } from './FactorListDrawer.tsx'
import styles from './Factors.module.css'
import { useFactorEdits } from './use-factor-edits.ts'

type Portfolio = OutputOf<'factor.portfolio'>

const LIST = 'list'
const has = (row: FactorPortfolioRow, advice: FactorAdvice) => row.advice.some((one) => one.advice === advice)
const accountsOf = (rows: readonly FactorPortfolioRow[]) => new Set(rows.map((row) => row.accountId)).size

function AccountLink({ row }: { row: FactorPortfolioRow }) {
  const { t } = useTranslation('factor')
  return (
    <span className={styles.account}>
      <ClassLetter valueClass={row.valueClass} />
      <Link
        to="/accounts/$accountId"
        params={{ accountId: row.accountId }}
        search={{ tab: 'factors' }}
        className={styles.link}
        title={t('analysis.open', { account: row.account })}
      >
        {row.account}
      </Link>
    </span>
  )
}

/** The advice that comes first; the others on pointing at it and on the account's page. */
function AdviceCell({ row, factors }: { row: FactorPortfolioRow; factors: Portfolio['factors'] }) {
  const { shortAdviceOf } = useFactorTexts()
  const [first, ...others] = row.advice.map((advice) => shortAdviceOf(advice, factors))
  return (
    <span className={styles.advice} title={[first, ...others].join(' · ')}>
      {first}
      {others.length > 0 && <span className="ms-dimmed"> +{others.length}</span>}
    </span>
  )
}

/** Accounts one advice is for, with the figure behind it. */
function AdvicePanel({
  question,
  rows,
  figureOf,
}: {
  question: string
  rows: readonly FactorPortfolioRow[]
  figureOf: (row: FactorPortfolioRow) => string
}) {
  const { t } = useTranslation('factor')
  const count = accountsOf(rows)
  return (
    <Panel
      question={question}
      title={count === 0 ? t('analysis.nobody') : t('analysis.priceTitle', { count })}
    >
      <ul className={styles.accounts}>
        {rows.map((row) => (
          <li key={`${row.accountId} ${row.scenario}`} className={styles.accountRow}>
            <AccountLink row={row} />
            <span className={styles.figure}>
              <span className="ms-dimmed">{t(`scenario.${row.scenario}`)}</span>
              <span className="ms-number">{figureOf(row)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Filled({ portfolio }: { portfolio: Portfolio }) {
  const { t } = useTranslation('factor')
  const format = useFormat()
  const { nameOf, nameById, percentOf } = useFactorTexts()
  const { factors, rows, derived } = portfolio
  const price = factors.findIndex(({ kind }) => kind === 'price')
  const priceOf = (row: FactorPortfolioRow) =>
    t('analysis.priceShare', { percent: percentOf(row.weights[price] ?? null) })
  const agreementOf = (row: FactorPortfolioRow) => `W ${format.decimal(row.agreement, 2)}`
  if (rows.length === 0) return <p className="ms-dimmed">{t('analysis.none')}</p>
  return (
    <div className={styles.view}>
      <div className={styles.panels}>
        <AdvicePanel
          question={t('analysis.priceQuestion')}
          rows={rows.filter((row) => has(row, 'not-on-price'))}
          figureOf={priceOf}
        />
        <AdvicePanel
          question={t('analysis.differentiationQuestion')}
          rows={rows.filter((row) => has(row, 'not-on-differentiation'))}
          figureOf={priceOf}
        />
        <AdvicePanel
          question={t('analysis.differQuestion')}
          rows={rows.filter((row) => has(row, 'opinions-differ'))}
          figureOf={agreementOf}
        />
      </div>
      <Panel
        question={t('analysis.tableQuestion')}
        title={t('analysis.tableTitle', { count: rows.length })}
        padding="none"
      >
        <ScrollRegion label={t('analysis.tableQuestion')} className={styles.sheet}>
          <SimpleTable
            label={t('analysis.tableQuestion')}
            columns={[
              { key: 'account', label: t('column.account'), width: '20%' },
              { key: 'scenario', label: t('column.scenario'), width: 116 },
              ...factors.map((factor) => ({
                key: factor.id,
                label: <span className={styles.factor}>{nameOf(factor)}</span>,
                align: 'end' as const,
              })),
              { key: 'judges', label: t('column.judges'), align: 'end' as const, width: 72 },
              { key: 'agreement', label: t('column.agreement'), align: 'end' as const, width: 104 },
              { key: 'advice', label: t('column.advice'), width: '20%' },
            ]}
            rows={rows.map((row) => ({
              key: `${row.accountId} ${row.scenario}`,
              cells: [
                <AccountLink key="account" row={row} />,
                t(`scenario.${row.scenario}`),
                ...row.weights.map((weight, place) => {
                  const id = factors[place]?.id
                  return id === row.topFactorId ? (
                    <b key={id} title={nameById(factors, id)}>
                      {percentOf(weight)}
                    </b>
                  ) : (
                    percentOf(weight)
                  )
                }),
                format.number(row.judges),
                row.agreement === null ? <Missing key="agreement" /> : format.decimal(row.agreement, 2),
                <AdviceCell key="advice" row={row} factors={factors} />,
              ],
            }))}
            {...(derived.weights
              ? {
                  footer: [
                    t('derived.title', { count: derived.closings }),
                    '',
                    ...derived.weights.map((weight, place) =>
                      weight === null ? <Missing key={factors[place]?.id} /> : percentOf(weight),
                    ),
                  ],
                }
              : {})}
          />
        </ScrollRegion>
      </Panel>
    </div>
  )
}

/** Across accounts: where not to lead with price, and where not to talk differentiation. */
export function FactorsView() {
  const { t } = useTranslation('factor')
  const format = useFormat()
  const { detail, setDetail } = useAnalysisSearch()
  const [scenario, setScenario] = useState<PurchaseScenario | null>(null)
  const { data, error } = useCall('factor.portfolio', scenario ? { scenario } : {}, { keepPrevious: true })
  const { data: workspace } = useCall('workspace.current', {})
  const edits = useFactorEdits()
  const close = useCallback(() => setDetail(undefined), [setDetail])
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  const { rows, factors, isSeedPrior, unjudgedCount } = data
  const isEmpty = rows.length === 0 && scenario === null
  const counted = (advice: FactorAdvice) => format.number(accountsOf(rows.filter((row) => has(row, advice))))
  const note = [
    t('analysis.note', { differ: counted('opinions-differ'), unjudged: format.number(unjudgedCount) }),
    isSeedPrior ? t('analysis.seed') : null,
  ].filter((part) => part !== null)
  return (
    <AnalysisView
      sentence={
        isEmpty
          ? undefined
          : t('analysis.sentence', {
              count: accountsOf(rows),
              price: counted('not-on-price'),
              differentiation: counted('not-on-differentiation'),
            })
      }
      note={note.join(' · ')}
      isFilling={isEmpty}
      tools={
        <>
          <Select
            aria-label={t('scenario.label')}
            placeholder={t('scenario.all')}
            data={PURCHASE_SCENARIOS.map((one) => ({ value: one, label: t(`scenario.${one}`) }))}
            value={scenario}
            clearable
            w={160}
            onChange={(value) => setScenario(purchaseScenario.nullable().catch(null).parse(value))}
          />
          <Button onClick={() => setDetail(detail === LIST ? undefined : LIST)}>{t('act.list')}</Button>
        </>
      }
      drawer={
        detail === LIST && (
          <FactorListDrawer
            factors={factors}
            isSeedPrior={isSeedPrior}
            edits={edits}
            isReadOnly={workspace?.isReadOnly ?? false}
            onClose={close}
          />
        )
      }
    >
      {isEmpty ? (
        <EmptyState
          title={t('empty.title')}
          action={
            <Button size="sm" variant="filled" renderRoot={(props) => <Link to="/accounts" {...props} />}>
              {t('empty.action')}
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <Filled portfolio={data} />
      )}
    </AnalysisView>
  )
}
