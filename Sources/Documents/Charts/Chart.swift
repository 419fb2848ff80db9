/// A chart of figures: an element of a page, and the same as a file that stands alone.
public protocol Chart: Sendable {
  /// Draws the chart.
  ///
  /// - Parameter id: unique within the page; prefix of the ids inside.
  func drawing(id: String) -> ChartCanvas
}

extension Chart {
  /// The chart as an inline SVG element; the page gives it its font and, on a dark screen, other colours.
  ///
  /// - Parameter id: unique within the page; prefix of the ids inside.
  public func svg(id: String) -> String { drawing(id: id).element }

  /// The chart as an SVG file.
  ///
  /// - Parameter title: says more than that of the chart, as no page is around it.
  public func file(id: String, title: String) -> [UInt8] { Array(drawing(id: id).document(title).utf8) }
}
