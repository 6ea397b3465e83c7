import { IconChevronRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreditSheet, CreditSheetRow } from '#shared/contract/credit.ts'
import { CREDIT_CATEGORIES, CREDIT_TRAITS, type CreditIndicatorKey } from '#shared/domain/credit.ts'
import { DataBar } from '../../../components/DataBar.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from './Credit.module.css'
import { useCreditWords } from './use-credit-words.ts'

function SourceText({ row }: { row: CreditSheetRow }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const words = useCreditWords()
  const { source } = row
  if (source.kind === 'none') return <>{format.missing}</>
  if (source.kind === 'invoices') {
    return <>{t('sheet.fromInvoices', { count: source.invoiceCount })}</>
  }
  const carried = source.carriedFrom && t('sheet.carried', { quarter: words.quarter(source.carriedFrom) })
  return <span title={[source.text, carried].filter(Boolean).join(' · ')}>{source.text}</span>
}

/** The twenty indicators by category; each opens to its standards and to where it is entered. */
export function SheetPanel({
  sheet,
  opened,
  onOpen,
}: {
  sheet: CreditSheet
  opened: CreditIndicatorKey | undefined
  onOpen: (indicator: CreditIndicatorKey) => void
}) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const words = useCreditWords()
  const known = sheet.rows.filter(({ points }) => points !== null).length
  const { points, categories } = sheet.result
  return (
    <Panel
      title={
        points === null
          ? t('sheet.titleNone', { known })
          : t('sheet.title', { known, points: format.decimal(points, 1) })
      }
      note={t('sheet.note')}
    >
      <ul className={styles.rows} aria-label={t('sheet.label')}>
        <li className={[styles.row, styles.head].join(' ')} aria-hidden>
          <span>{t('sheet.indicator')}</span>
          <span className={styles.end}>{t('sheet.value')}</span>
          <span>{t('sheet.source')}</span>
          <span />
          <span className={styles.end}>{t('sheet.points')}</span>
          <span />
        </li>
        {CREDIT_CATEGORIES.map((category) => {
          const total = categories.find((one) => one.category === category)
          return (
            <Fragment key={category}>
              <li className={[styles.row, styles.group].join(' ')}>
                <span>{t(`category.${category}`)}</span>
                <span />
                <span />
                <span />
                <span className={styles.end}>
                  {total?.points === null || total === undefined
                    ? format.missing
                    : `${format.decimal(total.points, 1)} / ${format.number(total.ratedWeight, 1)}`}
                </span>
                <span />
              </li>
              {sheet.rows
                .filter(({ key }) => CREDIT_TRAITS[key].category === category)
                .map((row) => (
                  <li key={row.key}>
                    <button
                      type="button"
                      className={[styles.row, styles.act].join(' ')}
                      aria-pressed={opened === row.key}
                      onClick={() => onOpen(row.key)}
                    >
                      <span className={styles.cut}>{words.indicator(row.key)}</span>
                      <span className={[styles.end, row.value === null ? 'ms-dimmed' : ''].join(' ')}>
                        {words.figure(row.key, row.value)}
                      </span>
                      <span className={`${styles.cut} ms-dimmed`}>
                        <SourceText row={row} />
                      </span>
                      <DataBar
                        percent={
                          row.points === null || row.weight === 0 ? null : (100 * row.points) / row.weight
                        }
                      />
                      <span className={styles.end}>
                        {row.points === null ? format.missing : format.decimal(row.points, 1)}
                        <span className="ms-dimmed"> / {format.number(row.weight, 1)}</span>
                      </span>
                      <IconChevronRight size={14} stroke={1.6} aria-hidden />
                    </button>
                  </li>
                ))}
            </Fragment>
          )
        })}
      </ul>
    </Panel>
  )
}
