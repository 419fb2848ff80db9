/// The number of an axis of the cube, of which it is known that a cell's key has room for it.
public struct CubeAxisNumber: Hashable, Sendable {
  public let value: Int

  /// The largest: 11 bits, less the word that stands for a free slot of a `CellTable`.
  public static let limit = 1 << 11 - 2

  /// Nil where it does not lie in 1...`limit`.
  public init?(_ value: Int) {
    guard (1...CubeAxisNumber.limit).contains(value) else { return nil }
    self.value = value
  }
}

/// Where and when a cell of the cube counts.
public struct CubePlace: Hashable, Sendable {
  fileprivate let word: UInt64

  /// Month ordinals below it have room in a key, those of the year 9999 among them.
  private static let monthBits: UInt64 = 17
  /// As many as a code of nine digits needs, and more.
  fileprivate static let regionBits: UInt64 = 36
  fileprivate static let bits = monthBits + regionBits

  /// - Parameter month: month ordinal: year * 12 + month - 1.
  @inline(__always)
  public init(month: Int, region: Int) {
    // Nothing that a contract lets pass is as large; what is would count in another cell.
    let (month, region) = (UInt64(bitPattern: Int64(month)), UInt64(bitPattern: Int64(region)))
    precondition(
      month >> CubePlace.monthBits | region >> CubePlace.regionBits == 0,
      "a month or region that no key of the cube has room for")
    word = month << CubePlace.regionBits | region
  }

  public var month: Int { Int(word >> CubePlace.regionBits) }
  public var region: Int { Int(word & (1 << CubePlace.regionBits - 1)) }
}

/// One cell of the cube: what it counts, where and when.
public struct CubeKey: Hashable, Sendable {
  public let axis: CubeAxisNumber
  public let place: CubePlace
  public let code: Int

  @inline(__always)
  public init(_ axis: CubeAxisNumber, _ place: CubePlace, code: Int) {
    self.axis = axis
    self.place = place
    self.code = code
  }

  /// The two words of the key in a `CellTable`, in the order of the key.
  @inline(__always)
  var words: (UInt64, UInt64) { (UInt64(axis.value) << CubePlace.bits | place.word, UInt64(bitPattern: Int64(code))) }

  /// Nil for words that are no key's.
  init?(_ high: UInt64, _ low: UInt64) {
    guard let axis = CubeAxisNumber(Int(high >> CubePlace.bits)) else { return nil }
    let place = high & (1 << CubePlace.bits - 1)
    self.init(
      axis, CubePlace(month: Int(place >> CubePlace.regionBits), region: Int(place & (1 << CubePlace.regionBits - 1))),
      code: Int(Int64(bitPattern: low)))
  }
}
