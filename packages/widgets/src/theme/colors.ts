/** A colour in light and in dark; every pair of text and ground passes WCAG AA (see colors.test.ts). */
interface Color {
  readonly light: string
  readonly dark: string
}

/** `text-muted` can be set from outside as `--kbyt-color-text-muted`, inside it is `--_text-muted`. */
export const colors = {
  surface: { light: '#ffffff', dark: '#16151c' },
  panel: { light: '#f5f4f9', dark: '#211f2b' },
  text: { light: '#1b1a24', dark: '#f3f1fa' },
  'text-muted': { light: '#565366', dark: '#bdb8cc' },
  line: { light: '#dcd9e6', dark: '#3d394c' },
  border: { light: '#747089', dark: '#9590ab' },
  accent: { light: '#4a2d8c', dark: '#c4b4ff' },
  'accent-strong': { light: '#35206a', dark: '#ddd3ff' },
  'on-accent': { light: '#ffffff', dark: '#1d1140' },
  focus: { light: '#7a45e6', dark: '#e6ccff' },
  danger: { light: '#b00e1b', dark: '#ffa3a3' },
  'danger-panel': { light: '#fdf0f0', dark: '#36191d' },
  warning: { light: '#734700', dark: '#ffd27a' },
  'warning-panel': { light: '#fff5dc', dark: '#33270b' },
  success: { light: '#0d6234', dark: '#8be0ab' },
  'success-panel': { light: '#ecf7f0', dark: '#13291d' },
} satisfies Record<string, Color>

export type ColorName = keyof typeof colors
