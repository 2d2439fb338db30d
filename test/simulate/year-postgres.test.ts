import { livedOn } from './stretch.ts'

livedOn('postgres')
