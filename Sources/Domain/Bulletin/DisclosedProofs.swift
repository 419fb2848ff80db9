/// How counts of a year's periods may differ from the truth without any reader being able to tell: what proves that hidden
/// ones are protected. Kept so that the next edition, whose readers know nearly the same, looks for what has changed alone.
///
/// They are no more than hints: each is checked where it is used, and nothing depends on their being there but time.
public struct DisclosedProofs: Sendable, Equatable {
  /// A count in some state of the data.
  public struct Count: Sendable, Hashable {
    public let period: Period
    /// GB/T 2260 code; `rest`.
    public let region: String
    public let measure: String
    public let part: String
    /// The number of the `DisclosedVintage`; 0: of the data as they were when the proofs were found.
    public let vintage: Int

    public init(period: Period, region: String, measure: String, part: String, vintage: Int) {
      self.period = period
      self.region = region
      self.measure = measure
      self.part = part
      self.vintage = vintage
    }
  }

  /// How a proof changes a count.
  public struct Change: Sendable, Equatable {
    /// Its place in `counts`.
    public let count: Int
    public let by: Int

    public init(count: Int, by: Int) {
      self.count = count
      self.by = by
    }
  }

  public let year: Int
  public let counts: [Count]
  public let proofs: [[Change]]

  public init(year: Int, counts: [Count] = [], proofs: [[Change]] = []) {
    self.year = year
    self.counts = counts
    self.proofs = proofs
  }
}
