/** Zone names in dates of feeds, as hours from UTC. Of names with several meanings, the one that feeds mean (RFC 822 §5.1 first). */
const ZONE_HOURS: ReadonlyMap<string, number> = new Map([
  ...['z', 'ut', 'gmt', 'utc', 'etc/gmt', 'etc/utc', 'wet'].map(name => [name, 0] as const),
  ...['bst', 'cet', 'met', 'mez', 'west'].map(name => [name, 1] as const),
  ...['cest', 'mest', 'mesz', 'eet', 'sast', 'cat'].map(name => [name, 2] as const),
  ...['eest', 'msk', 'eat', 'idt', 'trt'].map(name => [name, 3] as const),
  ...['hkt', 'sgt', 'pht', 'awst'].map(name => [name, 8] as const),
  ['ist', 5.5],
  ['wib', 7],
  ['jst', 9],
  ['kst', 9],
  ['acst', 9.5],
  ['aest', 10],
  ['aedt', 11],
  ['nzst', 12],
  ['nzdt', 13],
  ...['ast', 'at'].map(name => [name, -4] as const),
  ...['adt', 'brt', 'art'].map(name => [name, -3] as const),
  ...['est', 'et', 'cdt'].map(name => [name, -5] as const),
  ['edt', -4],
  ...['cst', 'ct', 'mdt'].map(name => [name, -6] as const),
  ...['mst', 'mt', 'pdt'].map(name => [name, -7] as const),
  ...['pst', 'pt', 'akdt'].map(name => [name, -8] as const),
  ['akst', -9],
  ['hst', -10],
])

const MINUTES_PER_HOUR = 60
const OFFSET = /^(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>\d{2})?$/

/** Minutes ahead of UTC of a zone's name or offset ("EST", "+02:00", "GMT+1"); 0 when it is absent or unknown. */
export function offsetMinutes(zone: string | undefined): number {
  const name = (zone ?? '')
    .trim()
    .toLowerCase()
    .replace(/^(?:gmt|utc|etc\/gmt)(?=[+-])/, '')
  const hours = ZONE_HOURS.get(name)
  if (hours !== undefined) return hours * MINUTES_PER_HOUR
  const offset = OFFSET.exec(name)?.groups
  if (offset === undefined) return 0
  const minutes = Number(offset.hours) * MINUTES_PER_HOUR + Number(offset.minutes ?? 0)
  return offset.sign === '-' ? -minutes : minutes
}
