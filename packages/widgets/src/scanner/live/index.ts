export { LiveController } from './live.controller.js'
export { styles } from './live.styles.js'
