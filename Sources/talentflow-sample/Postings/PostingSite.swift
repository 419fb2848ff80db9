/// The systems that export postings.
enum PostingSite {
  case publicSite, talent, agency

  /// Agencies in the feed; each is a platform of its own.
  static let agencies = ["港城澄源人力资源", "北部湾棠越人才服务", "口岸沛舟劳务", "十万山榕启就业服务"]

  /// Name of the platform, as the source file states it.
  var platform: String {
    switch self {
    case .publicSite: "防城港公共招聘网"
    case .talent: "广西人才网防城港站"
    case .agency: "人力资源服务机构"
    }
  }

  /// New postings in an ordinary quarter of the whole city; for the agencies those that are not copies.
  var volume: Double {
    switch self {
    case .publicSite: 3500
    case .talent: 2000
    case .agency: 120
    }
  }

  /// Start of the posting numbers.
  var prefix: String {
    switch self {
    case .publicSite: "FCG"
    case .talent: "GX"
    case .agency: "AF"
    }
  }

  func ownership(_ code: String) -> String {
    switch self {
    case .publicSite: Ownership.exact(code)
    case .talent: Ownership.local(code)
    case .agency: code
    }
  }

  var layout: ExportLayout {
    switch self {
    case .publicSite: PublicSite.layout
    case .talent: TalentSite.layout
    case .agency: AgencyFeed.layout
    }
  }

  func cells(_ posting: Posting) -> [String] {
    switch self {
    case .publicSite: PublicSite.cells(posting)
    case .talent: TalentSite.cells(posting)
    case .agency: AgencyFeed.cells(posting)
    }
  }

  func row(_ posting: Posting) -> SampleRow {
    SampleRow(cells: cells(posting), key: posting.fact.key, updated: posting.updated, fact: posting.fact, flaw: nil)
  }
}
