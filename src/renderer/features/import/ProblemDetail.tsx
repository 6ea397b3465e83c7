import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FileInspection, ImportCheck, ImportRequest } from '#shared/contract/import.ts'
import { useRowErrorText } from '../../api/use-error-text.ts'
import { useFormat } from '../../components/format.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import type { ImportSession } from './import-session.ts'
import styles from './ProblemsStep.module.css'
import { currenciesWithoutRate, type ProblemGroup, readingsFor } from './problem-groups.ts'
import { RateForm } from './RateForm.tsx'
import { ReadingChoice } from './ReadingChoice.tsx'

export interface ProblemDetailProps {
  group: ProblemGroup
  session: ImportSession
  inspection: FileInspection
  request: ImportRequest
  revision: string
  check: ImportCheck
  onMapping: (header: string | null) => void
}

/** One group of problems: why, what repairs it and what that would change, and the rows with what was expected. */
export function ProblemDetail(props: ProblemDetailProps) {
  const { group, session, inspection, request, revision, check, onMapping } = props
  const { t } = useTranslation('import')
  const format = useFormat()
  const rowErrorText = useRowErrorText()
  const { code, column, remedy, text } = group
  const readings = readingsFor(group, inspection, session.settings)
  const currencies = remedy === 'rate' ? currenciesWithoutRate([group]) : []

  return (
    <section className={styles.problem} aria-label={t(`problem.${text}.title`)}>
      <div className={styles.problemHead}>
        <h2>
          {t('problems.headline', {
            count: group.rowCount,
            rows: format.number(group.rowCount),
            column,
            reason: t(`problem.${text}.reason`),
          })}
        </h2>
        <p className={styles.advice}>{t(`problem.${text}.advice`)}</p>
        {readings.length > 0 && (
          <ReadingChoice
            readings={readings}
            session={session}
            request={request}
            revision={revision}
            check={check}
          />
        )}
        {currencies.length > 0 && (
          <div className={styles.rates}>
            {currencies.map((currency) => (
              <RateForm key={currency} currency={currency} />
            ))}
          </div>
        )}
        {(remedy === 'mapping' || remedy === 'encoding') && (
          <div>
            <Button onClick={() => onMapping(remedy === 'mapping' ? column : null)}>
              {remedy === 'mapping' ? t('problems.otherColumn') : t('problems.otherEncoding')}
            </Button>
          </div>
        )}
      </div>
      <ScrollRegion className={styles.examples} label={t('problems.rowsLabel')}>
        <SimpleTable
          label={t('problems.rowsLabel')}
          isHeaderSticky
          columns={[
            { key: 'row', label: t('problems.row'), align: 'end', width: 88 },
            { key: 'column', label: t('problems.column') },
            { key: 'value', label: t('problems.value') },
            { key: 'expected', label: t('problems.expected') },
            { key: 'fix', label: t('problems.fix') },
          ]}
          rows={group.examples.map((problem, index) => ({
            key: `${problem.row}-${index}`,
            cells: [
              format.number(problem.row),
              <span key="column" className={styles.cell} title={problem.column}>
                {problem.column}
              </span>,
              problem.value.trim() === '' ? (
                <span key="value" className={styles.wrong}>
                  {format.missing}
                </span>
              ) : (
                <bdi key="value" className={styles.wrong} title={problem.value}>
                  {problem.value}
                </bdi>
              ),
              <span key="expected" className={styles.expected}>
                {t(`problem.${text}.expected`)}
              </span>,
              <span key="fix" className={styles.fix}>
                {rowErrorText(code, problem).remedy}
              </span>,
            ],
          }))}
        />
        {group.rowCount > group.examples.length && (
          <p className={styles.rest}>
            {t('problems.rest', {
              count: group.rowCount - group.examples.length,
              rows: format.number(group.rowCount - group.examples.length),
            })}
          </p>
        )}
      </ScrollRegion>
    </section>
  )
}
