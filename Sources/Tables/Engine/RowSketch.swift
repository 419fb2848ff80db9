/// The power sums of the hashes of a set of rows, modulo 2^61 - 1. They add up as the sets do, and tell whether one set
/// lies within another that is a few rows larger, without keeping the sets.
///
/// k unit masses have elementary symmetric polynomials that follow from their first k power sums by Newton's identities,
/// and all further power sums follow from those. The difference of two sets is k unit masses only where the smaller lies
/// within the larger; else the next power sums do not fit (but for a chance of 2^-61 each).
struct RowSketch: Sendable, Hashable {
  static let prime: UInt64 = (1 << 61) - 1

  /// The sum of the hashes, of their squares, …
  private(set) var sums: [UInt64]

  /// - Parameter orders: how many; sets are told apart up to a difference of two less.
  init(orders: Int) { sums = Array(repeating: 0, count: orders) }

  init(sums: [UInt64]) { self.sums = sums }

  /// Equal for equal sets of rows, and additive.
  var checksum: UInt64 { sums[0] }

  static func + (one: RowSketch, other: RowSketch) -> RowSketch {
    RowSketch(sums: zip(one.sums, other.sums).map(add))
  }

  static func - (one: RowSketch, other: RowSketch) -> RowSketch {
    RowSketch(sums: zip(one.sums, other.sums).map { add($0, prime - $1) })
  }

  /// True where this is the sketch of exactly `count` different rows; for a difference: where the one set lies within the
  /// other.
  func isSet(of count: Int) -> Bool {
    guard count + 2 <= sums.count else { return false }
    guard count > 0 else { return sums.allSatisfy { $0 == 0 } }
    // Newton: k e_k = sum of (-1)^(i-1) e_(k-i) p_i.
    var elementary: [UInt64] = [1]
    for order in 1...count {
      var sum: UInt64 = 0
      for power in 1...order {
        let term = RowSketch.multiply(elementary[order - power], sums[power - 1])
        sum = RowSketch.add(sum, power % 2 == 1 ? term : RowSketch.negative(term))
      }
      elementary.append(RowSketch.multiply(sum, RowSketch.inverse(UInt64(order))))
    }
    // The product of all hashes, of which none is 0; of fewer rows it is 0.
    guard elementary[count] != 0 else { return false }
    return (count + 1...count + 2).allSatisfy { order in
      // p_n = sum of (-1)^(i-1) e_i p_(n-i).
      var sum: UInt64 = 0
      for index in 1...count {
        let term = RowSketch.multiply(elementary[index], sums[order - index - 1])
        sum = RowSketch.add(sum, index % 2 == 1 ? term : RowSketch.negative(term))
      }
      return sum == sums[order - 1]
    }
  }

  /// The powers of a hash, to be added to the sums of each set that the row lies in.
  static func powers(_ hash: UInt64, into powers: inout [UInt64]) {
    guard !powers.isEmpty else { return }
    let base = hash % (prime - 1) + 1
    var power = base
    powers[0] = base
    for order in 1..<powers.count {
      power = multiply(power, base)
      powers[order] = power
    }
  }

  @inline(__always)
  static func add(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let sum = one + other
    return sum >= prime ? sum - prime : sum
  }

  private static func negative(_ value: UInt64) -> UInt64 { value == 0 ? 0 : prime - value }

  @inline(__always)
  private static func multiply(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let (high, low) = one.multipliedFullWidth(by: other)
    return add((low & prime), (high << 3 | low >> 61) % prime)
  }

  /// By Fermat's little theorem.
  private static func inverse(_ value: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), value, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = multiply(result, base) }
      base = multiply(base, base)
      exponent >>= 1
    }
    return result
  }
}
