import '@kbyt/widgets/reader/define'
import { setUpPage } from './page.ts'

setUpPage()
