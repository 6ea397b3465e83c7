import { useTranslation } from 'react-i18next'
import type { ClassMovement } from '#shared/contract/publication.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { useFormat } from '../../../components/format.tsx'
import { useClassInUse } from '../use-class-in-use.ts'
import styles from './Periods.module.css'

type Row = ClassMovement['classes'][number]

/** Left of the diagonal is up: classes stand from the best to the worst. */
function kindOf(row: number, column: number, count: number): 'none' | 'same' | 'up' | 'down' {
  if (count === 0) return 'none'
  if (row === column) return 'same'
  return column < row ? 'up' : 'down'
}

const hasMoves = (classes: readonly Row[], at: number): boolean =>
  (classes[at]?.started ?? 0) > 0 || classes.some(({ counts }) => (counts[at] ?? 0) > 0)

const ARROWS = { none: '', same: '', up: '↑', down: '↓' } as const

/** Shares of each class that went to each, with the counts behind them, and where the mix is going. */
export function MigrationTable({ movement }: { movement: ClassMovement }) {
  const { t } = useTranslation('portfolio')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const isInUse = useClassInUse()
  const { classes, noSteadyState } = movement
  // A class that is no longer given is left out where no account was or is in it; places stay those of the counts.
  const shown = classes
    .map((row, at) => ({ row, at }))
    .filter(({ row, at }) => isInUse(row.valueClass) || row.count > 0 || hasMoves(classes, at))
  const hasSteady = noSteadyState === null
  const className = (row: Row) => tCommon(`valueClass.${row.valueClass}`)
  const share = (value: number | null) => (value === null ? '–' : format.percent(value, 1))
  return (
    <div className={styles.scroll}>
      <table className={styles.migration} aria-label={t('migration.label')}>
        <thead>
          <tr>
            <td />
            {shown.map(({ row: { valueClass } }) => (
              <th key={valueClass} scope="col">
                <ClassLetter valueClass={valueClass} />
              </th>
            ))}
            <th scope="col" data-apart>
              {t('migration.started')}
            </th>
            <th scope="col">{t('migration.retention')}</th>
            <th scope="col" data-apart>
              {t('migration.mix')}
            </th>
            <th scope="col">{t('migration.expected')}</th>
            {hasSteady && <th scope="col">{t('migration.steady')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, at }) => (
            <tr key={row.valueClass} data-small={row.isSmall || undefined}>
              <th scope="row">
                <span className={styles.className}>
                  <ClassLetter valueClass={row.valueClass} />
                  <span aria-hidden>{className(row)}</span>
                </span>
              </th>
              {shown.map(({ row: arrived, at: to }) => {
                const count = row.counts[to] ?? 0
                const kind = kindOf(at, to, count)
                const percent = row.sharesPercent?.[to] ?? null
                return (
                  <td
                    key={arrived.valueClass}
                    className={styles.share}
                    data-kind={kind}
                    title={
                      kind === 'none'
                        ? ''
                        : t(`movement.cell.${kind}`, {
                            count,
                            from: className(row),
                            to: className(arrived),
                          })
                    }
                  >
                    {kind === 'none' ? (
                      <span aria-hidden>·</span>
                    ) : (
                      <>
                        {ARROWS[kind]}
                        {format.percent(percent, 0)}{' '}
                        <span className={styles.count}>{format.number(count)}</span>
                      </>
                    )}
                  </td>
                )
              })}
              <td className="ms-dimmed" data-apart>
                {format.number(row.started)}
              </td>
              <td>{share(row.retentionPercent)}</td>
              <td data-apart title={t('movement.cell.same', { count: row.count, to: className(row) })}>
                {share(row.mixPercent)}
              </td>
              <td>
                <b>{share(row.expectedPercent)}</b>
              </td>
              {hasSteady && <td className="ms-dimmed">{share(row.steadyPercent)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
