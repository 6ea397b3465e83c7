import type { ValueClass } from '#shared/domain/value-class.ts'

export type Scheme = 'light' | 'dark'

export const PINE = [
  '#eef7f5',
  '#dbeeea',
  '#b4dcd4',
  '#87c6ba',
  '#56ae9f',
  '#2d9383',
  '#147b6d',
  '#0c665b',
  '#09524a',
  '#063c36',
] as const

export const GRAY = [
  '#f8f9fa',
  '#f1f3f5',
  '#e7eaed',
  '#d9dde1',
  '#c3c9cf',
  '#a5adb5',
  '#868e96',
  '#59616a',
  '#343a40',
  '#1a1e22',
] as const

export const DARK = [
  '#e4e7ea',
  '#c6ccd2',
  '#a0a8b0',
  '#7b838b',
  '#434a52',
  '#292e33',
  '#20252a',
  '#16191c',
  '#121517',
  '#101214',
] as const

const LIGHT_COLOURS = {
  body: '#ffffff',
  text: GRAY[9],
  dimmed: GRAY[7],
  faint: '#6c747c',
  border: GRAY[2],
  inputBorder: GRAY[3],
  /** Edges of controls without text, such as checkboxes. */
  controlBorder: GRAY[6],
  strongBorder: GRAY[4],
  rail: GRAY[0],
  sunken: GRAY[0],
  hover: GRAY[1],
  raised: '#ffffff',
  navText: GRAY[8],
  navActive: GRAY[2],
  track: GRAY[2],
  avatar: GRAY[2],
  selected: PINE[0],
  selectedBar: PINE[7],
  accent: PINE[7],
  accentSoft: PINE[0],
  accentLine: PINE[2],
  onAccent: '#ffffff',
  data: '#1f6fb2',
  dataSoft: '#d9e7f3',
  dataText: '#0b3d6b',
  comparison: '#a5adb5',
  splitLine: '#eceef1',
  rampOne: '#0b3d6b',
  rampTwo: '#1f6fb2',
  rampThree: '#5b93c2',
  rampFour: '#868e96',
  onRamp: '#ffffff',
  onRampLow: '#0b2136',
  classSoft: '#d9e7f3',
  classLine: '#5b93c2',
  classText: '#0b3d6b',
  classOutlineText: '#1f6fb2',
  classGeneral: '#e9ecef',
  classGrey: '#868e96',
  attitudeChampion: '#0b5fa5',
  attitudeSupporter: '#4f97cf',
  attitudeNeutral: '#6b7280',
  attitudeResistor: '#c77700',
  attitudeOpposer: '#a61e1e',
  attitudeUnknown: '#868e96',
  red: '#b42318',
  redFill: '#fdf0ee',
  redLine: '#f3c9c3',
  amber: '#8f5200',
  amberFill: '#fff6e5',
  amberLine: '#f0d6a6',
  scrim: 'rgba(26,30,34,.28)',
} as const

export type Colours = { readonly [Name in keyof typeof LIGHT_COLOURS]: string }

const DARK_COLOURS: Colours = {
  body: DARK[7],
  text: DARK[0],
  dimmed: DARK[2],
  faint: DARK[3],
  border: DARK[5],
  inputBorder: '#3a4148',
  controlBorder: DARK[3],
  strongBorder: DARK[4],
  rail: DARK[9],
  sunken: DARK[8],
  hover: DARK[6],
  raised: '#1c2024',
  navText: DARK[1],
  navActive: '#24292e',
  track: '#30363c',
  avatar: '#30363c',
  selected: '#16302d',
  selectedBar: PINE[4],
  accent: PINE[4],
  accentSoft: '#16302d',
  accentLine: '#24534c',
  onAccent: '#06201c',
  data: '#74b9f0',
  dataSoft: '#1b3247',
  dataText: '#d0e8ff',
  comparison: '#5f6870',
  splitLine: '#262b30',
  rampOne: '#d0e8ff',
  rampTwo: '#74b9f0',
  rampThree: '#3d8bcb',
  rampFour: '#868e96',
  onRamp: '#0b2136',
  onRampLow: '#0b2136',
  classSoft: '#14304a',
  classLine: '#3d8bcb',
  classText: '#d0e8ff',
  classOutlineText: '#74b9f0',
  classGeneral: '#2a2f35',
  classGrey: '#868e96',
  attitudeChampion: '#74c0fc',
  attitudeSupporter: '#3d8bcb',
  attitudeNeutral: '#909296',
  attitudeResistor: '#e8a33d',
  attitudeOpposer: '#f4665c',
  attitudeUnknown: '#868e96',
  red: '#ff9d93',
  redFill: '#3a1d1a',
  redLine: '#5d2b26',
  amber: '#f0b95c',
  amberFill: '#33270f',
  amberLine: '#58431a',
  scrim: 'rgba(0,0,0,.5)',
}

/** Every semantic colour by scheme; charts read it here, style sheets as `var(--ms-<kebab-name>)`. */
export const COLOURS: Record<Scheme, Colours> = { light: LIGHT_COLOURS, dark: DARK_COLOURS }

/** The colour of a class in a share bar, from best to worst; neighbours differ also in greyscale. */
export function classBarColour(valueClass: ValueClass, colours: Colours): string {
  switch (valueClass) {
    case 'diamond':
      return colours.rampOne
    case 'gold':
      return colours.rampTwo
    case 'strategic':
      return colours.rampThree
    case 'potential':
      return colours.dataSoft
    case 'general':
      return colours.strongBorder
    case 'problem':
      return colours.rampFour
    case 'key-opportunity':
      return colours.classLine
    case 'general-opportunity':
      return colours.inputBorder
  }
}
