/** Writes numbers bit by bit, the highest bit first. */
export class BitWriter {
  readonly bits: number[] = []

  /** `value` in exactly `width` bits. */
  fixed(value: number, width: number): this {
    for (let at = width - 1; at >= 0; at--) this.bits.push(Math.floor(value / 2 ** at) % 2)
    return this
  }

  /** A whole number of any size, in groups of `group` bits, each with one more that says whether another follows. */
  varied(value: number, group: number): this {
    const size = 2 ** group
    const groups = [value % size]
    for (let rest = Math.floor(value / size); rest > 0; rest = Math.floor(rest / size))
      groups.push(rest % size)
    groups.reverse()
    groups.forEach((one, at) => this.fixed(at < groups.length - 1 ? 1 : 0, 1).fixed(one, group))
    return this
  }
}

/** Thrown where bits end too early, or say something that cannot be; whoever reads a code catches it. */
export class BitsEnded extends Error {}

/** Reads what a writer of bits wrote. */
export class BitReader {
  #at = 0
  readonly #bits: readonly number[]

  constructor(bits: readonly number[]) {
    this.#bits = bits
  }

  fixed(width: number): number {
    if (this.#at + width > this.#bits.length) throw new BitsEnded()
    let value = 0
    for (const bit of this.#bits.slice(this.#at, this.#at + width)) value = value * 2 + bit
    this.#at += width
    return value
  }

  varied(group: number): number {
    let value = 0
    for (;;) {
      const more = this.fixed(1) === 1
      value = value * 2 ** group + this.fixed(group)
      if (!Number.isSafeInteger(value)) throw new BitsEnded()
      if (!more) return value
    }
  }

  /** Whether nothing but the zeros that fill up the last letter is left. */
  get isDone(): boolean {
    const rest = this.#bits.slice(this.#at)
    return rest.length < 5 && rest.every((bit) => bit === 0)
  }
}
