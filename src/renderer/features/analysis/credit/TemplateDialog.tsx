import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { CREDIT_TRAITS, type CreditTemplate, creditIndicatorKey } from '#shared/domain/credit.ts'
import type { CallFailure } from '../../../api/call-failure.ts'
import { useCall } from '../../../api/use-call.ts'
import { useCommand } from '../../../api/use-command.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { ScrollRegion } from '../../../components/ScrollRegion.tsx'
import styles from './CreditView.module.css'
import { draftOf, draftToTemplate, type TemplateDraft, weightSum } from './template-draft.ts'

const LEVELS = ['excellent', 'good', 'average', 'low', 'poor'] as const
const WIDTH = 1040

const problemDetails = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('indicators') }),
  z.object({ kind: z.literal('weights'), sum: z.number() }),
  z.object({ kind: z.literal('bands'), indicator: creditIndicatorKey }),
  z.object({ kind: z.literal('grades') }),
])

interface EditorProps {
  template: CreditTemplate
  draft: TemplateDraft
  onType: (cell: string, text: string) => void
}

function Cell({
  cell,
  label,
  draft,
  onType,
}: Omit<EditorProps, 'template'> & { cell: string; label: string }) {
  return (
    <TextInput
      aria-label={label}
      value={draft[cell] ?? ''}
      inputMode="decimal"
      onChange={(event) => onType(cell, event.currentTarget.value)}
    />
  )
}

function Indicators({ template, draft, onType }: EditorProps) {
  const { t } = useTranslation('credit')
  const cells = { draft, onType }
  return (
    <table className={styles.templateTable}>
      <thead>
        <tr>
          <th scope="col">{t('sheet.indicator')}</th>
          <th scope="col">{t('template.weight')}</th>
          {LEVELS.map((level) => (
            <th key={level} scope="col">
              {t(`standard.${level}`)}
            </th>
          ))}
          <th scope="col">{t('standard.floor')}</th>
        </tr>
      </thead>
      <tbody>
        {template.indicators.flatMap(({ key, bands }) =>
          bands.map((_, side) => {
            const name = t(`indicator.${key}`)
            const sideName = bands.length > 1 ? t(side === 0 ? 'standard.below' : 'standard.above') : null
            const label = sideName ? `${name} ${sideName}` : name
            const unit = t(`unitName.${CREDIT_TRAITS[key].unit}`)
            return (
              <tr key={`${key} ${side === 0 ? 'below' : 'above'}`}>
                <th scope="row">
                  {side === 0 ? name : ''}
                  <span className="ms-dimmed"> {sideName ?? unit}</span>
                </th>
                <td>
                  {side === 0 && (
                    <Cell cell={`weight.${key}`} label={`${name} ${t('template.weight')}`} {...cells} />
                  )}
                </td>
                {LEVELS.map((level, index) => (
                  <td key={level}>
                    <Cell
                      cell={`band.${key}.${side}.${index}`}
                      label={`${label} ${t(`standard.${level}`)}`}
                      {...cells}
                    />
                  </td>
                ))}
                <td>
                  <Cell
                    cell={`band.${key}.${side}.floor`}
                    label={`${label} ${t('standard.floor')}`}
                    {...cells}
                  />
                </td>
              </tr>
            )
          }),
        )}
      </tbody>
    </table>
  )
}

function Grades({ template, draft, onType }: EditorProps) {
  const { t } = useTranslation('credit')
  const fields = ['minimumPoints', 'limitMonths', 'termsDays'] as const
  const names = {
    minimumPoints: t('template.minimum'),
    limitMonths: t('template.limitMonths'),
    termsDays: t('template.termsDays'),
  }
  return (
    <table aria-label={t('template.grades')} className={styles.templateTable}>
      <thead>
        <tr>
          <th scope="col">{t('history.grade')}</th>
          {fields.map((field) => (
            <th key={field} scope="col">
              {names[field]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {template.grades.map(({ grade }) => (
          <tr key={grade}>
            <th scope="row">
              <strong>{grade}</strong>
            </th>
            {fields.map((field) => (
              <td key={field}>
                <Cell
                  cell={`grade.${grade}.${field}`}
                  label={`${grade} ${names[field]}`}
                  draft={draft}
                  onType={onType}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Editor({ template, onClose }: { template: CreditTemplate; onClose: () => void }) {
  const { t } = useTranslation('credit')
  const tell = useUndoToast()
  const [draft, setDraft] = useState<TemplateDraft>(() => draftOf(template))
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => setDraft(draftOf(template)), [template])
  const { mutate: revise, isPending } = useCommand('credit.reviseTemplate', {
    handles: ['credit-template', 'invalid-input'],
  })
  const sum = weightSum(template, draft)
  const explain = (failure: CallFailure) => {
    const details = problemDetails.safeParse(failure.details)
    if (!details.success) return setProblem(t('template.problem.number'))
    const { data } = details
    setProblem(
      data.kind === 'weights'
        ? t('template.problem.weights', { sum: data.sum })
        : data.kind === 'bands'
          ? t('template.problem.bands', { indicator: t(`indicator.${data.indicator}`) })
          : t(`template.problem.${data.kind}`),
    )
  }
  const save = () => {
    const next = draftToTemplate(template, draft)
    if (!next) return setProblem(t('template.problem.number'))
    setProblem(null)
    revise(next, {
      onSuccess: ({ version }) => {
        tell(t('toast.template', { version }))
        onClose()
      },
      onError: explain,
    })
  }
  const onType = (cell: string, text: string) => setDraft({ ...draft, [cell]: text })
  return (
    <div className={styles.template}>
      <div className={styles.acts}>
        <span className={styles.templateHead}>
          <span className="ms-dimmed">{t('template.version', { version: template.version })}</span>{' '}
          <strong>{t('template.sum', { sum })}</strong>
        </span>
        <Button variant="subtle" color="gray" onClick={() => setDraft(draftOf(template))}>
          {t('template.reset')}
        </Button>
        <Button variant="filled" onClick={save} loading={isPending}>
          {t('template.save', { version: template.version + 1 })}
        </Button>
      </div>
      {problem && <Notice tone="amber" icon={IconAlertTriangle} title={problem} role="alert" />}
      <ScrollRegion label={t('template.weights')} className={styles.templateScroll ?? ''}>
        <Indicators template={template} draft={draft} onType={onType} />
      </ScrollRegion>
      <Grades template={template} draft={draft} onType={onType} />
      <TextInput
        label={t('template.overdue')}
        value={draft.overdue ?? ''}
        inputMode="decimal"
        onChange={(event) => onType('overdue', event.currentTarget.value)}
      />
    </div>
  )
}

/** Weights, standards, grades, limits and terms; saving makes the next version. */
export function TemplateDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('credit')
  const { data: template } = useCall('credit.template', {}, { enabled: isOpen })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('template.title')} width={WIDTH}>
      {template && <Editor template={template} onClose={onClose} />}
    </Dialog>
  )
}
