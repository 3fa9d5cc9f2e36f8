import { keepsPlatformContract } from '../../contracts/platform.ts'
import { createBench, echo, PRIVATE } from './harness.ts'

keepsPlatformContract('telegram', async () => {
  const bench = await createBench(echo)
  const { fake, platform } = bench
  return {
    platform,
    address: String(PRIVATE),
    seen: async () => fake.messages(PRIVATE).map(({ text }) => text),
    async say(words) {
      const before = fake.messages(PRIVATE).length
      fake.say(PRIVATE, `/${words}`)
      return await bench.answered(PRIVATE, before + 1)
    },
    async press(label) {
      const before = fake.messages(PRIVATE).length
      fake.press(PRIVATE, label)
      return await bench.answered(PRIVATE, before + 1)
    },
    notified: async () => fake.mentions(PRIVATE),
    stop: () => bench.stop(),
  }
})
