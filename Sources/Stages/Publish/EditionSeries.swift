import Domain

/// The editions of one bulletin: those of the same title and length of period. They stand in one folder; where another
/// folder has some of the same bulletin, these are tries, and the list of editions leaves them out.
struct EditionSeries: Hashable {
  private let title: String
  private let unit: Period.Unit

  init(_ edition: EditionName, _ package: DataPackage) {
    let end = package.title.firstRange(of: " " + edition.language.name(of: edition.period))?.lowerBound
    title = String(package.title[..<(end ?? package.title.endIndex)])
    unit = edition.period.unit
  }

  /// An edition as the list finds it.
  struct Entry {
    let name: EditionName
    let package: DataPackage
    let folder: String

    var series: EditionSeries { EditionSeries(name, package) }
  }

  /// The editions without tries: of each bulletin those of the folder that has most of them, or where folders have as
  /// many, of the one that the list names already.
  static func withoutTries(_ entries: [Entry], listed: (_ folder: String) -> Bool) -> [Entry] {
    let homes = Dictionary(grouping: entries, by: \.series).mapValues { own in
      let counts = Dictionary(grouping: own, by: \.folder).mapValues {
        ($0.count { $0.package.releasedOn != nil }, $0.count)
      }
      return counts.keys.max { left, right in
        let (one, other) = (counts[left] ?? (0, 0), counts[right] ?? (0, 0))
        if one != other { return one < other }
        return listed(left) == listed(right) ? left > right : listed(right)
      }
    }
    return entries.filter { homes[$0.series] == $0.folder }
  }
}
