import { useTranslation } from 'react-i18next'
import type { QualityParts, QualityPortfolio } from '#shared/contract/quality.ts'
import { QUALITY_PARTS, QUALITY_SCALE } from '#shared/domain/sales-quality.ts'
import { useFormat } from '../../../components/format.tsx'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'

/** The four parts with their figure, points and weight; a tight one leaves the coverage to its heading. */
export function PartsTable({ parts, isTight = false }: { parts: QualityParts; isTight?: boolean }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  return (
    <SimpleTable
      label={t('parts.label')}
      isTight={isTight}
      columns={[
        { key: 'part', label: t('parts.part') },
        { key: 'value', label: t('parts.value'), align: 'end' as const },
        { key: 'points', label: t('parts.points'), align: 'end' as const },
        { key: 'weight', label: t('parts.weight'), align: 'end' as const },
        { key: 'covered', label: t('parts.covered'), align: 'end' as const },
      ].slice(0, isTight ? 4 : 5)}
      rows={QUALITY_PARTS.map((part) => {
        const { value, points, coveredPercent } = parts[part]
        const { weight, none, full } = QUALITY_SCALE[part]
        return {
          key: part,
          cells: [
            <span
              key="part"
              title={t('parts.scale', { full: format.percent(full, 0), none: format.percent(none, 0) })}
            >
              {t(`part.${part}`)}
            </span>,
            value === null ? <Missing key="value" /> : format.percent(value),
            points === null ? <Missing key="points" /> : format.number(points, 0),
            format.number(weight),
            format.percent(coveredPercent, 0),
          ],
        }
      })}
    />
  )
}

/** What the score of the whole portfolio is made of. */
export function PartsPanel({ portfolio }: { portfolio: QualityPortfolio }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const { scorePercent, listPercent, parts } = portfolio
  const known = QUALITY_PARTS.filter((part) => parts[part].points !== null).length
  return (
    <Panel
      title={
        scorePercent === null
          ? t('parts.titleUnknown', { known })
          : t('parts.title', { known, score: format.number(scorePercent, 0) })
      }
      note={
        listPercent === null
          ? t('basis.none')
          : listPercent >= 99.5
            ? t('basis.list')
            : listPercent <= 0.5
              ? t('basis.median')
              : t('basis.mixed', { percent: format.percent(listPercent, 0) })
      }
      padding="none"
    >
      <PartsTable parts={parts} />
    </Panel>
  )
}
