import {
  ActionIcon,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Input,
  Menu,
  Notification,
  Popover,
  Portal,
  SegmentedControl,
  Select,
  Switch,
  Tooltip,
} from '@mantine/core'
import { COLOURS, type Colours, DARK, GRAY, PINE } from './colours.ts'
import styles from './theme.module.css'

const FONT_FAMILY =
  '"Inter Variable", system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif'

/** The landmark everything that floats is drawn in; it stands in index.html. */
export const FLOATING_ID = 'floating'

const buttonHeight = (size: unknown) => (size === 'xs' ? '28px' : size === 'md' ? '36px' : '32px')
const buttonPadding = (size: unknown) => (size === 'xs' ? '10px' : '12px')
const iconSize = (size: unknown) => (size === 'xs' ? '24px' : size === 'md' ? '32px' : '28px')

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  black: GRAY[9],
  colors: { pine: PINE, gray: GRAY, dark: DARK },
  fontFamily: FONT_FAMILY,
  fontFamilyMonospace: FONT_FAMILY,
  fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '20px', xl: '28px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '28px', xl: '36px' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--ms-shadow)',
    lg: 'var(--ms-shadow)',
    xl: 'var(--ms-shadow)',
  },
  headings: {
    fontFamily: 'inherit',
    fontWeight: '600',
    textWrap: 'wrap',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
      h4: { fontSize: '14px', lineHeight: '20px' },
      h5: { fontSize: '14px', lineHeight: '20px' },
      h6: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'default',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'xs', variant: 'default' },
      vars: (_theme, props) => ({
        root: {
          '--button-height': buttonHeight(props.size),
          '--button-padding-x': buttonPadding(props.size),
          '--button-fz': '14px',
        },
      }),
      classNames: { root: styles.button ?? '' },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: 'sm', variant: 'subtle', color: 'gray' },
      vars: (_theme, props) => ({ root: { '--ai-size': iconSize(props.size) } }),
      classNames: { root: styles.iconButton ?? '' },
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, props) => ({
        wrapper: {
          '--input-height': props.size === 'xs' ? '28px' : '32px',
          '--input-fz': '14px',
          '--input-padding': '10px',
        },
        input: {},
      }),
    }),
    InputWrapper: {
      styles: {
        label: { fontSize: '14px', fontWeight: 500, marginBottom: '4px' },
        error: { fontSize: '14px' },
        description: { fontSize: '14px', marginBottom: '4px' },
      },
    },
    Checkbox: Checkbox.extend({
      vars: () => ({ root: { '--checkbox-size': '16px', '--checkbox-radius': '4px' } }),
    }),
    Switch: Switch.extend({ defaultProps: { size: 'sm', withThumbIndicator: false } }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: 'xs' },
      vars: () => ({
        root: { '--sc-font-size': '14px', '--sc-padding': '2px 10px', '--sc-radius': '6px' },
      }),
      classNames: { root: styles.segments ?? '', indicator: styles.segment ?? '' },
    }),
    Select: Select.extend({ defaultProps: { checkIconPosition: 'right', allowDeselect: false } }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        radius: 'lg',
        transitionProps: { duration: 0 },
        position: 'bottom-start',
        withInitialFocusPlaceholder: false,
      },
      classNames: { item: styles.menuItem ?? '' },
    }),
    Popover: Popover.extend({
      defaultProps: { shadow: 'md', radius: 'lg', transitionProps: { duration: 0 } },
    }),
    Portal: Portal.extend({ defaultProps: { target: `#${FLOATING_ID}` } }),
    Notification: Notification.extend({
      classNames: {
        title: styles.toastTitle ?? '',
        description: styles.toastText ?? '',
        icon: styles.toastIcon ?? '',
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 400,
        transitionProps: { duration: 0 },
        events: { hover: true, focus: true, touch: false },
      },
    }),
  },
})

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function semanticVariables(colours: Colours): Record<`--${string}`, string> {
  const named = Object.entries(colours).map(([name, value]) => [`--ms-${kebab(name)}`, value])
  return {
    ...Object.fromEntries(named),
    '--mantine-color-body': colours.body,
    '--mantine-color-text': colours.text,
    '--mantine-color-bright': colours.text,
    '--mantine-color-dimmed': colours.dimmed,
    '--mantine-color-placeholder': colours.faint,
    '--mantine-color-anchor': colours.accent,
    '--mantine-color-error': colours.red,
    '--mantine-color-success': colours.accent,
    '--mantine-color-default': colours.raised,
    '--mantine-color-default-hover': colours.hover,
    '--mantine-color-default-color': colours.text,
    '--mantine-color-default-border': colours.inputBorder,
    '--mantine-color-disabled': colours.hover,
    '--mantine-color-disabled-color': colours.faint,
    '--mantine-color-disabled-border': colours.border,
    '--mantine-primary-color-contrast': colours.onAccent,
    '--mantine-color-pine-contrast': colours.onAccent,
  }
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...semanticVariables(COLOURS.light),
    '--ms-shadow': '0 8px 24px rgba(16,24,32,.12), 0 0 0 1px rgba(16,24,32,.06)',
  },
  dark: {
    ...semanticVariables(COLOURS.dark),
    '--ms-shadow': '0 8px 24px rgba(0,0,0,.5), 0 0 0 1px #333a41',
  },
})
