/// What editions told of a period while its data were the same, with all that it was made of: readers keep it, whatever
/// is published of the period later.
public struct DisclosedVintage: Sendable, Equatable {
  /// What became of a count.
  public enum Fate: Int, Sendable {
    case shown = 0
    case hidden = 1
    /// Hidden without a proof that it cannot be computed.
    case unproven = 2
    /// It stands in no table.
    case unprinted = 3
  }

  /// How far below and above the true value, and over how many values, a reader must be left in doubt: nowhere where the
  /// width is 0.
  public typealias Doubt = (lower: Int, upper: Int, width: Int)

  /// A count, with the doubt that it must be left in: of one without proof, as much as there may be.
  public struct Count: Sendable, Equatable {
    /// GB/T 2260 code; `rest`.
    public let region: String
    public let measure: String
    public let part: String
    public let value: Int
    public var standing: Fate
    public var doubt: Doubt

    public init(
      region: String, measure: String, part: String, value: Int, standing: Fate,
      doubt: Doubt
    ) {
      self.region = region
      self.measure = measure
      self.part = part
      self.value = value
      self.standing = standing
      self.doubt = doubt
    }

    public static func == (one: Count, other: Count) -> Bool {
      one.region == other.region && one.measure == other.measure && one.part == other.part
        && one.value == other.value && one.standing == other.standing && one.doubt == other.doubt
    }
  }

  /// A part and what it is made of, in every region; of a single one that is no count itself: another name for that.
  /// Without a measure: a region and those that it is made of.
  public struct Sum: Sendable, Equatable {
    public let measure: String
    public let total: String
    public let parts: [String]

    public init(measure: String = "", total: String, parts: [String]) {
      self.measure = measure
      self.total = total
      self.parts = parts
    }
  }

  public let period: Period
  /// From 1, in the order in which they came out.
  public let number: Int
  /// Whether it is of an edition of the period itself, not only of what others compare with it.
  public let isEdition: Bool
  /// What was counted, be it nothing.
  public let measures: [String]
  public private(set) var counts: [Count]
  public let sums: [Sum]

  public init(
    period: Period, number: Int, isEdition: Bool, measures: [String], counts: [Count], sums: [Sum]
  ) {
    self.measures = measures
    self.period = period
    self.number = number
    self.isEdition = isEdition
    self.counts = counts
    self.sums = sums
  }

  /// Whether another one is of the same data of the period, as far as both print something: what one of them prints has
  /// the same value in the other.
  public func hasData(of other: DisclosedVintage) -> Bool {
    struct Name: Hashable {
      let region: String
      let measure: String
      let part: String
    }
    func printed(_ vintage: DisclosedVintage) -> [Name: Int] {
      let counts = vintage.counts.filter { $0.standing != .unprinted }
      return Dictionary(
        counts.map { (Name(region: $0.region, measure: $0.measure, part: $0.part), $0.value) }
      ) { first, _ in first }
    }
    let (one, another) = (printed(self), printed(other))
    let (fewer, more) = one.count < another.count ? (one, another) : (another, one)
    return fewer.allSatisfy { more[$0.key] == $0.value }
  }

  /// How many counts stand in tables.
  public var printedCount: Int { counts.count { $0.standing != .unprinted } }

  /// The same under another number.
  public func with(number: Int, isEdition: Bool) -> DisclosedVintage {
    DisclosedVintage(
      period: period, number: number, isEdition: isEdition, measures: measures, counts: counts, sums: sums)
  }

  /// Knows from now on that some counts are left without proof.
  ///
  /// - Parameter left: the doubt that there may be of such a count.
  public mutating func lackProof(_ left: (Count) -> Doubt?) {
    for place in counts.indices {
      guard let doubt = left(counts[place]) else { continue }
      counts[place].standing = .unproven
      counts[place].doubt = doubt
    }
  }
}
