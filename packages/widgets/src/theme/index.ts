import type { CSSResult } from 'lit'
import { baseStyles } from './base.styles.js'
import { buttonStyles } from './button.styles.js'
import { fieldStyles } from './field.styles.js'
import { panelStyles } from './panel.styles.js'
import { tokenStyles } from './tokens.styles.js'

/** What every element wears; its own styles come after it. */
export const theme: CSSResult[] = [tokenStyles, baseStyles, buttonStyles, fieldStyles, panelStyles]
