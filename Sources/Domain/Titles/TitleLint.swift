/// A term that is part of another with a different 大类: where only the shorter one stands in a title, it may be wrong.
public struct TitleLint: Sendable {
  public let part: TitleTerm
  public let whole: TitleTerm

  /// All of them among the analysts' terms, the most frequent parts first.
  public static func all(_ tables: TitleTables) -> [TitleLint] {
    let own = tables.terms.filter { $0.source == .market || $0.source == .local }.filter { !$0.text.contains("*") }
    var byText: [String: TitleTerm] = [:]
    for term in own { byText[term.text] = term }
    var found: [TitleLint] = []
    for whole in own {
      let scalars = Array(whole.text.unicodeScalars)
      for start in scalars.indices {
        for end in (start + 1)...scalars.count where end - start < scalars.count {
          guard let part = byText[String(String.UnicodeScalarView(scalars[start..<end]))],
            OccupationNumber.major(part.code) != OccupationNumber.major(whole.code)
          else { continue }
          found.append(TitleLint(part: part, whole: whole))
        }
      }
    }
    let counts = Dictionary(grouping: found, by: \.part.text).mapValues(\.count)
    return found.sorted {
      let (left, right) = (counts[$0.part.text] ?? 0, counts[$1.part.text] ?? 0)
      return left != right ? left > right : ($0.part.text, $0.whole.text) < ($1.part.text, $1.whole.text)
    }
  }
}
