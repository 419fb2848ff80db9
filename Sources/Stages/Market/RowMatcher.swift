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
    // The code itself and all codes above it, also one that the list names as a parent only.
    let chain = Set([text] + (list?.lineage(of: text) ?? []).compactMap(\.parent))
    return layout.rows.filter { row in row.codes.contains { matches($0, text, chain) } }.map(\.key)
  }

  private func matches(_ code: String, _ text: String, _ chain: Set<String>) -> Bool {
    guard let dots = code.range(of: "..") else { return chain.contains(code) }
    guard let low = Int(code[..<dots.lowerBound]), let high = Int(code[dots.upperBound...]), let value = Int(text)
    else { return false }
    return (low...high).contains(value)
  }
}
