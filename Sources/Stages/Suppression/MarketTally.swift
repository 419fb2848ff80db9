import Disclosure
import Domain

/// The employers behind the openings of a period, for the city, its counties and what lies in none of them.
struct MarketTally {
  /// A set of postings within a region.
  enum Kind {
    case total, new, carried
    /// Of a dimension, by its place.
    case part(Dimension, Int)
    /// Closed or filled openings of a major group, by its place.
    case outcome(MarketMeasure, Int)

    /// Distinct for distinct sets; below 2^40.
    fileprivate var number: Int {
      switch self {
      case .total: 0
      case .new: 1
      case .carried: 2
      case .part(let dimension, let place): (1 + dimension.rawValue) << 32 | place
      case .outcome(let measure, let place): (measure == .closed ? 100 : 101) << 32 | place
      }
    }
  }

  private var tally = EmployerTally()

  /// - Parameter regions: the city first; places of regions are theirs, and the number after the last is the rest.
  init(_ postings: [PostingFlows.Posting], regions: [RegionRange], partition: MarketPartition) {
    let parts = partition.parts(.demand)
    var tally = EmployerTally()
    for posting in postings {
      let county = posting.county(among: regions)
      func add(_ openings: Int, _ kind: Kind) {
        for region in [0, county] {
          tally.add(openings, of: posting.employer, to: MarketTally.cell(region, kind))
        }
      }
      if posting.isValid {
        add(posting.openings, .total)
        add(posting.openings, posting.isNew ? .new : .carried)
        for part in parts {
          add(posting.openings, .part(part.dimension, part.place(of: posting.code(part.dimension))))
        }
      }
      if posting.isClosed {
        let group = partition.majorGroup(of: posting.code(.occupation))
        add(posting.openings, .outcome(.closed, group))
        add(posting.filled, .outcome(.filled, group))
      }
    }
    self.tally = tally
  }

  func contributors(region: Int, _ cells: [Kind]) -> ContributorFacts {
    tally.contributors(cells.map { MarketTally.cell(region, $0) })
  }

  private static func cell(_ region: Int, _ kind: Kind) -> Int { region << 48 | kind.number }
}
