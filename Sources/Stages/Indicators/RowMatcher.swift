import Domain

/// Assigns the codes of a dimension to the rows of a table layout.
struct RowMatcher {
  private let layout: TableLayout
  private let list: CodeList?

  /// - Parameter list: the code list whose hierarchy decides what lies below a code; nil where there is none.
  init(_ layout: TableLayout, list: CodeList?) {
    self.layout = layout
    self.list = list
  }

  /// Keys of the rows that `text` counts in.
  func rows(of text: String) -> [String] {
    let chain = lineage(text)
    return layout.rows.filter { row in row.codes.contains { matches($0, text, chain) } }.map(\.key)
  }

  private func matches(_ code: String, _ text: String, _ chain: Set<String>) -> Bool {
    guard let dots = code.range(of: "..") else { return chain.contains(code) }
    guard let low = Int(code[..<dots.lowerBound]), let high = Int(code[dots.upperBound...]), let value = Int(text)
    else { return false }
    return (low...high).contains(value)
  }

  /// The code itself and all codes above it.
  private func lineage(_ text: String) -> Set<String> {
    var chain: Set<String> = [text]
    var code = text
    while let parent = list?.entry(code: code)?.parent, chain.insert(parent).inserted { code = parent }
    return chain
  }
}
