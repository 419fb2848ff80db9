/// A `{name}` of a sentence: a figure of the table, one of the numbers that it prints side by side, in one row.
///
/// `{hires}` stands for the total, `{pay_p50}` for the median of `pay`, `{hires@首次就业}` for the row of that key.
public struct SentenceName: Sendable, Hashable {
  /// As written between the braces.
  public let text: String
  /// The figure with its reading: `pay_p50`.
  public let column: String
  /// Key of the row; the total where none is written.
  public let row: String

  init(_ text: Substring) {
    self.text = String(text)
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    column = String(parts[0])
    row = parts.count == 2 ? String(parts[1]) : FigureDefinition.total
  }

  /// The names of a sentence, of both languages, each once.
  public static func all(in sentence: Label) -> [SentenceName] {
    var names: [SentenceName] = []
    for text in [sentence.zh, sentence.en] {
      var rest = Substring(text)
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        let name = SentenceName(rest[rest.index(after: open)..<close])
        if !names.contains(name) { names.append(name) }
        rest = rest[rest.index(after: close)...]
      }
    }
    return names
  }

  /// The figure of a table and the place of the number among those that it prints; nil where there is none, or where
  /// several are printed and the name says none.
  public func figure(in table: TableDefinition) -> (figure: FigureDefinition, reading: Int)? {
    for figure in table.figures where figure.across == nil {
      if let reading = figure.kind.readings.firstIndex(where: { figure.id + $0.suffix == column }) {
        return (figure, reading)
      }
    }
    return nil
  }
}
