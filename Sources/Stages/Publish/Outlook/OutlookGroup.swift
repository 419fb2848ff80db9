import Domain

/// The occupations of a 大类 in the city: those with charts on its page, and the rest.
struct OutlookGroup {
  /// Occupations with charts; more would make the page too heavy for a telephone.
  static let mostCharts = 30

  /// The group as a whole.
  let head: OutlookSubject
  /// 小类 and 细类 with charts, in the order of their codes.
  let shown: [OutlookSubject]
  /// The other ones with any volume in the last year.
  let rest: [OutlookSubject]
  /// Those in `shown` and `rest`.
  private let codes: Set<String>

  /// The groups of the city that have anything in them.
  static func all(in outlook: Outlook) -> [OutlookGroup] {
    guard let city = outlook.regions.first else { return [] }
    return city.occupations.filter { $0.level == 1 }.map { OutlookGroup($0, in: city, outlook) }
  }

  private init(_ head: OutlookSubject, in city: OutlookRegion, _ outlook: Outlook) {
    self.head = head
    let unit = outlook.origin.unit
    let warned = Set(city.warnings.map(\.subject.occupation))
    let members = city.occupations.filter { subject in
      subject.level >= 3 && subject.occupation.hasPrefix(head.occupation + "-")
        && (subject.demand.lastYear(unit) > 0 || subject.seekers.lastYear(unit) > 0
          || warned.contains(subject.occupation))
    }
    // Warned ones first, then by volume; equals keep the order of their codes.
    let ranked = members.enumerated().sorted { left, right in
      let isWarned = { (subject: OutlookSubject) in subject.level == 4 && warned.contains(subject.occupation) }
      let key = { (item: (offset: Int, element: OutlookSubject)) in
        (isWarned(item.element) ? 0 : 1, -item.element.demand.lastYear(unit), item.offset)
      }
      return key(left) < key(right)
    }
    let chosen = Set(ranked.prefix(OutlookGroup.mostCharts).map(\.offset))
    shown = members.indices.filter(chosen.contains).map { members[$0] }
    rest = members.indices.filter { !chosen.contains($0) }.map { members[$0] }
    codes = Set(members.map(\.occupation))
  }

  /// `outlook-4.html`
  var path: String { "outlook-\(head.occupation).html" }

  /// Where the occupation stands; nil where it does not stand on this page.
  func link(to occupation: String) -> String? {
    codes.contains(occupation) ? "\(path)#\(OutlookGroup.anchor(of: occupation))" : nil
  }

  /// `o-4-02-05-01`
  static func anchor(of occupation: String) -> String { "o-\(occupation)" }
}
