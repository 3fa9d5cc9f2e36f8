import { expect } from 'vitest'
import { keepsPlatformContract } from '../../contracts/platform.ts'
import { seenText } from '../../fakes/discord.ts'
import { markdownOf, readDiscord } from '../../fakes/discord-reader.ts'
import { createBench } from './harness.ts'

keepsPlatformContract('discord', async () => {
  const { fake, guild, platform, stop } = await createBench()
  const { channel } = guild
  return {
    platform,
    address: channel.id,
    seen: async () => fake.messages(channel.id).map(seenText),
    async say(words) {
      const [name = '', ...topic] = words.split(' ')
      const interaction = fake.slash(name, { topic: topic.join(' ') }, { channel })
      return readDiscord(markdownOf(await interaction.answered)).text
    },
    press: async label => readDiscord(markdownOf(await fake.clickLabel(label, { channel }).answered)).text,
    notified: async () => fake.messages(channel.id).flatMap(message => readDiscord(markdownOf(message.body)).mentions),
    async stop() {
      await stop()
      expect(fake.violations).toEqual([])
    },
  }
})
