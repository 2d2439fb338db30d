/** The long runs first, so that no worker is left alone with one at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONG = ['test/simulate/', 'test/crash/']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((one) => moduleId.includes(one))
    return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))]
  }
}
