/** A count with its noun: "1 feed", "3 feeds". For languages of two forms. */
export const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
