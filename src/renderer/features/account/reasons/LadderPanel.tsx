import { useTranslation } from 'react-i18next'
import { monthOf } from '#shared/domain/calendar.ts'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import { useCall } from '../../../api/use-call.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from './Ladder.module.css'
import { type LadderQuarter, ladderMoves, shownClass } from './ladder.ts'

const RUNGS: readonly ValueClass[] = [...VALUE_CLASSES, ...OPPORTUNITY_CLASSES]

/** The six classes, and those of the two before a first order that the account was in. */
function rungsOf(quarters: readonly LadderQuarter[]): ValueClass[] {
  return RUNGS.filter(
    (rung) =>
      VALUE_CLASSES.some((one) => one === rung) ||
      quarters.some(
        ({ calculated, published }) => calculated?.valueClass === rung || published?.valueClass === rung,
      ),
  )
}

/** The classes of the last eight quarters: what was published, and what was calculated where it differs. */
export function LadderPanel({ id }: { id: string }) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { data, error } = useCall('publication.ladder', { accountId: id })
  const quarters = data ?? []
  const known = quarters.filter((quarter) => shownClass(quarter) !== null)
  const { up, down } = ladderMoves(quarters)
  const className = (valueClass: ValueClass) => tCommon(`valueClass.${valueClass}`)
  const nameOf = (asOf: string) => format.quarter(monthOf(asOf))

  const basisText = ({ published, calculated }: LadderQuarter): string => {
    if (!published) return calculated ? t('ladder.calculatedOnly') : tCommon('missing')
    return t(`ladder.basis.${published.basis}`, { calculated: className(published.calculated) })
  }

  return (
    <Panel
      title={
        known.length === 0
          ? t('ladder.titleNone')
          : up + down === 0
            ? t('ladder.titleSteady', { count: known.length })
            : t('ladder.title', { count: known.length, up, down })
      }
      note={t('ladder.note')}
    >
      {error ? (
        <ErrorNotice failure={error} />
      ) : !data ? (
        <LoadingLine />
      ) : known.length === 0 ? (
        <p className="ms-dimmed">{t('ladder.none')}</p>
      ) : (
        <table className={styles.ladder} aria-label={t('ladder.label')}>
          <thead>
            <tr>
              <td />
              {quarters.map(({ quarter, asOf }) => (
                <th key={quarter} scope="col">
                  {nameOf(asOf).slice(2)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rungsOf(quarters).map((rung) => (
              <tr key={rung}>
                <th scope="row">{className(rung)}</th>
                {quarters.map((quarter) => {
                  const isShown = shownClass(quarter) === rung
                  const isCalculated =
                    quarter.published !== null &&
                    quarter.calculated?.valueClass === rung &&
                    quarter.published.valueClass !== rung
                  return (
                    <td
                      key={quarter.quarter}
                      data-published={(isShown && quarter.published !== null) || undefined}
                      title={isShown || isCalculated ? `${nameOf(quarter.asOf)}: ${basisText(quarter)}` : ''}
                    >
                      {isShown ? (
                        <ClassLetter valueClass={rung} />
                      ) : isCalculated ? (
                        <span
                          className={styles.ring}
                          role="img"
                          aria-label={t('ladder.calculatedAs', { class: className(rung) })}
                        />
                      ) : null}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('ladder.score')}</th>
              {quarters.map(({ quarter, published, calculated }) => (
                <td key={quarter}>
                  {format.decimal(published?.scorePercent ?? calculated?.scorePercent ?? null, 1)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      )}
    </Panel>
  )
}
