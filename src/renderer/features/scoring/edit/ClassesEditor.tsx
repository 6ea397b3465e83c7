import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClassSetting, RankedClass } from '#shared/domain/scoring-model.ts'
import { VALUE_CLASSES } from '#shared/domain/value-class.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { CommitField } from '../../../components/CommitField.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from './Edit.module.css'
import { ProblemNotices } from './ProblemNotices.tsx'
import type { RulesEditorProps } from './RulesEditor.tsx'

/** Which classes the firm uses and what it calls them; an unused one leaves its accounts to the next rule. */
export function ClassesEditor({ edits: { model, revise }, problems }: RulesEditorProps) {
  const { t } = useTranslation('model')
  const { t: tCommon } = useTranslation('common')
  const { classes } = model
  const used = VALUE_CLASSES.filter((valueClass) => classes[valueClass].isUsed)
  const set = (valueClass: RankedClass, change: Partial<ClassSetting>) =>
    revise({ classes: { ...classes, [valueClass]: { ...classes[valueClass], ...change } } })
  return (
    <Panel title={t('classes.title', { count: used.length })} note={t('classes.note')}>
      <div className={styles.classes}>
        <span className={styles.classesHead}>{t('classes.used')}</span>
        <span />
        <span className={styles.classesHead}>{t('classes.name')}</span>
        <span className={styles.classesHead}>{t('classes.letter')}</span>
        {VALUE_CLASSES.map((valueClass) => {
          const { isUsed, name, letter } = classes[valueClass]
          const shown = tCommon(`valueClass.${valueClass}`)
          return [
            <Switch
              key={`${valueClass} used`}
              size="sm"
              aria-label={t('classes.useOf', { name: shown })}
              checked={isUsed}
              disabled={valueClass === 'general'}
              onChange={(event) => set(valueClass, { isUsed: event.currentTarget.checked })}
            />,
            <ClassLetter key={`${valueClass} letter`} valueClass={valueClass} />,
            <CommitField
              key={`${valueClass} name`}
              size="xs"
              aria-label={t('classes.nameOf', { name: shown })}
              placeholder={t(`ours.name.${valueClass}`)}
              value={name ?? ''}
              maxLength={40}
              disabled={!isUsed}
              onCommit={(text) => set(valueClass, { name: text === '' ? null : text })}
            />,
            <CommitField
              key={`${valueClass} own letter`}
              size="xs"
              aria-label={t('classes.letterOf', { name: shown })}
              placeholder={t(`ours.letter.${valueClass}`)}
              value={letter ?? ''}
              maxLength={3}
              disabled={!isUsed}
              onCommit={(text) => set(valueClass, { letter: text === '' ? null : text })}
            />,
          ]
        })}
      </div>
      <ProblemNotices problems={problems} codes={['model-classes']} />
    </Panel>
  )
}
