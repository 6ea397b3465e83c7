import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileInspection } from '#shared/contract/import.ts'
import { DATE_ORDERS, DECIMAL_SIGNS, type DecimalSign, type ReadSettings } from '#shared/domain/import.ts'
import { isDayFieldOf } from '#shared/domain/import-field.ts'
import type { CurrencyCode } from '#shared/domain/money.ts'
import { useFormat } from '../../components/format.tsx'
import { type MappedColumn, NUMBER_FIELDS } from './column-choices.ts'
import type { OpenReadings } from './import-request.ts'
import styles from './MappingStep.module.css'
import { RateForm } from './RateForm.tsx'
import { ambiguousDate, ambiguousNumber } from './sample-readings.ts'

export interface MappingQuestionsProps {
  inspection: FileInspection
  columns: readonly MappedColumn[]
  open: OpenReadings
  currenciesWithoutRate: readonly CurrencyCode[]
  onSettings: (change: Partial<ReadSettings>) => void
  onUnit: (header: string, unitFactor: number) => void
}

interface Answer {
  key: string
  label: string
  onChoose: () => void
}

function Answers({ label, answers }: { label: string; answers: readonly Answer[] }) {
  return (
    <fieldset className={styles.answers} aria-label={label}>
      {answers.map((answer) => (
        <Button key={answer.key} onClick={answer.onChoose}>
          {answer.label}
        </Button>
      ))}
    </fieldset>
  )
}

function Question({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.question}>
      <IconAlertTriangle size={16} stroke={1.6} className={styles.questionSign} aria-hidden />
      <span className={styles.questionText}>{text}</span>
      {children}
    </div>
  )
}

/** What the file leaves open: asked with its own values, never guessed. */
export function MappingQuestions(props: MappingQuestionsProps) {
  const { inspection, columns, open, currenciesWithoutRate, onSettings, onUnit } = props
  const { t } = useTranslation('import')
  const format = useFormat()

  const signName = (sign: DecimalSign) => (sign === '.' ? t('readings.point') : t('readings.comma'))
  const cellsOf = (column: MappedColumn | undefined) => {
    const index = column ? columns.indexOf(column) : -1
    return index < 0 ? [] : inspection.rows.map(({ cells }) => cells[index] ?? '')
  }
  const dateColumn = columns.find(({ field }) => field !== null && isDayFieldOf(inspection.kind, field))
  const date = open.dateOrder ? ambiguousDate(cellsOf(dateColumn)) : null
  const numberColumns = columns.filter(({ field }) => field !== null && NUMBER_FIELDS.includes(field))
  const number = open.decimalSign ? ambiguousNumber(numberColumns.flatMap(cellsOf)) : null
  const unitColumns = columns.filter(({ isUnitOpen }) => isUnitOpen)
  if (!open.dateOrder && !open.decimalSign && unitColumns.length + currenciesWithoutRate.length === 0) {
    return null
  }

  return (
    <section className={styles.questions} aria-label={t('questions.label')}>
      {open.dateOrder && dateColumn && (
        <Question
          text={
            date
              ? t('questions.date', { column: dateColumn.header, value: date.text })
              : t('questions.dateOrder', { column: dateColumn.header })
          }
        >
          <Answers
            label={t('readings.dateOrderOf', { column: dateColumn.header })}
            answers={
              date
                ? date.readings.map(({ order, day }) => ({
                    key: order,
                    label: t('questions.reading', {
                      reading: t(`readings.dateOrders.${order}`),
                      value: format.day(day),
                    }),
                    onChoose: () => onSettings({ dateOrder: order }),
                  }))
                : DATE_ORDERS.map((order) => ({
                    key: order,
                    label: t(`readings.dateOrders.${order}`),
                    onChoose: () => onSettings({ dateOrder: order }),
                  }))
            }
          />
        </Question>
      )}
      {open.decimalSign && (
        <Question text={number ? t('questions.number', { value: number.text }) : t('questions.decimalSign')}>
          <Answers
            label={t('questions.decimalSign')}
            answers={
              number
                ? number.readings.map(({ sign, value }) => ({
                    key: sign,
                    label: t('questions.reading', {
                      reading: signName(sign),
                      value: format.number(value, 4),
                    }),
                    onChoose: () => onSettings({ decimalSign: sign }),
                  }))
                : DECIMAL_SIGNS.map((sign) => ({
                    key: sign,
                    label: signName(sign),
                    onChoose: () => onSettings({ decimalSign: sign }),
                  }))
            }
          />
        </Question>
      )}
      {unitColumns.map((column) => (
        <Question
          key={column.header}
          text={t('questions.unit', {
            column: column.header,
            factor: format.number(column.unitFactor),
            value: column.sample,
          })}
        >
          <Answers
            label={t('units.of', { column: column.header })}
            answers={[
              {
                key: 'scaled',
                label: t('questions.unitYes', { factor: format.number(column.unitFactor) }),
                onChoose: () => onUnit(column.header, column.unitFactor),
              },
              { key: 'plain', label: t('questions.unitNo'), onChoose: () => onUnit(column.header, 1) },
            ]}
          />
        </Question>
      ))}
      {currenciesWithoutRate.map((currency) => (
        <Question key={currency} text={t('questions.rate', { currency })}>
          <RateForm currency={currency} />
        </Question>
      ))}
    </section>
  )
}
