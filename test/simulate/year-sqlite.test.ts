import { livedOn } from './stretch.ts'

livedOn('sqlite')
