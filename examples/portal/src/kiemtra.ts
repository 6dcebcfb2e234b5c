import '@kbyt/widgets/inspection/define'
import { setUpPage } from './page.ts'

setUpPage()
