/** Work that is done in order within a chat and side by side for different chats. */
export interface ChatQueue {
  /**
   * Takes a task; it begins when those of the same key have ended. Tasks must not throw.
   * @returns resolves as soon as there is room for more tasks, usually at once
   */
  add(key: string, task: () => Promise<void>): Promise<void>
  /** Resolves when every task that was taken has ended. */
  idle(): Promise<void>
}

/** @param capacity tasks under way or waiting from which `add` makes its caller wait */
export function createChatQueue(capacity: number): ChatQueue {
  const running = new Set<Promise<void>>()
  const last = new Map<string, Promise<void>>()

  return {
    async add(key, task) {
      const before = last.get(key) ?? Promise.resolve()
      const done = before.then(task).finally(() => {
        running.delete(done)
        if (last.get(key) === done) last.delete(key)
      })
      running.add(done)
      last.set(key, done)
      while (running.size >= capacity) await Promise.race(running)
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
