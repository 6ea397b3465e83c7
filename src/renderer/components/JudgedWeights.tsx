import { Textarea } from '@mantine/core'
import { DataBar } from './DataBar.tsx'
import styles from './JudgedWeights.module.css'
import { Notice } from './Notice.tsx'

export interface JudgedWeight {
  key: string
  name: string
  /** The weight in words, beside the name. */
  text: string
  /** 0 to 100. */
  percent: number
}

export interface JudgedWeightsProps {
  weights: readonly JudgedWeight[]
  /** What the answers' agreement with each other comes to; left out where none can be said. */
  verdict?: { tone: 'accent' | 'amber' | 'plain'; title?: string; text: string } | undefined
  /** Asked for where answers that contradict each other are to be taken all the same. */
  reason?: { label: string; value: string; maxLength: number; onChange: (reason: string) => void } | undefined
}

/** The weights that answers come to, how far these agree, and the reason they are taken if they do not. */
export function JudgedWeights({ weights, verdict, reason }: JudgedWeightsProps) {
  return (
    <>
      <ul className={styles.weights}>
        {weights.map(({ key, name, text, percent }) => (
          <li key={key}>
            <span>{name}</span>
            <b>{text}</b>
            <div className={styles.bar}>
              <DataBar height={4} track="deep" percent={percent} />
            </div>
          </li>
        ))}
      </ul>
      {verdict && (
        <div aria-live="polite">
          <Notice tone={verdict.tone} title={verdict.title}>
            {verdict.text}
          </Notice>
        </div>
      )}
      {reason && (
        <Textarea
          label={reason.label}
          value={reason.value}
          maxLength={reason.maxLength}
          onChange={(event) => reason.onChange(event.currentTarget.value)}
          autosize
          minRows={2}
          required
        />
      )}
    </>
  )
}
