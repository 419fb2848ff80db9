/// A table of numbers whose cells are the darker the larger they are.
public struct MatrixChart: Chart {
  public struct Row: Sendable {
    public let label: String
    /// The text of each cell, and its value where there is one.
    public let cells: [(text: String, value: Double?)]

    public init(label: String, cells: [(text: String, value: Double?)]) {
      self.label = label
      self.cells = cells
    }
  }

  private static let rowHeight = 34.0
  private static let labelWidth = 150.0
  private static let headHeight = 50.0
  /// Fills by the part of the largest value. All but the last leave dark text legible, the last one white text.
  private static let shades: [(most: Double, opacity: Double)] = [(0.2, 0.08), (0.45, 0.2), (0.75, 0.34), (1, 1)]

  private let title: String
  private let summary: String
  private let columns: [String]
  private let rows: [Row]

  /// - Parameters:
  ///   - summary: the text alternative.
  ///   - rows: from the top, each with a cell a column.
  public init(title: String, summary: String, columns: [String], rows: [Row]) {
    self.title = title
    self.summary = summary
    self.columns = columns
    self.rows = rows
  }

  /// Draws the chart.
  public func drawing(id: String) -> ChartCanvas {
    var canvas = ChartCanvas(
      id: id, title: title, summary: summary,
      height: MatrixChart.headHeight + Double(rows.count) * MatrixChart.rowHeight + 4)
    let width = (ChartCanvas.width - MatrixChart.labelWidth) / Double(max(columns.count, 1))
    for (number, column) in columns.enumerated() {
      // Names that are wider than a column stand on two lines in turn.
      let isHigh = number % 2 == 1 && columns.contains { ChartLabel.width(of: $0) > width - 4 }
      canvas.text(
        ChartLabel.fitted(column, isHigh ? 2 * width : 2 * width - 8),
        x: MatrixChart.labelWidth + (Double(number) + 0.5) * width, y: isHigh ? 17 : 40, anchor: .middle)
    }
    let most = max(rows.flatMap { $0.cells.compactMap(\.value) }.max() ?? 0, 1e-9)
    for (line, row) in rows.enumerated() {
      let y = MatrixChart.headHeight + Double(line) * MatrixChart.rowHeight
      canvas.text(ChartLabel.fitted(row.label, MatrixChart.labelWidth - 8), x: 0, y: y + 22)
      for (number, cell) in row.cells.enumerated() {
        let x = MatrixChart.labelWidth + Double(number) * width
        let share = (cell.value ?? 0) / most
        let opacity = share > 0 ? MatrixChart.shades.first { share <= $0.most }?.opacity ?? 1 : 0
        canvas.shade(x: x + 1, y: y + 1, width: width - 2, height: MatrixChart.rowHeight - 2, opacity: opacity)
        let color = opacity == 1 ? "#fff" : cell.value == nil ? ChartCanvas.axis : ChartCanvas.ink
        canvas.text(cell.text, x: x + width / 2, y: y + 22, anchor: .middle, color: color)
      }
    }
    return canvas
  }
}
