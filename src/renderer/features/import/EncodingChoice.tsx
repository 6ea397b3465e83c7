import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileInspection } from '#shared/contract/import.ts'
import type { Encoding } from '#shared/domain/import.ts'
import { useFormat } from '../../components/format.tsx'
import { ChoiceCard } from './ChoiceCard.tsx'
import styles from './MappingStep.module.css'

type Candidate = FileInspection['encodings'][number]

const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
  big5: 'Big5',
  'windows-1252': 'Windows-1252',
}

/** Each encoding with the same real line as it reads it: the right one is seen, not guessed. */
export function EncodingChoice({
  candidates,
  onChoose,
}: {
  candidates: readonly Candidate[]
  onChoose: (encoding: Encoding) => void
}) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const name = useId()

  const note = ({ basis, invalidCount }: Candidate) => {
    const validity =
      invalidCount > 0
        ? t('encoding.invalid', { count: invalidCount, bytes: format.number(invalidCount) })
        : t('encoding.valid')
    return basis ? t('encoding.basis', { basis: t(`encoding.bases.${basis}`), validity }) : validity
  }

  return (
    <div className={styles.encodings} role="radiogroup" aria-label={t('encoding.label')}>
      {[...candidates]
        .sort((one, other) => Number(other.isChosen) - Number(one.isChosen))
        .map((candidate) => (
          <ChoiceCard
            key={candidate.encoding}
            name={name}
            isChosen={candidate.isChosen}
            onChoose={() => onChoose(candidate.encoding)}
            label={
              <span className={styles.encoding}>
                <b>{ENCODING_NAMES[candidate.encoding]}</b>{' '}
                <span className={candidate.isChosen ? styles.chosenNote : 'ms-dimmed'}>
                  {note(candidate)}
                </span>
              </span>
            }
            note={<bdi dir="ltr">{candidate.sample}</bdi>}
          />
        ))}
    </div>
  )
}
