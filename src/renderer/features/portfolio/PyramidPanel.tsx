import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import type { PyramidLevel } from '#shared/domain/value-class.ts'
import { FigureLink } from '../../components/FigureLink.tsx'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SMALL_PORTFOLIO } from './overview-facts.ts'
import styles from './Portfolio.module.css'
import { ShareBar } from './ShareBar.tsx'

const LEVELS: Record<PyramidLevel, { colour: string; text: string; percent: string }> = {
  'top-1': { colour: 'var(--ms-ramp-one)', text: 'var(--ms-on-ramp)', percent: '1%' },
  'next-4': { colour: 'var(--ms-ramp-two)', text: 'var(--ms-on-ramp)', percent: '4%' },
  'next-15': { colour: 'var(--ms-ramp-three)', text: 'var(--ms-on-ramp-low)', percent: '15%' },
  'other-80': { colour: 'var(--ms-ramp-four)', text: 'var(--ms-on-ramp-low)', percent: '80%' },
}
const ROW = 50
const SLICE = 13.5
const MIDDLE = 55

function Drawing({ levels }: { levels: readonly PyramidLevel[] }) {
  return (
    <svg
      width={2 * MIDDLE}
      height={levels.length * ROW}
      viewBox={`0 0 ${2 * MIDDLE} ${levels.length * ROW}`}
      aria-hidden="true"
    >
      {levels.map((level, index) => {
        const top = index * ROW
        const bottom = top + ROW - 2
        const upper = index * SLICE
        const lower = (index + 1) * SLICE - 0.6
        const { colour, text, percent } = LEVELS[level]
        return (
          <g key={level}>
            <polygon
              points={`${MIDDLE - upper},${top} ${MIDDLE + upper},${top} ${MIDDLE + lower},${bottom} ${MIDDLE - lower},${bottom}`}
              fill={colour}
            />
            {index > 0 && (
              <text
                x={MIDDLE}
                y={(top + bottom) / 2 + 5}
                textAnchor="middle"
                fontSize="14"
                fontWeight="600"
                fill={text}
              >
                {percent}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** Counts and sales of the four levels, beside the drawing that carries no figure of its own. */
export function PyramidPanel({ overview, canOpen }: { overview: PortfolioOverview; canOpen: boolean }) {
  const { t } = useTranslation('portfolio')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { pyramid, tradingCount } = overview
  const base = pyramid.find(({ level }) => level === 'other-80')
  const largest = Math.max(0, ...pyramid.map(({ sharePercent }) => sharePercent))
  return (
    <Panel
      title={
        base
          ? t('pyramid.title', { count: base.count, share: format.percent(base.sharePercent) })
          : t('pyramid.titleUnknown')
      }
      note={tradingCount < SMALL_PORTFOLIO ? t('pyramid.noteSmall') : t('pyramid.note')}
    >
      <div className={styles.pyramid}>
        <Drawing levels={pyramid.map(({ level }) => level)} />
        <table className={styles.pyramidTable} aria-label={t('pyramid.label')}>
          <thead>
            <tr>
              <th scope="col">{t('pyramid.column.count')}</th>
              <th scope="col">{t('column.sales')}</th>
              <th scope="col">{t('column.share')}</th>
            </tr>
          </thead>
          <tbody>
            {pyramid.map(({ level, count, netSales, sharePercent }) => (
              <tr key={level} aria-label={tCommon(`pyramid.${level}`)}>
                <td>
                  <b>
                    {canOpen && count > 0 ? (
                      <FigureLink
                        to="/accounts"
                        search={{ filter: { pyramid: [level] } }}
                        hint={t('open.level', { level: tCommon(`pyramid.${level}`) })}
                      >
                        {format.number(count)}
                      </FigureLink>
                    ) : (
                      format.number(count)
                    )}
                  </b>
                </td>
                <td title={format.moneyFull(netSales)}>{format.money(netSales)}</td>
                <td>
                  <span className={styles.share}>
                    <b>{format.percent(sharePercent)}</b>
                    <ShareBar share={sharePercent} largest={largest} colour={LEVELS[level].colour} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
