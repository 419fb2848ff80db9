import Domain

/// A count, sum or other figure that nothing published is smaller than: what is shown is made of leaves, and hidden where
/// one of them is.
public struct Leaf: Hashable, Sendable {
  public let period: Period
  /// GB/T 2260 code; `rest` for what of the city lies in no county.
  public let region: String
  /// `T17.archive_in`; `demand`, `seekers`, `closed`, `filled`, `hires` for those of the market's cubes.
  public let measure: String
  /// `total`, the key of a row, or what else the measure is broken down by.
  public let part: String
  /// Which vintage of its period it is of; 0: the data as they are now.
  public let vintage: Int

  public init(
    _ period: Period, _ region: String, _ measure: String, _ part: String = Leaf.total, vintage: Int = 0
  ) {
    self.vintage = vintage
    self.period = period
    self.region = region
    self.measure = measure
    self.part = part
  }

  /// The same count in another vintage.
  public func with(vintage: Int) -> Leaf { Leaf(period, region, measure, part, vintage: vintage) }

  public static let total = "total"
  public static let rest = "rest"
}
