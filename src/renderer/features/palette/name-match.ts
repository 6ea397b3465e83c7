import { useEffect, useState } from 'react'

/** Positions of the characters of `name` that `text` stands for, or null where it does not match. */
export type NameMatch = (name: string, text: string) => readonly number[] | null

function plainMatch(name: string, text: string): readonly number[] | null {
  const start = name.toLowerCase().indexOf(text.toLowerCase())
  return start < 0 ? null : Array.from({ length: text.length }, (_, step) => start + step)
}

/** Matches names by their text, and once the dictionary is there by pinyin and its initials. */
export function useNameMatch(isNeeded: boolean): NameMatch {
  const [match, setMatch] = useState<NameMatch>(() => plainMatch)
  useEffect(() => {
    if (!isNeeded || match !== plainMatch) return
    void import('pinyin-pro').then(({ match: pinyinMatch }) =>
      setMatch(
        () => (name: string, text: string) =>
          plainMatch(name, text) ?? pinyinMatch(name, text, { continuous: true, precision: 'start' }),
      ),
    )
  }, [isNeeded, match])
  return match
}
